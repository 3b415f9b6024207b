package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.RunException;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.TrainingListener;

class TrainingFailuresTest {
  @TempDir Path temporary;

  private Trainings trainings;

  @BeforeEach
  void trainings() {
    trainings = new Trainings(temporary);
  }

  @Test
  void aLossThatIsNoNumberEndsItAndKeepsTheLastCheckpoint() throws Exception {
    Line line = new Line("1");
    line.explodesAt = 23;
    RunException e =
        assertThrows(
            RunException.class,
            () ->
                trainings.train(
                    "nan", new Points(line), 1, trainings.new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.LEARNING, e.why());
    assertTrue(e.getMessage().startsWith("the loss is NaN at step 23; a lower training.rate"));
    assertTrue(Files.exists(temporary.resolve("nan").resolve("checkpoint-00000020")));
    trainings.train("whole", 1);
    trainings.train("nan", 1);
    assertEquals(trainings.log("whole"), trainings.log("nan"));
  }

  @Test
  void memoryThatRunsOutEndsItAndKeepsTheLastCheckpoint() throws Exception {
    Line line = new Line("1");
    line.fullAt = 23;
    line.full = "Physical memory usage is too high: physicalBytes (1G) > maxPhysicalBytes (900M)";
    Points points = new Points(line);
    RunException e =
        assertThrows(
            RunException.class,
            () -> trainings.train("full", points, 1, trainings.new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.MEMORY, e.why());
    assertTrue(e.getMessage().contains("-Dorg.bytedeco.javacpp.maxphysicalbytes=..."));
    assertTrue(e.getMessage().contains("a smaller training.batch"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
    trainings.train("whole", 1);
    trainings.train("full", 1);
    assertEquals(trainings.log("whole"), trainings.log("full"));
    line.full = "Java heap space";
    assertThrows(
        OutOfMemoryError.class,
        () -> trainings.train("heap", points, 1, trainings.new Stopping(Long.MAX_VALUE)));
  }

  @Test
  void someSamplesMayFail() throws Exception {
    Points points = new Points(new Line("1"));
    points.broken = Set.of(40L, 41L);
    Trained trained = trainings.train("failing", points, 2, trainings.new Stopping(Long.MAX_VALUE));
    assertTrue(trained.complete());
    assertEquals("sample 40 failed: points: needs a point, got none", trainings.notices.get(0));
    assertEquals(6, trainings.notices.size(), "each in each epoch");
    points.broken = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    RunException e =
        assertThrows(
            RunException.class,
            () -> trainings.train("f2", points, 2, trainings.new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.FAILURES, e.why());
  }

  @Test
  void whatIsMeasuredOnMustNotBeLearnedFrom() throws Exception {
    Points points = new Points(new Line("1"));
    String file = "ab".repeat(32);
    points.inputs = index -> Map.of("points/a.png", file, "sky/b.hdr", "cd".repeat(32));
    RunException e =
        assertThrows(
            RunException.class,
            () -> trainings.train("leak", points, 1, trainings.new Stopping(Long.MAX_VALUE)));
    assertEquals(RunException.Cause.LEARNING, e.why());
    assertTrue(e.getMessage().contains("abababababab"), e.getMessage());
    points.inputs = index -> Map.of("sky/b.hdr", "cd".repeat(32));
    assertTrue(
        trainings.train("sky", points, 1, trainings.new Stopping(Long.MAX_VALUE)).complete());
  }

  @Test
  void anotherTrainingKeepsOutOfItsFolder() throws Exception {
    trainings.train("taken", 1);
    RunException e =
        assertThrows(
            RunException.class, () -> ModelFolder.take(temporary.resolve("taken"), "recipe 2\n"));
    assertEquals(RunException.Cause.TARGET, e.why());
    assertTrue(e.getMessage().contains("'recipe', this one 'recipe 2'"), e.getMessage());
  }

  @Test
  void aDamagedCheckpointIsNamed() throws Exception {
    trainings.train("damaged", new Points(new Line("1")), 1, trainings.new Stopping(15));
    Path network = temporary.resolve("damaged/checkpoint-00000015/network.bin");
    Files.write(network, new byte[5]);
    RunException e = assertThrows(RunException.class, () -> trainings.train("damaged", 1));
    assertTrue(e.getMessage().startsWith(network.toString()), e.getMessage());
  }

  @Test
  void aSuccessorThatCannotReadItLeavesNothingOpen() {
    Line one = new Line("1");
    Line two = new Line("2");
    two.unreadable = true;
    Points points = new Points(one);
    TrainingListener swapping =
        new TrainingListener() {
          @Override
          public void stepDone(long done, double loss, double waited) {
            points.model = done < 17 ? one : two;
          }
        };
    RunException e =
        assertThrows(RunException.class, () -> trainings.train("swapped", points, 1, swapping));
    assertTrue(e.getMessage().endsWith("network.bin: format: needs line 2, got line 1"));
    assertEquals(0, one.open, "closed, and closed once");
  }
}
