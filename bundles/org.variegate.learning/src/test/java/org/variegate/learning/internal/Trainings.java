package org.variegate.learning.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Trainings of lines by points, in folders of their own. */
final class Trainings {
  private static final Position HERE = new Position("test.yaml", 1, 1);

  final List<String> notices = new ArrayList<>();
  int patience;
  double rate = 0.2;

  private final Path folder;

  Trainings(Path folder) {
    this.folder = folder;
  }

  private static StageNode node(String name) {
    return new StageNode(name, name, Map.of(), Map.of(), HERE, Map.of());
  }

  private Recipe recipe() {
    Training training = new Training("out", 3, 8, rate, Schedule.COSINE, 5, 10, patience, 1, 1);
    PipelineNode pipeline = new PipelineNode(node("points"), List.of());
    Probe probe = new Probe(pipeline, 20, HERE);
    Learning learning = new Learning(node("line"), training, probe, Map.of(), "recipe\n");
    return new Recipe(
        HERE, "test", 7, 103, pipeline, null, null, 1, 0.1, Duration.ofSeconds(1), learning, "");
  }

  /** Stops after so many steps. */
  final class Stopping implements TrainingListener {
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

  Trained train(String name, Points points, int workers, TrainingListener listener)
      throws Exception {
    Recipe recipe = recipe();
    try (ModelFolder taken = ModelFolder.take(folder.resolve(name), "recipe\n")) {
      Probe probe = recipe.learning().validation();
      Tester tester =
          new Tester("validation", recipe.of("validation", probe), probe, points, workers, 8);
      return new TrainingRun(recipe, points, tester, taken, workers, listener).run();
    }
  }

  Trained train(String name, int workers) throws Exception {
    return train(name, new Points(new Line("1")), workers, new Stopping(Long.MAX_VALUE));
  }

  String log(String name) throws Exception {
    return Files.readString(folder.resolve(name).resolve("log.jsonl"));
  }

  byte[] weights(String name, long step) throws Exception {
    String checkpoint = String.format("checkpoint-%08d", step);
    return Files.readAllBytes(folder.resolve(name).resolve(checkpoint).resolve("network.bin"));
  }
}
