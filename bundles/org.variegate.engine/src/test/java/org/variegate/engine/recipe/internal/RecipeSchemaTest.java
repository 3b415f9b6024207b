package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RecipeSchemaTest {
  static {
    System.setProperty("slf4j.internal.verbosity", "ERROR"); // the validator logs nothing we need
  }

  private static final String JSON = new RecipeSchema(ListedPlugins.ALL).json();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JSON);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Set<?> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(MAPPER.valueToTree(tree));
  }

  @Test
  void isASchemaItself() throws Exception {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertEquals(Set.of(), meta.validate(MAPPER.readTree(JSON)));
    assertNotEquals(Set.of(), meta.validate(MAPPER.readTree("{\"type\": \"text\"}")));
  }

  @Test
  void carriesWhatEditorsShow() throws Exception {
    JsonNode shapes = MAPPER.readTree(JSON).at("/$defs/plugin.shapes/properties");
    assertEquals("The labels.", shapes.at("/labels/description").asText());
    assertEquals(16, shapes.at("/labels/default").asInt());
    assertEquals(255, shapes.at("/labels/anyOf/0/maximum").asInt());
    assertEquals("[64,64,1]", shapes.at("/size/default").toString());
    JsonNode labelmap = MAPPER.readTree(JSON).at("/$defs/plugin.labelmap/properties");
    assertEquals("[\"RAS\",\"NATIVE\"]", labelmap.at("/orientation/anyOf/0/enum").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{samples: 1, source: {shapes: {}}}",
        "{samples: '${n}', source: {shapes: }, seed: 18446744073709551615}",
        "{source: {shapes: {labels: '${n}', size: [1, '${n}', 3], id: a}}}",
        "{source: {labelmap: {path: a, orientation: NATIVE, legend: 5}}}",
        "{source: {pipeline: {source: {shapes: {}}, stages: []}}}",
        "{source: {mix: {ratio: 1, sources: [{shapes: {}}, {include: a}, {source: {shapes: {}}}]}}}",
        "{stages: [{flip: {probability: 0.5}}, {include: parts.yaml}, {noise: {sigma: 3}}]}",
        "{sink: {'null': {directory: a, samplesPerShard: 5}}, failures: {maximum: 1}}",
        "{include: a, omit: flip, swap: {timeout: 0.5}, name: 7}",
        "{include: [a, b], omit: [flip], parameters: {p: {description: d, default: [1]}, q: {}}}",
        "[{flip: {}}, {include: more.yaml}]",
      })
  void acceptsRecipesAndTheirParts(String yaml) {
    assertEquals(Set.of(), errors(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{sampels: 1}",
        "{samples: -1}",
        "{samples: many}",
        "{source: {shape: {}}}",
        "{source: {flip: {}}}",
        "{source: {shapes: {labls: 3}}}",
        "{source: {shapes: {labels: 0}}}",
        "{source: {shapes: {labels: 2.5}}}",
        "{source: {shapes: {size: [a]}}}",
        "{source: {shapes: {}, labelmap: {}}}",
        "{source: {labelmap: {orientation: LPS}}}",
        "{source: {mix: {sources: [{flip: {}}]}}}",
        "{source: {pipeline: {sources: []}}}",
        "{stages: [{nifti: {}}]}",
        "{stages: [flip]}",
        "{stages: [{noise: {sigma: true}}]}",
        "{stages: {flip: {}}}",
        "{sink: {nifti: {samplesPerShard: 0}}}",
        "{sink: {nifti: {id: a}}}",
        "{failures: {maximum: 2}}",
        "{swap: 5}",
        "{parameters: {p: {standard: 1}}}",
        "[{nose: {}}]",
      })
  void refusesWhatTheReaderRefuses(String yaml) {
    assertNotEquals(Set.of(), errors(yaml));
  }
}
