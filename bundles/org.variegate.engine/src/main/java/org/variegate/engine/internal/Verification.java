package org.variegate.engine.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.RunListener;
import org.variegate.engine.internal.dataset.DatasetCheck;
import org.variegate.engine.internal.dataset.EncodedSample;
import org.variegate.engine.internal.dataset.Inputs;
import org.variegate.engine.internal.dataset.Mismatch;
import org.variegate.engine.internal.provenance.VersionSet;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Checks a dataset, and makes some of its samples again. */
final class Verification {
  private final EngineComponent engine;
  private final Path directory;
  private final RunListener listener;

  Verification(EngineComponent engine, Path directory, RunListener listener) {
    this.engine = engine;
    this.directory = directory;
    this.listener = listener;
  }

  String run(long remake) throws RunException {
    try {
      DatasetCheck check = DatasetCheck.open(directory);
      check.files(listener);
      if (check.versions().size() > 1) {
        listener.notice("mixed: samples come from " + check.versions().size() + " sets of bundles");
      }
      if (remake > 0 && check.samples() > 0) {
        remake(check, Math.min(remake, check.samples()));
      }
      return check.sha256();
    } catch (Mismatch | RecipeException e) {
      throw new RunException(Cause.MISMATCH, directory + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw new RunException(Cause.MISMATCH, e.getFile() + ": no such file");
    } catch (IOException e) {
      throw new RunException(Cause.MISMATCH, directory + ": cannot be read: " + e.getMessage());
    }
  }

  private void remake(DatasetCheck check, long count)
      throws RunException, RecipeException, Mismatch, IOException {
    Recipe recipe = engine.read(directory, List.of());
    try (WiredPipeline pipeline = engine.wire(recipe)) {
      Replay replay = new Replay(recipe, pipeline);
      for (long i = 0; i < count && !listener.stopRequested(); i++) {
        long index = (2 * i + 1) * check.samples() / (2 * count);
        EncodedSample sample = replay.make(index);
        try {
          compare(check, sample);
        } finally {
          sample.release();
        }
      }
    }
  }

  private static void compare(DatasetCheck check, EncodedSample sample)
      throws Mismatch, IOException {
    Map<String, Object> line = check.sample(sample.index());
    Object expected = line.containsKey("failed") ? "failed" : line.get("sha256");
    Object made = sample.failure() != null ? "failed" : sample.sha256();
    if (!made.equals(expected)) {
      String words = sample.failure() == null ? "" : " (" + sample.failure() + ")";
      throw new Mismatch(
          "sample "
              + sample.index()
              + ": "
              + expected
              + " in the manifest, "
              + made
              + words
              + " when made again"
              + replaced(check.versions(), line, sample.versions())
              + changed(line, sample));
    }
  }

  private static String changed(Map<String, Object> line, EncodedSample sample) {
    Inputs inputs = new Inputs();
    inputs.add(Inputs.of(line));
    inputs.add(sample.inputs());
    return inputs.conflict() == null ? "" : "; " + inputs.conflict();
  }

  private static String replaced(
      SortedMap<String, VersionSet> sets, Map<String, Object> line, VersionSet now) {
    VersionSet then = sets.get(String.valueOf(line.get("versions")));
    return then == null || then.id().equals(now.id())
        ? ""
        : ", by other bundles: " + then.replacedBy(now);
  }
}
