package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeReader;
import org.variegate.engine.recipe.StageNode;

class RecipeReaderTest {
  private static final String BRAIN =
      """
      name: brain
      parameters:
        labels: {description: a folder of label maps}
        n: {description: how many, default: 40}
        out: {default: "${recipe}/out"}
      seed: 0xffffffffffffffff
      samples: ${n}
      source:
        labelmap: {path: "${labels}"}
      stages:
        - flip: {probability: 1}
        - intensity:
        - mri: {}
        - noise: {sigma: 2.50}
        - noise: {id: scanner, sigma: "uniform(0, ${n})"}
      sink:
        nifti: {directory: "${out}", samplesPerShard: 7}
      failures: {maximum: 0.5}
      """;

  @TempDir Path temporary;
  private RecipeFolder folder;

  @BeforeEach
  void write() throws Exception {
    folder = new RecipeFolder(temporary).write("brain.yaml", BRAIN);
  }

  private static StageNode stage(Recipe recipe, int index) {
    return recipe.pipeline().stages().get(index);
  }

  @Test
  void readsEveryKey() throws Exception {
    Recipe recipe = folder.read("brain.yaml", "labels=maps");
    assertEquals("brain", recipe.name());
    assertEquals(-1, recipe.seed());
    assertEquals(40, recipe.samples());
    assertEquals(7, recipe.samplesPerShard());
    assertEquals(temporary + "/out", recipe.directory());
    assertEquals(0.5, recipe.failuresMaximum());
    assertEquals(Duration.ofSeconds(60), recipe.swapTimeout());
    assertEquals(Map.of("compress", true, "level", 6L), recipe.sink().options());
  }

  @Test
  void typesOptionsAndFillsDefaultsInTheOrderOfDeclaration() throws Exception {
    Recipe recipe = folder.read("brain.yaml", "labels=maps");
    Map<String, Object> options = recipe.pipeline().source().options();
    assertEquals(List.of("path", "legend", "orientation"), List.copyOf(options.keySet()));
    assertArrayEquals(new String[] {"maps"}, (String[]) options.get("path"));
    assertEquals(1.0, stage(recipe, 0).options().get("probability"));
    assertEquals("2.50", stage(recipe, 3).options().get("sigma"));
    assertEquals("uniform(0, 40)", stage(recipe, 4).options().get("sigma"));
    assertEquals("scanner", stage(recipe, 4).id());
  }

  @Test
  void positionsAreThoseOfValues() throws Exception {
    Recipe recipe = folder.read("brain.yaml", "labels=maps");
    String file = temporary.resolve("brain.yaml").toString();
    assertEquals(new Position(file, 14, 20), stage(recipe, 3).position("sigma"));
    assertEquals(new Position(file, 12, 5), stage(recipe, 1).position("sigma"));
    assertEquals(
        new Position("--set labels=maps", 0, 0), recipe.pipeline().source().position("path"));
  }

  @Test
  void setsParametersFirstThenPaths() throws Exception {
    Recipe recipe =
        folder.read(
            "brain.yaml",
            "labels=[a, b/*.nii]",
            "n=3",
            "seed=-7",
            "stages.scanner.sigma=9",
            "stages.mri.id=contrast",
            "sink.directory=elsewhere",
            "sink.level=2",
            "swap.timeout=2.5",
            "source.orientation=NATIVE",
            "omit=[flip]");
    assertEquals(3, recipe.samples());
    assertEquals(-7, recipe.seed());
    assertEquals("9", stage(recipe, 3).options().get("sigma"));
    assertEquals("contrast", stage(recipe, 1).id());
    assertEquals("elsewhere", recipe.directory());
    assertEquals(2L, recipe.sink().options().get("level"));
    assertEquals(Duration.ofMillis(2500), recipe.swapTimeout());
    assertEquals("NATIVE", recipe.pipeline().source().options().get("orientation"));
    assertEquals("intensity", stage(recipe, 0).id());
  }

  @Test
  void namesAnotherSinkOrSource() throws Exception {
    Recipe recipe = folder.read("brain.yaml", "sink=null", "source=shapes", "sink.hash=false");
    assertEquals("null", recipe.sink().plugin());
    assertEquals(Map.of("hash", false), recipe.sink().options());
    assertNull(recipe.directory());
    assertEquals("shapes", recipe.pipeline().source().id());
  }

