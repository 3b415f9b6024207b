package org.variegate.engine.recipe.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.RecipeException;

/**
 * Makes values of one document's events. Events instead of the library's objects, because they have
 * marks, and because depth and number can be limited while they come.
 */
final class YamlText {
  private static final int DEEPEST = 64;
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  private final String file;
  private final String folder;
  private final Budget budget;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private Iterator<Event> events;

  private record Anchored(Value value, int size) {}

  /** How many values may still be read, over all files of a recipe. A file counts as some. */
  static final class Budget {
    private static final int MOST = 100_000;
    private static final int FILE = 100;
    private int used;

    private void spend(int values, Position position) throws RecipeException {
      used += values;
      if (used > MOST) {
        throw new RecipeException(
            position, "needs at most " + MOST + " values, includes and aliases counted");
      }
    }
  }

  private YamlText(String file, String folder, Budget budget) {
    this.file = file;
    this.folder = folder;
    this.budget = budget;
  }

  /**
   * Reads a document.
   *
   * @param file for positions
   * @param folder what {@code ${recipe}} stands for
   */
  static Value parse(String text, String file, String folder, Budget budget)
      throws RecipeException {
    YamlText yaml = new YamlText(file, folder, budget);
    budget.spend(Budget.FILE, new Position(file, 0, 0));
    try {
      return yaml.document(text);
    } catch (MarkedYamlEngineException e) {
      throw new RecipeException(yaml.position(e.getProblemMark()), "YAML: " + problem(e));
    } catch (ReaderException e) {
      String character = String.format(Locale.ROOT, "U+%04X", e.getCodePoint());
      throw new RecipeException(
          yaml.position(text, e.getPosition()), "YAML: " + character + " is not allowed");
    } catch (YamlVersionException e) {
      int minor = e.getSpecVersion().getMinor();
      String version = e.getSpecVersion().getMajor() + "." + minor;
      throw new RecipeException(new Position(file, 0, 0), "YAML: needs 1.2, got " + version);
    } catch (YamlEngineException e) {
      throw new RecipeException(new Position(file, 0, 0), "YAML: " + e.getMessage());
    }
  }

  private static String problem(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    return problem.contains("(TAB)")
        ? "a tab cannot stand here; indent by spaces"
        : problem.replaceAll(" \\(Do not use .* for indentation\\)", "");
  }

  private Value document(String text) throws RecipeException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(text.length() + 1).build();
    events = new Parse(settings).parseString(text).iterator();
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw new RecipeException(new Position(file, 0, 0), "is empty");
    }
    Value value = value(events.next(), 0);
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw new RecipeException(position(end.getStartMark()), "needs one document, got another");
    }
    return value;
  }

  private Value value(Event event, int depth) throws RecipeException {
    Position position = position(event.getStartMark());
    if (depth > DEEPEST) {
      throw new RecipeException(position, "needs at most " + DEEPEST + " levels");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias.getAlias(), position);
    }
    int before = budget.used;
    budget.spend(1, position);
    Value value =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event, position);
          case SequenceStart -> items(depth, position);
          default -> fields(depth, position);
        };
    if (event instanceof CollectionStartEvent collection) {
      requireNoTag(collection.getTag(), position);
    }
    ((NodeEvent) event)
        .getAnchor()
        .ifPresent(a -> anchors.put(a, new Anchored(value, budget.used - before)));
    return value;
  }

  private Value alias(Anchor anchor, Position position) throws RecipeException {
    Anchored anchored = anchors.get(anchor);
    if (anchored == null) {
      throw new RecipeException(position, "YAML: no anchor '&" + anchor + "' ends before this");
    }
    budget.spend(anchored.size(), position);
    return anchored.value();
  }

  private Scalar scalar(ScalarEvent event, Position position) throws RecipeException {
    boolean text = event.getTag().filter(t -> t.equals(TEXT_TAG) || t.equals("!")).isPresent();
    if (!text) {
      requireNoTag(event.getTag(), position);
    }
    String value = Substitution.recipeFolder(event.getValue(), folder);
    return new Scalar(value, event.isPlain() && !text, position);
  }

  private static void requireNoTag(Optional<String> tag, Position position) throws RecipeException {
    if (tag.isPresent()) {
      throw new RecipeException(position, "YAML: needs no tag, got " + tag.get());
    }
  }

  private Items items(int depth, Position position) throws RecipeException {
    List<Value> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(value(e, depth + 1));
    }
    return new Items(items, position);
  }

  private Fields fields(int depth, Position position) throws RecipeException {
    Map<String, Fields.Field> fields = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Position at = position(e.getStartMark());
      if (!(value(e, depth + 1) instanceof Scalar key)) {
        throw new RecipeException(at, "needs a key that is a name");
      }
      Fields.Field old =
          fields.put(key.text(), new Fields.Field(at, value(events.next(), depth + 1)));
      if (old != null) {
        throw new RecipeException(
            at, key.text() + ": stands here twice, first at line " + old.key().line());
      }
    }
    return new Fields(fields, position);
  }

  private Position position(Optional<Mark> mark) {
    return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(new Position(file, 0, 0));
  }

  /** The reader's exceptions know an index alone, counted in code points. */
  private Position position(String text, int index) {
    int[] before = text.codePoints().limit(index).toArray();
    int line = 1;
    int column = 1;
    for (int character : before) {
      column = character == '\n' ? 1 : column + 1;
      line += character == '\n' ? 1 : 0;
    }
    return new Position(file, line, column);
  }
}
