package org.variegate.learning.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.Json;
import org.variegate.learning.internal.report.ReportPage;

/** What a model is, what it was made of, and what it was tested on, for people to read. */
final class ModelCard {
  static final String NAME = "card.md";
  static final String TEST = "test-";

  private static final String DESCRIPTION = "model.json";

  private final Path folder;

  ModelCard(Path folder) {
    this.folder = folder;
  }

  /** Keeps what a network says of itself. */
  void describe(Map<String, Object> description) throws IOException {
    byte[] text = (Json.text(new TreeMap<>(description)) + "\n").getBytes(StandardCharsets.UTF_8);
    Disk.replace(folder.resolve(DESCRIPTION), text);
  }

  /**
   * Writes the card anew.
   *
   * @param name of the recipe
   * @param network the file of the best state
   */
  void write(String name, State state, Path network) throws IOException {
    StringBuilder card = new StringBuilder("# " + name + "\n\n");
    row(card, "what", "is");
    row(card, "---", "---");
    facts(state, network).forEach((key, value) -> row(card, key, value));
    versions(state).forEach((key, value) -> row(card, key, value));
    for (Path test : tests()) {
      Map<String, Object> found = Json.object(Files.readString(test));
      card.append("\n## Test: ").append(found.get("test")).append("\n\n");
      card.append(found.get("samples")).append(" samples, ").append(found.get("failed"));
      card.append(" failed, after step ").append(found.get("step")).append(".\n\n");
      row(card, "measure", "value (95 % interval)");
      row(card, "---", "---");
      ((Map<?, ?>) found.get("measures")).forEach((key, value) -> row(card, "" + key, text(value)));
    }
    Disk.replace(folder.resolve(NAME), card.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the page anew.
   *
   * @param name of the recipe
   * @param network the file of the best state
   */
  void report(String name, State state, Path network) throws IOException {
    Path log = folder.resolve(ModelFolder.LOG);
    new ReportPage(folder)
        .write(name, state.bestStep(), facts(state, network), versions(state), log, state.log());
  }

  private Map<String, String> facts(State state, Path network) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("recipe", "`training.yaml`, SHA-256 " + sha256(folder.resolve(ModelFolder.RECIPE)));
    facts.put("state", "after step " + state.bestStep() + " of " + state.step());
    facts.put("weights", folder.relativize(network) + ", SHA-256 " + sha256(network));
    facts.put("samples", state.position() + " shown, " + state.failed() + " failed");
    facts.put("threads", String.valueOf(state.threads()));
    Path description = folder.resolve(DESCRIPTION);
    if (Files.exists(description)) {
      put(facts, Json.object(Files.readString(description)));
    }
    return facts;
  }

  private static Map<String, String> versions(State state) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    put(versions, Json.object(state.versions()));
    return versions;
  }

  private static void put(Map<String, String> facts, Map<String, Object> fields) {
    fields.forEach((key, value) -> facts.putIfAbsent(key, words(value)));
  }

  /** As a person would list it. */
  private static String words(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> e.getKey() + " " + words(e.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value instanceof List<?> list
        ? list.stream().map(ModelCard::words).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private Iterable<Path> tests() throws IOException {
    TreeSet<Path> tests = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, TEST + "*.json")) {
      found.forEach(tests::add);
    }
    return tests;
  }

  private static void row(StringBuilder card, String key, String value) {
    card.append("| ").append(cell(key)).append(" | ").append(cell(value)).append(" |\n");
  }

  /** A name may have what ends a cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String text(Object value) {
    if (value instanceof List<?> list && list.size() == 3) {
      return String.format(
          Locale.ROOT, "%.4f (%.4f to %.4f)", list.get(0), list.get(1), list.get(2));
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4f", number)
        : String.valueOf(value);
  }

  /** Of a file's bytes, 64 hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