  @Test
  void theSmallestRecipe() throws Exception {
    Recipe recipe = folder.write("s.yaml", "{samples: 0, source: {shapes: }}").read("s.yaml");
    assertEquals("s", recipe.name());
    assertEquals(0, recipe.seed());
    assertEquals(0.01, recipe.failuresMaximum());
    assertEquals(100, recipe.samplesPerShard());
    assertNull(recipe.sink());
    assertEquals(List.of(), recipe.pipeline().stages());
  }

  @Test
  void dollarsCanBeEscaped() throws Exception {
    folder.write(
        "s.yaml",
        "{name: '$${x} $${y $5 $', samples: 1, source: {labelmap: {path: '$${recipe}'}}}");
    Recipe recipe = folder.read("s.yaml");
    assertEquals("${x} ${y $5 $", recipe.name());
    String[] path = (String[]) recipe.pipeline().source().options().get("path");
    assertArrayEquals(new String[] {"${recipe}"}, path);
    Recipe again =
        new RecipeReader(ListedPlugins.ALL).read(recipe.resolved(), Path.of("r.yaml"), List.of());
    assertEquals(recipe.resolved(), again.resolved());
  }

  @Test
  void pipelinesNest() throws Exception {
    folder.write(
        "mix.yaml",
        """
        samples: 1
        source:
          mix:
            ratio: [1, 2, 3]
            sources:
              - shapes: {labels: 3}
              - source: {labelmap: {path: [a]}}
                stages: [{flip: {}}]
              - pipeline:
                  source: {pipeline: {source: {shapes: {}}, stages: [{flip: {}}]}}
                  stages: [{flip: {}}]
        stages: [{flip: {}}]
        """);
    Recipe recipe =
        folder.read(
            "mix.yaml",
            "source.ratio[1]=5",
            "source.sources[0].source.labels=4",
            "source.sources[1].stages.flip.probability=0.25",
            "source.sources[2].source.stages.flip.probability=0.75");
    List<PipelineNode> inner = recipe.pipeline().source().inner().get("sources");
    assertArrayEquals(
        new Double[] {1.0, 5.0, 3.0}, (Double[]) recipe.pipeline().source().options().get("ratio"));
    assertEquals(4, inner.get(0).source().options().get("labels"));
    assertEquals(0.25, inner.get(1).stages().get(0).options().get("probability"));
    StageNode nested = inner.get(2).source();
    assertEquals(StageNode.PIPELINE, nested.plugin());
    PipelineNode innermost = nested.inner().get(StageNode.PIPELINE).get(0);
    assertEquals(0.75, innermost.stages().get(0).options().get("probability"));
    Recipe again =
        new RecipeReader(ListedPlugins.ALL).read(recipe.resolved(), Path.of("r.yaml"), List.of());
    assertEquals(recipe.resolved(), again.resolved());
  }

  @Test
  void resolvedSaysAllButTheDirectory() throws Exception {
    String expected =
        """
        name: brain
        seed: -1
        samples: 40
        failures:
          maximum: 0.5
        swap:
          timeout: 60.0
        source:
          labelmap:
            path: [maps]
            legend: ""
            orientation: RAS
        stages:
          - flip:
              probability: 1.0E-5
          - intensity: {}
          - mri: {}
          - noise:
              sigma: "2.50"
          - noise:
              id: scanner
              sigma: "uniform(0, 40)"
        sink:
          nifti:
            samplesPerShard: 7
            compress: true
            level: 6
        """;
    Recipe recipe = folder.read("brain.yaml", "labels=maps", "stages.flip.probability=0.00001");
    assertEquals(expected, recipe.resolved());
    Recipe again =
        new RecipeReader(ListedPlugins.ALL).read(recipe.resolved(), Path.of("r.yaml"), List.of());
    assertEquals(expected, again.resolved());
  }

  @Test
  void omittedStagesLeaveNoTrace() throws Exception {
    String text = BRAIN.replace("  - flip: {probability: 1}\n", "");
    folder.write("without.yaml", text);
    assertEquals(
        folder.read("without.yaml", "labels=m").resolved(),
        folder.read("brain.yaml", "labels=m", "omit=flip").resolved());
  }
}
