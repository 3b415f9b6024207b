package org.variegate.learning.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.variegate.api.task.Network;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.DiskFailure;
import org.variegate.engine.files.FolderLock;

/**
 * The folder of a training: {@code training.yaml}, {@code log.jsonl}, checkpoints in folders of
 * their own, and in the end the model. A checkpoint is there whole or not at all.
 */
final class ModelFolder implements AutoCloseable {
  static final String RECIPE = "training.yaml";
  static final String LOG = "log.jsonl";

  private static final String PREFIX = "checkpoint-";

  private final Path folder;
  private final FolderLock lock;

  /** Writes into the folder. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException;
  }

  private ModelFolder(Path folder, FolderLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder for a training.
   *
   * @param recipe that is trained, in full
   * @throws RunException if it is in use, holds another training, or cannot be written to
   */
  static ModelFolder take(Path folder, String recipe) throws RunException {
    FolderLock lock = lock(folder);
    ModelFolder model = new ModelFolder(folder, lock);
    boolean taken = false;
    try {
      model.requireSame(recipe);
      model.change(
          () -> {
            Disk.replace(folder.resolve(RECIPE), recipe.getBytes(StandardCharsets.UTF_8));
            return null;
          });
      taken = true;
      return model;
    } finally {
      if (!taken) {
        model.close();
      }
    }
  }

  private static FolderLock lock(Path folder) throws RunException {
    try {
      Files.createDirectories(folder);
      FolderLock lock = FolderLock.take(folder);
      if (lock == null) {
        throw new RunException(Cause.TARGET, folder + ": another training works in this folder");
      }
      return lock;
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, folder + ": " + DiskFailure.line(e));
    }
  }

  /**
   * Looks into the folder of a training, to measure or use what it has learned.
   *
   * @throws RunException if there is none
   */
  static ModelFolder look(Path folder) throws RunException {
    if (!Files.isRegularFile(folder.resolve(RECIPE))) {
      throw new RunException(
          Cause.TARGET, folder + ": needs a folder in which a model was trained, has no " + RECIPE);
    }
    return new ModelFolder(folder, null);
  }

  Path path() {
    return folder;
  }

  private void requireSame(String recipe) throws RunException {
    Path file = folder.resolve(RECIPE);
    if (!Files.exists(file)) {
      return;
    }
    List<String> old = read(file).lines().toList();
    List<String> now = recipe.lines().toList();
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      String before = i < old.size() ? old.get(i).strip() : "nothing";
      String after = i < now.size() ? now.get(i).strip() : "nothing";
      if (!before.equals(after)) {
        throw new RunException(
            Cause.TARGET,
            folder
                + ": holds another training: its recipe says '"
                + before
                + "', this one '"
                + after
                + "'; choose another directory");
      }
    }
  }

  private static String read(Path file) throws RunException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, file + ": cannot be read: " + e.getMessage());
    }
  }

  <T> T change(Change<T> change) throws RunException {
    try {
      return change.make();
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, folder + ": " + DiskFailure.line(e));
    }
  }

  /** The steps of the checkpoints that are there, in order. */
  List<Long> checkpoints() throws RunException {
    TreeSet<Long> steps = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path path : found) {
        String number = path.getFileName().toString().substring(PREFIX.length());
        if (number.matches("\\d{1,12}")) {
          steps.add(Long.parseLong(number));
        }
      }
      return List.copyOf(steps);
    } catch (IOException e) {
      throw new RunException(Cause.TARGET, folder + ": cannot be read: " + e.getMessage());
    }
  }

  /** The checkpoint after a step. */
  Checkpoint checkpoint(long step) {
    return new Checkpoint(folder.resolve(PREFIX + String.format(Locale.ROOT, "%08d", step)));
  }

  /** Writes a checkpoint, and removes those that nobody needs any more. */
  void save(State state, Network network, Collection<String> files) throws RunException {
    change(
        () -> {
          Checkpoint temporary = new Checkpoint(folder.resolve("." + PREFIX + "tmp"));
          temporary.write(state, network, files);
          Path target = checkpoint(state.step()).path();
          Disk.remove(target);
          Files.move(temporary.path(), target, StandardCopyOption.ATOMIC_MOVE);
          Disk.forceFolder(folder);
          return null;
        });
    for (long step : checkpoints()) {
      if (step != state.step() && step != state.bestStep()) {
        change(
            () -> {
              Disk.remove(checkpoint(step).path());
              return null;
            });
      }
    }
  }

  /**
   * The state that was kept last, in which a best one is known.
   *
   * @throws RunException if nothing was learned yet
   */
  State last() throws RunException {
    List<Long> steps = checkpoints();
    State last = steps.isEmpty() ? null : checkpoint(steps.get(steps.size() - 1)).state();
    if (last == null || last.bestStep() < 0) {
      throw new RunException(
          Cause.LEARNING, folder + ": needs a model that was trained, has no checkpoint of one");
    }
    return last;
  }

  @Override
  public void close() throws RunException {
    if (lock != null) {
      change(
          () -> {
            lock.close();
            return null;
          });
    }
  }
}
