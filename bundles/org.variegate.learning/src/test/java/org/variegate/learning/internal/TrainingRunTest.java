package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.TrainingListener;
import org.variegate.engine.recipe.Learning;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.Position;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.StageNode;
import org.variegate.engine.recipe.Training;
import org.variegate.engine.recipe.Training.Schedule;

class TrainingRunTest {
  private static final Position HERE = new Position("test.yaml", 1, 1);

  @TempDir Path temporary;

  private final List<String> notices = new ArrayList<>();
  private long samples = 103;
  private int patience;
  private double rate = 0.2;

  private static StageNode node(String name) {
    return new StageNode(name, name, Map.of(), Map.of(), HERE, Map.of());
  }

  private Recipe recipe() {
    Training training = new Training("out", 3, 8, rate, Schedule.COSINE, 5, 10, patience, 1, 1);
    PipelineNode pipeline = new PipelineNode(node("points"), List.of());
    Probe probe = new Probe(pipeline, 20, HERE);
    Learning learning = new Learning(node("line"), training, probe, Map.of(), "recipe\n");
    return new Recipe(
        HERE,
        "test",
        7,
        samples,
        pipeline,
        null,
        null,
        1,
        0.1,
        Duration.ofSeconds(1),
        learning,
        "");
  }

  /** Stops after so many steps. */
  private final class Stopping implements TrainingListener {
    private final long after;
    private long done;

    Stopping(long after) {
      this.after = after;
    }

    @Override
    public void stepDone(long now, double loss, double waited) {
      done = now;
    }

    @Override
    public void notice(String message) {
      notices.add(message);
    }

    @Override
    public boolean stopRequested() {
      return done >= after;
    }
  }

  private Trained train(String name, Points points, int workers, TrainingListener listener)
      throws Exception {
    Recipe recipe = recipe();
    try (ModelFolder folder = ModelFolder.take(temporary.resolve(name), "recipe\n")) {
      Probe probe = recipe.learning().validation();
      Tester tester =
          new Tester("validation", recipe.of("validation", probe), probe, points, workers, 8);
      return new TrainingRun(recipe, points, tester, folder, workers, listener).run();
    }
  }

  private Trained train(String name, int workers) throws Exception {
    return train(name, new Points(new Line("1")), workers, new Stopping(Long.MAX_VALUE));
  }

  private String log(String name) throws Exception {
    return Files.readString(temporary.resolve(name).resolve("log.jsonl"));
  }

  private byte[] weights(String name, long step) throws Exception {
    String checkpoint = String.format("checkpoint-%08d", step);
    return Files.readAllBytes(temporary.resolve(name).resolve(checkpoint).resolve("network.bin"));
  }

