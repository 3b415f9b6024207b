package org.variegate.engine.internal.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.variegate.engine.files.Json;
import org.variegate.engine.internal.provenance.VersionSet;

/**
 * What {@code dataset.yaml} says. Its bytes depend on the data alone.
 *
 * @param complete whether all shards are there
 * @param samples the dataset shall have, failed ones included
 * @param failed of those in the shards
 * @param sha256 of the dataset, or null while it is not complete
 * @param versions the sets of bundles that made it, in order of appearance
 * @param shards number, first, count, failed, sha256 of each, while complete
 * @param recipe resolved, as YAML
 */
public record DatasetFile(
    boolean complete,
    long samples,
    long failed,
    String sha256,
    List<VersionSet> versions,
    List<ShardSummary> shards,
    String recipe) {
  /** The file's name. */
  public static final String NAME = "dataset.yaml";

  private static final String RECIPE = "\nrecipe:\n";

  /**
   * Whether more than one set of bundles made the dataset.
   *
   * @return true if so
   */
  public boolean mixed() {
    return versions.size() > 1;
  }

  /**
   * The file's text.
   *
   * @return YAML
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("# A dataset of Variegate. Each shard's manifest.jsonl tells its samples.\n");
    text.append("format: 1\n");
    text.append("complete: ").append(complete).append('\n');
    text.append("samples: ").append(samples).append('\n');
    if (complete) {
      text.append("failed: ").append(failed).append('\n');
      text.append("mixed: ").append(mixed()).append('\n');
      text.append("sha256: ").append(json(sha256)).append('\n');
    }
    text.append("versions:\n");
    versions.forEach(set -> versions(text, set));
    if (complete) {
      text.append(shards.isEmpty() ? "shards: []\n" : "shards:\n");
      shards.forEach(shard -> text.append("  - ").append(json(shard(shard))).append('\n'));
    }
    text.append("recipe:\n");
    recipe.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static void versions(StringBuilder text, VersionSet set) {
    Map<String, Object> tree = VersionsText.tree(set);
    text.append("  - id: ").append(json(set.id())).append('\n');
    for (String part : List.of("stages", "libraries")) {
      Map<?, ?> bundles = (Map<?, ?>) tree.get(part);
      text.append("    ").append(part).append(bundles.isEmpty() ? ": {}\n" : ":\n");
      bundles.forEach(
          (key, bundle) -> {
            text.append("      ").append(json(key)).append(": ");
            text.append(json(bundle)).append('\n');
          });
    }
  }

  private static Map<String, Object> shard(ShardSummary shard) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("shard", shard.shard());
    tree.put("first", shard.first());
    tree.put("count", shard.count());
    tree.put("failed", shard.failed());
    tree.put("sha256", shard.sha256());
    return tree;
  }

  /** JSON with a space after each comma and colon, as YAML wants it. */
  private static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new FlowPrinter());
      Json.write(json, value);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("memory refuses text", e);
    }
    return text.toString();
  }

  /**
   * Reads the file of a dataset.
   *
   * @param folder the dataset's
   * @return what it says
   * @throws Mismatch if it is not such a file
   * @throws IOException if it cannot be read
   */
  public static DatasetFile read(Path folder) throws Mismatch, IOException {
    String text = Files.readString(folder.resolve(NAME), StandardCharsets.UTF_8);
    int recipe = text.indexOf(RECIPE);
    if (recipe < 0) {
      throw new Mismatch(NAME + ": needs a recipe, has none");
    }
    try {
      Map<?, ?> head = (Map<?, ?>) yaml(text.substring(0, recipe + 1));
      boolean complete = (Boolean) head.get("complete");
      return new DatasetFile(
          complete,
          number(head.get("samples")),
          complete ? number(head.get("failed")) : 0,
          complete ? (String) head.get("sha256") : null,
          ((List<?>) head.get("versions")).stream().map(VersionsText::set).toList(),
          complete ? shards((List<?>) head.get("shards")) : List.of(),
          unindented(text.substring(recipe + RECIPE.length())));
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new Mismatch(NAME + ": has other keys than it should");
    } catch (YamlEngineException e) {
      throw new Mismatch(NAME + ": is not YAML");
    }
  }

  /** Any YAML as maps, lists and scalars. */
  static Object yaml(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return new Load(settings).loadFromString(text);
  }

  private static List<ShardSummary> shards(List<?> trees) {
    List<ShardSummary> shards = new ArrayList<>();
    for (Object tree : trees) {
      Map<?, ?> fields = (Map<?, ?>) tree;
      shards.add(
          new ShardSummary(
              number(fields.get("shard")),
              number(fields.get("first")),
              (int) number(fields.get("count")),
              (int) number(fields.get("failed")),
              (String) fields.get("sha256"),
              List.of()));
    }
    return shards;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static String unindented(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .forEach(
            line -> lines.append(line.startsWith("  ") ? line.substring(2) : line).append('\n'));
    return lines.toString();
  }
}
