package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmissionTest {
  @TempDir Path temporary;

  @Test
  void innerStagesAreOmittedByTheirPath() throws Exception {
    RecipeFolder folder = new RecipeFolder(temporary);
    String mixed =
        """
        samples: 1
        source:
          mix:
            sources:
              - source: {shapes: {}}
                stages: [{flip: {}}, {intensity: {}}]
              - pipeline:
                  source: {pipeline: {source: {shapes: {}}, stages: [{flip: {}}]}}
                  stages: [{flip: {}}, {intensity: {}}]
        stages: [{flip: {}}]
        """;
    folder.write("all.yaml", mixed);
    String rest =
        mixed.replaceFirst("\\{flip: \\{}}, ", "").replaceFirst("\\[\\{flip: \\{}}\\]", "[]");
    folder.write("rest.yaml", rest);
    assertEquals(
        folder.read("rest.yaml", "name=a").resolved(),
        folder
            .read(
                "all.yaml",
                "name=a",
                "omit=['mix.sources[0].flip', 'mix.sources[1].pipeline.flip']")
            .resolved());
    assertEquals(
        "--set omit=mix.sources[2].flip: omit: there is no stage 'mix.sources[2].flip'; did you"
            + " mean 'mix.sources[0].flip'?",
        folder.refusal("all.yaml", "omit=mix.sources[2].flip"));
  }
}
