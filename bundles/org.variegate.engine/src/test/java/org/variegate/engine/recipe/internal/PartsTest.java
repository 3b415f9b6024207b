package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.RecipeReader;

class PartsTest {
  private static final String MRI = "[{intensity: {}}, {mri: {}}]";

  private static Recipe read(PluginCatalog catalog, String source, String stages)
      throws RecipeException {
    String text = "{samples: 1, source: " + source + ", stages: " + stages + "}";
    return new RecipeReader(catalog).read(text, Path.of("r.yaml"), List.of());
  }

  private static Set<String> after(String source, String stages) throws RecipeException {
    Recipe recipe = read(ListedPlugins.ALL, source, stages);
    return new Parts(ListedPlugins.ALL).after(recipe.pipeline());
  }

  @Test
  void partsAddUpAlongAPipeline() throws Exception {
    assertEquals(Set.of("LABELS"), after("{shapes: {}}", "[]"));
    assertEquals(Set.of("LABELS", "CONTRAST", "IMAGE"), after("{shapes: {}}", MRI));
  }

  @Test
  void aNestedPipelineGivesAllItHas() throws Exception {
    String nested = "{pipeline: {source: {shapes: {}}, stages: " + MRI + "}}";
    assertEquals(Set.of("LABELS", "CONTRAST", "IMAGE"), after(nested, "[{noise: {}}]"));
  }

  @Test
  void oneOfSeveralPipelinesGivesWhatAllOfThemGive() throws Exception {
    String full = "{source: {shapes: {}}, stages: " + MRI + "}";
    assertEquals(
        Set.of("LABELS"), after("{mix: {sources: [" + full + ", {shapes: {}}]}}", "[{flip: {}}]"));
    assertEquals(
        Set.of("LABELS", "CONTRAST", "IMAGE"),
        after("{mix: {sources: [" + full + ", " + full + "]}}", "[]"));
  }

  @Test
  void whatASourceNeedsItsOwnPipelinesGive() throws Exception {
    String full = "{source: {shapes: {}}, stages: " + MRI + "}";
    assertEquals(
        Set.of("LABELS", "CONTRAST", "IMAGE", "MOVING"),
        after("{pair: {views: [" + full + "]}}", "[]"));
    RecipeException refusal =
        assertThrows(
            RecipeException.class,
            () -> after("{pair: {views: [" + full + ", {shapes: {}}]}}", "[]"));
    assertEquals(
        "r.yaml:1:23: pair: needs IMAGE of each of its pipelines, which not all of them give;"
            + " these do: mri",
        refusal.getMessage());
  }

  /** An inner pipeline may be opened beside the sample, where nothing is. */
  @Test
  void anInnerPipelineGivesItselfWhatItNeeds() {
    String over = "{over: {background: {source: {shapes: {}}, stages: [{noise: {}}]}}}";
    String message =
        assertThrows(
                RecipeException.class,
                () -> after("{shapes: {}}", MRI.replace("]", ", " + over + "]")))
            .getMessage();
    assertTrue(message.contains("noise: needs IMAGE, which nothing before it gives"), message);
  }

  @Test
  void whatTheImageWasMadeOfIsNotChangedAfterwards() throws Exception {
    RecipeException refusal =
        assertThrows(
            RecipeException.class,
            () -> after("{shapes: {}}", MRI.replace("]", ", {intensity: {id: late}}]")));
    assertEquals(
        "r.yaml:1:74: late: changes CONTRAST, of which mri has made the image already;"
            + " move it before mri",
        refusal.getMessage());
    after("{shapes: {}}", MRI.replace("]", ", {intensity: {id: second}}, {mri: {id: again}}]"));
    after("{shapes: {}}", MRI.replace("]", ", {noise: {}}, {flip: {}}]"));
  }

  @Test
  void aReadingLooksEachPluginUpOnce() throws Exception {
    List<String> asked = new ArrayList<>();
    PluginCatalog catalog =
        new PluginCatalog() {
          @Override
          public List<PluginDescription> plugins() {
            return ListedPlugins.ALL.plugins();
          }

          @Override
          public Optional<PluginDescription> find(String name) {
            asked.add(name);
            return ListedPlugins.ALL.find(name);
          }
        };
    read(catalog, "{shapes: {}}", "[{flip: {}}, {flip: {id: again}}]");
    assertEquals(List.of("shapes", "flip"), asked);
  }
}
