package org.variegate.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What editors check recipes with agrees to those that come with the distribution. */
class ConfigsTest {
  static {
    System.setProperty("slf4j.internal.verbosity", "ERROR"); // the validator logs nothing we need
  }

  @TempDir static Path folder;
  private static JsonSchema schema;

  @BeforeAll
  static void askForTheSchema() throws Exception {
    String json = Variegate.inPlace(folder).run("schema").out();
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
  }

  static List<Path> recipes() throws IOException {
    Path configs = Variegate.inPlace(folder).home().resolve("configs");
    try (Stream<Path> walk = Files.walk(configs)) {
      return walk.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Set<?> errors(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return schema.validate(new ObjectMapper().valueToTree(tree));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeIsValid(Path recipe) throws IOException {
    assertEquals(Set.of(), errors(Files.readString(recipe)));
  }

  @Test
  void aMistakeIsNot() {
    assertEquals(Set.of(), errors(Recipes.shapes(1, 1)));
    assertNotEquals(
        Set.of(), errors(Recipes.shapes(1, 1).replace("noise: {}", "noise: {sigm: 1}")));
  }
}
