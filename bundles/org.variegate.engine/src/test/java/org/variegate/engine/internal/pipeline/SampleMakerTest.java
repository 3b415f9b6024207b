package org.variegate.engine.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.variegate.api.Randomizer;
import org.variegate.api.Source;
import org.variegate.api.Stage;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.internal.provenance.BundleVersion;
import org.variegate.engine.recipe.InnerPipelines;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.PluginDescription;
import org.variegate.engine.recipe.PluginDescription.Kind;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.StageNode;

class SampleMakerTest {
  private static final Distribution UNIT = Distribution.parse("x", "uniform(0, 1)");

  private final Map<String, Source> inner = new LinkedHashMap<>();
  private final Source draw = (sample, draws) -> draws.sample("x", UNIT);
  private final Randomizer shake = (sample, draws) -> draws.sample("x", UNIT);
  private final Source mix =
      (sample, draws) -> {
        int i = draws.index("which", 2);
        new ArrayList<>(inner.values()).get(i).open(sample, draws.child("sources", i));
      };

  private static StageNode node(String id, String plugin, Map<String, List<PipelineNode>> inner) {
    return new StageNode(id, plugin, Map.of(), inner, new Position("r.yaml", 3, 5), Map.of());
  }

  private static StageNode node(String plugin) {
    return node(plugin, plugin, Map.of());
  }

  private static Recipe recipe(PipelineNode pipeline) {
    return new Recipe(
        new Position("r.yaml", 0, 0), "r", 1, 1, pipeline, null, null, 1, 0, null, null, "");
  }

  private static Optional<PluginDescription> find(String name) {
    List<InnerPipelines> sources =
        name.equals("mix") ? List.of(new InnerPipelines("sources", true, true)) : List.of();
    Kind kind = name.equals("shake") ? Kind.RANDOMIZER : Kind.SOURCE;
    return Set.of("mix", "draw", "shake").contains(name)
        ? Optional.of(
            new PluginDescription(
                name, kind, name, "", List.of(), List.of(), List.of(), sources, name, "1", ""))
        : Optional.empty();
  }

  private static final PluginCatalog CATALOG =
      new PluginCatalog() {
        @Override
        public List<PluginDescription> plugins() {
          return List.of();
        }

        @Override
        public Optional<PluginDescription> find(String name) {
          return SampleMakerTest.find(name);
        }
      };

  private static Recipe nested() {
    PipelineNode bare = new PipelineNode(node("draw"), List.of());
    PipelineNode full = new PipelineNode(node("draw"), List.of(node("shake")));
    StageNode outer = node("mix", "mix", Map.of("sources", List.of(bare, full)));
    StageNode whole =
        node(
            "pipeline",
            "pipeline",
            Map.of("pipeline", List.of(new PipelineNode(outer, List.of()))));
    return recipe(new PipelineNode(whole, List.of(node("late", "shake", Map.of()))));
  }

  private Snapshot snapshot(Layout layout) {
    Map<String, Stage> stages = Map.of("mix", mix, "draw", draw, "shake", shake);
    StageInstance[] instances =
        layout.slots().stream()
            .map(slot -> stages.get(slot.plugin().name()))
            .map(stage -> new StageInstance(stage, new BundleVersion("b", "1", "0123456789abcdef")))
            .toArray(StageInstance[]::new);
    return Snapshot.of(layout.slots(), instances, Map.of());
  }

  @Test
  void namesDrawsOfInnerPipelinesBelowTheirPlace() throws Exception {
    Layout layout = LayoutBuilder.layout(nested(), CATALOG);
    SampleMaker maker = new SampleMaker(layout, 1, null);
    layout.inner().forEach(i -> inner.put(i.key() + i.place(), maker.source(i.plan())));
    Set<List<String>> names = new HashSet<>();
    for (int index = 0; index < 20; index++) {
      DrawRecord record = new DrawRecord();
      maker.make(snapshot(layout), index, record, Overrides.NONE).close();
      names.add(List.copyOf(record.values().keySet()));
    }
    assertEquals(
        Set.of(
            List.of("pipeline.mix.which", "pipeline.mix.sources[0].draw.x", "late.x"),
            List.of(
                "pipeline.mix.which",
                "pipeline.mix.sources[1].draw.x",
                "pipeline.mix.sources[1].shake.x",
                "late.x")),
        names);
  }

  @Test
  void givesEachStageAPath() throws Exception {
    Layout layout = LayoutBuilder.layout(nested(), CATALOG);
    assertEquals(
        List.of(
            "pipeline.mix",
            "pipeline.mix.sources[0].draw",
            "pipeline.mix.sources[1].draw",
            "pipeline.mix.sources[1].shake",
            "late"),
        layout.slots().stream().map(Slot::path).toList());
  }

  @Test
  void knowsTheInnerStageThatFailed() throws Exception {
    Layout layout = LayoutBuilder.layout(nested(), CATALOG);
    SampleMaker maker = new SampleMaker(layout, 1, null);
    Source failing =
        (sample, draws) -> {
          throw new IllegalArgumentException("no");
        };
    StageInstance[] instances = new StageInstance[layout.slots().size()];
    for (Slot slot : layout.slots()) {
      Stage stage = slot.plugin().name().equals("mix") ? mix : failing;
      instances[slot.number()] = new StageInstance(stage, new BundleVersion("b", "1", "0"));
    }
    layout.inner().forEach(i -> inner.put(i.key() + i.place(), maker.source(i.plan())));
    Snapshot snapshot = Snapshot.of(layout.slots(), instances, Map.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> maker.make(snapshot, 0, new DrawRecord(), Overrides.NONE));
    assertTrue(
        maker.lastStage().matches("pipeline\\.mix\\.sources\\[[01]]\\.draw"), maker.lastStage());
  }

  @Test
  void refusesAnInnerPipelineOutsideASample() throws Exception {
    Layout layout = LayoutBuilder.layout(nested(), CATALOG);
    SampleMaker maker = new SampleMaker(layout, 1, null);
    PipelineSource source = maker.source(layout.inner().get(0).plan());
    assertThrows(IllegalStateException.class, () -> source.open(null, null));
  }

  @Test
  void refusesAPluginThatIsGone() {
    Recipe recipe = recipe(new PipelineNode(node("nothing"), List.of()));
    RecipeException failure =
        assertThrows(RecipeException.class, () -> LayoutBuilder.layout(recipe, CATALOG));
    assertEquals("r.yaml:3:5: nothing: not installed", failure.getMessage());
  }
}