  @Test
  void learnsWhateverTheNumberOfWorkers() throws Exception {
    Trained one = train("one", 1);
    Trained four = train("four", 4);
    assertEquals(39, one.steps()); // 309 samples in batches of 8
    assertTrue(one.complete());
    assertEquals(log("one"), log("four"));
    assertEquals(one.best(), four.best());
    assertEquals(39 + 4 + 1, log("one").lines().count()); // steps, validations, versions
    String last = log("one").lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("{\"step\":39,\"validation\":{\"nearness\":-0.1"), last);
  }

  @Test
  void goesOnAsIfItHadNeverBeenStopped() throws Exception {
    train("whole", 2);
    for (long stop = 1; stop < 39; stop += 6) {
      Points points = new Points(new Line("1"));
      Trained part = train("parts", points, 2, new Stopping(stop));
      assertFalse(part.complete());
    }
    assertTrue(train("parts", 2).complete());
    assertEquals(log("whole"), log("parts"));
    assertEquals(
        new String(weights("whole", 39), "ISO-8859-1"),
        new String(weights("parts", 39), "ISO-8859-1"));
    assertTrue(train("parts", 2).complete(), "nothing is left to do");
    assertEquals(log("whole"), log("parts"));
  }

  @Test
  void aStopWhileItIsMeasuredLosesNothing() throws Exception {
    train("whole", 1);
    Points points = new Points(new Line("1"));
    TrainingListener stopping =
        new TrainingListener() {
          private int asked;

          @Override
          public boolean stopRequested() {
            return ++asked > 12; // within the validation after step 10
          }
        };
    assertFalse(train("parts", points, 1, stopping).complete());
    assertEquals(10 + 1, log("parts").lines().count(), "no validation yet");
    train("parts", 1);
    assertEquals(log("whole"), log("parts"));
  }

  @Test
  void losesWhatCameAfterTheLastCheckpointAlone() throws Exception {
    train("whole", 1);
    train("killed", new Points(new Line("1")), 1, new Stopping(15));
    Path log = temporary.resolve("killed").resolve("log.jsonl");
    Files.writeString(log, Files.readString(log) + "{\"step\":16,\"lo"); // a process that died
    train("killed", 1);
    assertEquals(log("whole"), log("killed"));
  }

  @Test
  void handsItsStateToTheModelThatReplacesIt() throws Exception {
    train("whole", 1);
    Points points = new Points(new Line("1"));
    TrainingListener swapping =
        new TrainingListener() {
          @Override
          public void stepDone(long done, double loss, double waited) {
            if (done == 17) {
              points.model = new Line("2");
            }
          }

          @Override
          public void notice(String message) {
            notices.add(message);
          }
        };
    train("swapped", points, 3, swapping);
    assertEquals(log("whole"), log("swapped"));
    assertEquals(List.of("the model was replaced after step 17; it goes on from there"), notices);
  }

  @Test
  void stopsWhereItGetsNoBetter() throws Exception {
    patience = 2;
    rate = 1e-12;
    Points points = new Points(new Line("1"));
    points.model = new Line("1");
    Trained trained = train("patient", points, 1, new Stopping(Long.MAX_VALUE));
    assertTrue(trained.complete());
    assertTrue(trained.steps() <= 39);
  }

  @Test
  void aLossThatIsNoNumberEndsItAndKeepsTheLastCheckpoint() throws Exception {
    Line line = new Line("1");
    line.explodesAt = 23;
    RunException e =
        assertThrows(
            RunException.class,
            () -> train("nan", new Points(line), 1, new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.LEARNING, e.why());
    assertTrue(e.getMessage().startsWith("the loss is NaN at step 23; a lower training.rate"));
    assertTrue(Files.exists(temporary.resolve("nan").resolve("checkpoint-00000020")));
    train("whole", 1);
    train("nan", 1);
    assertEquals(log("whole"), log("nan"));
  }

  @Test
  void memoryThatRunsOutEndsItAndKeepsTheLastCheckpoint() throws Exception {
    Line line = new Line("1");
    line.fullAt = 23;
    line.full = "Physical memory usage is too high: physicalBytes (1G) > maxPhysicalBytes (900M)";
    Points points = new Points(line);
    RunException e =
        assertThrows(
            RunException.class, () -> train("full", points, 1, new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.MEMORY, e.why());
    assertTrue(e.getMessage().contains("-Dorg.bytedeco.javacpp.maxphysicalbytes=..."));
    assertTrue(e.getMessage().contains("a smaller training.batch"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
    train("whole", 1);
    train("full", 1);
    assertEquals(log("whole"), log("full"));
    line.full = "Java heap space";
    assertThrows(
        OutOfMemoryError.class, () -> train("heap", points, 1, new Stopping(Long.MAX_VALUE)));
  }

  @Test
  void equalTrainingsHaveEqualPages() throws Exception {
    train("one", 1);
    train("parts", new Points(new Line("1")), 2, new Stopping(15));
    assertFalse(Files.exists(temporary.resolve("parts/report.html")));
    train("parts", 3);
    String page = Files.readString(temporary.resolve("one/report.html"));
    assertEquals(page, Files.readString(temporary.resolve("parts/report.html")));
    assertTrue(page.contains("validation: nearness"), page);
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("http"), page);
  }

  @Test
  void someSamplesMayFail() throws Exception {
    Points points = new Points(new Line("1"));
    points.broken = Set.of(40L, 41L);
    Trained trained = train("failing", points, 2, new Stopping(Long.MAX_VALUE));
    assertTrue(trained.complete());
    assertEquals("sample 40 failed: points: needs a point, got none", notices.get(0));
    assertEquals(6, notices.size(), "each in each epoch");
    points.broken = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    RunException e =
        assertThrows(
            RunException.class, () -> train("f2", points, 2, new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.FAILURES, e.why());
  }

  @Test
  void whatIsMeasuredOnMustNotBeLearnedFrom() {
    Points points = new Points(new Line("1"));
    String file = "ab".repeat(32);
    points.inputs = index -> Map.of("points/a.png", file, "sky/b.hdr", "cd".repeat(32));
    RunException e =
        assertThrows(
            RunException.class, () -> train("leak", points, 1, new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.LEARNING, e.why());
    assertTrue(e.getMessage().contains("abababababab"), e.getMessage());
    points.inputs = index -> Map.of("sky/b.hdr", "cd".repeat(32));
    assertTrue(
        assertDoesNotThrowAndGet(() -> train("sky", points, 1, new Stopping(Long.MAX_VALUE)))
            .complete());
  }

  private static Trained assertDoesNotThrowAndGet(
      org.junit.jupiter.api.function.ThrowingSupplier<Trained> training) {
    return org.junit.jupiter.api.Assertions.assertDoesNotThrow(training);
  }

  @Test
  void anotherTrainingKeepsOutOfItsFolder() throws Exception {
    train("taken", 1);
    RunException e =
        assertThrows(
            RunException.class, () -> ModelFolder.take(temporary.resolve("taken"), "recipe 2\n"));
    assertEquals(RunException.Cause.TARGET, e.why());
    assertTrue(e.getMessage().contains("'recipe', this one 'recipe 2'"), e.getMessage());
  }

  @Test
  void aDamagedCheckpointIsNamed() throws Exception {
    train("damaged", new Points(new Line("1")), 1, new Stopping(15));
    Path network = temporary.resolve("damaged/checkpoint-00000015/network.bin");
    Files.write(network, new byte[5]);
    RunException e = assertThrows(RunException.class, () -> train("damaged", 1));
    assertTrue(e.getMessage().startsWith(network.toString()), e.getMessage());
  }
}
