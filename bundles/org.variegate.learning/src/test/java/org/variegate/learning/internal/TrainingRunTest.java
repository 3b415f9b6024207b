package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.learning.Trained;
import org.variegate.engine.learning.TrainingListener;

class TrainingRunTest {
  @TempDir Path temporary;

  private Trainings trainings;

  @BeforeEach
  void trainings() {
    trainings = new Trainings(temporary);
  }

  @Test
  void learnsWhateverTheNumberOfWorkers() throws Exception {
    Trained one = trainings.train("one", 1);
    Trained four = trainings.train("four", 4);
    assertEquals(39, one.steps()); // 309 samples in batches of 8
    assertTrue(one.complete());
    assertEquals(trainings.log("one"), trainings.log("four"));
    assertEquals(one.best(), four.best());
    assertEquals(39 + 4 + 1, trainings.log("one").lines().count()); // steps, validations, versions
    String last = trainings.log("one").lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("{\"step\":39,\"validation\":{\"nearness\":-0.1"), last);
  }

  @Test
  void goesOnAsIfItHadNeverBeenStopped() throws Exception {
    trainings.train("whole", 2);
    for (long stop = 1; stop < 39; stop += 6) {
      Points points = new Points(new Line("1"));
      Trained part = trainings.train("parts", points, 2, trainings.new Stopping(stop));
      assertFalse(part.complete());
    }
    assertTrue(trainings.train("parts", 2).complete());
    assertEquals(trainings.log("whole"), trainings.log("parts"));
    assertEquals(
        new String(trainings.weights("whole", 39), "ISO-8859-1"),
        new String(trainings.weights("parts", 39), "ISO-8859-1"));
    assertTrue(trainings.train("parts", 2).complete(), "nothing is left to do");
    assertEquals(trainings.log("whole"), trainings.log("parts"));
  }

  @Test
  void aStopWhileItIsMeasuredLosesNothing() throws Exception {
    trainings.train("whole", 1);
    Points points = new Points(new Line("1"));
    TrainingListener stopping =
        new TrainingListener() {
          private int asked;

          @Override
          public boolean stopRequested() {
            return ++asked > 12; // within the validation after step 10
          }
        };
    assertFalse(trainings.train("parts", points, 1, stopping).complete());
    assertEquals(10 + 1, trainings.log("parts").lines().count(), "no validation yet");
    trainings.train("parts", 1);
    assertEquals(trainings.log("whole"), trainings.log("parts"));
  }

  @Test
  void losesWhatCameAfterTheLastCheckpointAlone() throws Exception {
    trainings.train("whole", 1);
    trainings.train("killed", new Points(new Line("1")), 1, trainings.new Stopping(15));
    Path log = temporary.resolve("killed").resolve("log.jsonl");
    Files.writeString(log, Files.readString(log) + "{\"step\":16,\"lo"); // a process that died
    trainings.train("killed", 1);
    assertEquals(trainings.log("whole"), trainings.log("killed"));
  }

  @Test
  void handsItsStateToTheModelThatReplacesIt() throws Exception {
    trainings.train("whole", 1);
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
            trainings.notices.add(message);
          }
        };
    trainings.train("swapped", points, 3, swapping);
    assertEquals(trainings.log("whole"), trainings.log("swapped"));
    assertEquals(
        List.of("the model was replaced after step 17; it goes on from there"), trainings.notices);
  }

  @Test
  void stopsWhereItGetsNoBetter() throws Exception {
    trainings.patience = 2;
    trainings.rate = 0;
    Points points = new Points(new Line("1"));
    Trained trained = trainings.train("patient", points, 1, trainings.new Stopping(Long.MAX_VALUE));
    assertTrue(trained.complete());
    assertEquals(30, trained.steps(), "measured after 10, and twice since");
  }

  @Test
  void equalTrainingsHaveEqualPages() throws Exception {
    trainings.train("one", 1);
    trainings.train("parts", new Points(new Line("1")), 2, trainings.new Stopping(15));
    assertFalse(Files.exists(temporary.resolve("parts/report.html")));
    trainings.train("parts", 3);
    String page = Files.readString(temporary.resolve("one/report.html"));
    assertEquals(page, Files.readString(temporary.resolve("parts/report.html")));
    assertTrue(page.contains("validation: nearness"), page);
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("http"), page);
  }

  @Test
  void whatIsShownAgainIsNotMadeAgain() throws Exception {
    Points points = new Points(new Line("1"));
    trainings.train("kept", points, 1, trainings.new Stopping(Long.MAX_VALUE));
    assertEquals(103 + 20, points.made.get(), "three epochs, and four validations");
  }
}
