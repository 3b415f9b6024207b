package org.variegate.engine.recipe.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.variegate.draws.NearestName;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/** Reads a recipe's file and those it includes into one value. */
final class RecipeFiles {
  static final String INCLUDE = "include";

  private static final int MOST_BYTES = 4 << 20;

  private final YamlText.Budget budget = new YamlText.Budget();
  private final Deque<Path> open = new ArrayDeque<>();

  /** The folder of a file as it is typed, {@code .} for the working directory. */
  static String folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? "." : parent.toString();
  }

  Fields recipe(Path file) throws RecipeException {
    return mapping(content(file, null), null);
  }

  /** Reads a recipe from text as if it stood in the file. */
  Fields recipe(String text, Path file) throws RecipeException {
    return mapping(expand(parse(text, file), file), null);
  }

  private Value parse(String text, Path file) throws RecipeException {
    return YamlText.parse(text, file.toString(), folder(file), budget);
  }

  private static Fields mapping(Value value, Position by) throws RecipeException {
    if (value instanceof Fields fields) {
      return fields;
    }
    String included = by == null ? "" : "included at " + by + ": ";
    throw new RecipeException(value.position(), included + "needs a mapping, got " + value.got());
  }

  /**
   * Reads a file and all that it includes.
   *
   * @param by where it is included, or null
   */
  private Value content(Path file, Position by) throws RecipeException {
    Path real = real(file, by);
    if (open.contains(real)) {
      throw refusal(file, by, "includes itself");
    }
    open.addLast(real);
    Value value = expand(parse(text(real, file, by), file), file);
    open.removeLast();
    return value;
  }

  private static RecipeException refusal(Path file, Position by, String message) {
    return by == null
        ? new RecipeException(new Position(file.toString(), 0, 0), message)
        : new RecipeException(by, INCLUDE + ": " + file + " " + message);
  }

  private static Path real(Path file, Position by) throws RecipeException {
    if (!Files.exists(file)) {
      throw refusal(file, by, absence(file));
    }
    if (Files.isDirectory(file)) {
      throw refusal(file, by, "is a folder, not a file");
    }
    if (!Files.isRegularFile(file)) {
      throw refusal(file, by, "is a pipe or device, not a file");
    }
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw refusal(file, by, "cannot be read: " + e.getMessage());
    }
  }

  private static String absence(Path file) {
    if (Files.isSymbolicLink(file)) {
      return "is a symbolic link to nothing";
    }
    String name = String.valueOf(file.getFileName());
    try (Stream<Path> files = Files.list(Path.of(folder(file)))) {
      List<String> names = files.map(f -> f.getFileName().toString()).toList();
      String hint = NearestName.hint(name, names);
      return "does not exist" + (hint.startsWith("did you mean") ? "; " + hint : "");
    } catch (IOException e) {
      return "does not exist"; // nor can its folder be listed, so no name is near
    }
  }

  private static String text(Path real, Path file, Position by) throws RecipeException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(real)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (AccessDeniedException e) {
      throw refusal(file, by, "cannot be read: permission denied");
    } catch (IOException e) {
      throw refusal(file, by, "cannot be read: " + e.getMessage());
    }
    if (bytes.length > MOST_BYTES) {
      throw refusal(file, by, "is longer than 4 MB");
    }
    return decode(bytes, file.toString());
  }

  private static String decode(byte[] bytes, String file) throws RecipeException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      throw new RecipeException(
          new Position(file, line, column),
          String.format(Locale.ROOT, "needs UTF-8, got byte 0x%02x", bytes[in.position()]));
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private Value expand(Value value, Path file) throws RecipeException {
    Value spliced = splice(value, file);
    if (spliced instanceof Fields fields && fields.has(INCLUDE)) {
      return merged(fields, file);
    }
    return spliced;
  }

  /** Puts what is included in the place of each {@code - include: file} of a list. */
  private Value splice(Value value, Path file) throws RecipeException {
    if (value instanceof Items items) {
      List<Value> spliced = new ArrayList<>();
      for (Value item : items.values()) {
        Value replacement = isInclude(item) ? included((Fields) item, file) : splice(item, file);
        if (isInclude(item) && replacement instanceof Items list) {
          spliced.addAll(list.values());
        } else {
          spliced.add(replacement);
        }
      }
      return new Items(spliced, items.position());
    }
    if (value instanceof Fields fields) {
      Fields spliced = fields;
      for (String key : fields.keys()) {
        spliced = key.equals(INCLUDE) ? spliced : replaced(spliced, key, file);
      }
      return spliced;
    }
    return value;
  }

  private Fields replaced(Fields fields, String key, Path file) throws RecipeException {
    Value old = fields.get(key);
    Value value = splice(old, file);
    return value == old ? fields : fields.with(key, value);
  }

  private static boolean isInclude(Value item) {
    return item instanceof Fields fields && fields.keys().size() == 1 && fields.has(INCLUDE);
  }

  private Value included(Fields entry, Path file) throws RecipeException {
    Value path = entry.get(INCLUDE);
    return content(resolve(path, file), path.position());
  }

  /** What the file says itself wins over what it includes, and a later include over an earlier. */
  private Fields merged(Fields fields, Path file) throws RecipeException {
    Value include = fields.get(INCLUDE);
    List<Value> paths = include instanceof Items items ? items.values() : List.of(include);
    Fields merged = Fields.empty(fields.position());
    for (Value path : paths) {
      merged =
          merge(merged, mapping(content(resolve(path, file), path.position()), path.position()));
    }
    return merge(merged, fields.without(INCLUDE));
  }

  private static Path resolve(Value path, Path file) throws RecipeException {
    if (!(path instanceof Scalar scalar)
        || scalar.isNull()
        || scalar.text().isBlank()
        || scalar.text().contains("${")) {
      throw new RecipeException(
          path.position(), INCLUDE + ": needs the path of a file, got " + path.got());
    }
    try {
      return file.resolveSibling(scalar.text()).normalize();
    } catch (InvalidPathException e) {
      throw new RecipeException(path.position(), INCLUDE + ": " + e.getMessage());
    }
  }

  private static Fields merge(Fields base, Fields top) {
    Fields merged = new Fields(base.fields(), top.position());
    for (Map.Entry<String, Fields.Field> field : top.fields().entrySet()) {
      String key = field.getKey();
      Value value = field.getValue().value();
      if (value instanceof Fields over
          && base.get(key) instanceof Fields under
          && !isOtherPlugin(key, under, over)) {
        value = merge(under, over);
      }
      merged = merged.with(key, new Fields.Field(field.getValue().key(), value));
    }
    return merged;
  }

  /**
   * A source or sink of another plugin replaces the one below, whose options mean nothing to it.
   */
  private static boolean isOtherPlugin(String key, Fields under, Fields over) {
    return (key.equals("source") || key.equals("sink")) && !under.keys().equals(over.keys());
  }
}
