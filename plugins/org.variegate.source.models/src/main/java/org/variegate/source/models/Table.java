package org.variegate.source.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.variegate.draws.NearestName;
import org.variegate.formats.FileHash;
import org.variegate.formats.FormatException;

/** What a file beside the models says of them: {@code husky.glb: {yaw: 90, length: 1.1}}. */
final class Table {
  private final Map<String, Map<String, Double>> rows = new TreeMap<>();
  private final Optional<String> sha256;

  private Table(Optional<String> sha256) {
    this.sha256 = sha256;
  }

  /**
   * Reads a table.
   *
   * @param file that may be missing
   */
  static Table read(Path file) {
    if (!Files.exists(file)) {
      return new Table(Optional.empty());
    }
    try {
      Table table = new Table(Optional.of(FileHash.of(file)));
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      table.fill(new Load(settings).loadFromString(Files.readString(file)));
      return table;
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("path: " + file + ": needs fewer levels of nesting", e);
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw new IllegalArgumentException("path: " + file + ": " + problem(e), e);
    } catch (FormatException e) {
      throw new IllegalArgumentException("path: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("path: " + FormatException.of(file, e).getMessage(), e);
    }
  }

  private static String problem(RuntimeException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      return "line " + (marked.getProblemMark().get().getLine() + 1) + ": " + marked.getProblem();
    }
    return e.getMessage().lines().findFirst().orElse("is no YAML");
  }

  private void fill(Object document) {
    for (Map.Entry<?, ?> row : map("document", document).entrySet()) {
      String name = String.valueOf(row.getKey());
      Map<String, Double> values = new TreeMap<>();
      for (Map.Entry<?, ?> cell : map(name, row.getValue()).entrySet()) {
        values.put(String.valueOf(cell.getKey()), value(name, cell));
      }
      rows.put(name, values);
    }
  }

  private static Map<?, ?> map(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(name + ": needs a mapping, got " + got(value));
  }

  /** What may hold itself is only named. */
  private static Object got(Object value) {
    return value == null
        ? "nothing"
        : value instanceof Map ? "a mapping" : value instanceof Collection ? "a list" : value;
  }

  private static double value(String name, Map.Entry<?, ?> cell) {
    boolean yaw = cell.getKey().equals("yaw");
    if (!yaw && !cell.getKey().equals("length")) {
      throw new IllegalArgumentException(
          name + ": needs the keys yaw and length, got " + cell.getKey());
    }
    double value = cell.getValue() instanceof Number number ? number.doubleValue() : Double.NaN;
    if (!(Double.isFinite(value) && (yaw || value > 0))) {
      throw new IllegalArgumentException(
          name + "." + cell.getKey() + ": needs a number, got " + got(cell.getValue()));
    }
    return value;
  }

  /**
   * Checks that it speaks of what is there.
   *
   * @param names of the files
   */
  void requireOnly(Collection<String> names) {
    for (String name : rows.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "path: models.yaml: needs names of models, got '"
                + name
                + "'; "
                + NearestName.hint(name, names));
      }
    }
  }

  /** The table's SHA-256, if there is one. */
  Optional<String> sha256() {
    return sha256;
  }

  /** What is known of a file. */
  Fit fit(Path file, double length) {
    Map<String, Double> row = rows.getOrDefault(file.getFileName().toString(), Map.of());
    return new Fit(row.getOrDefault("yaw", Double.NaN), row.getOrDefault("length", length));
  }
}
