package org.variegate.engine;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.variegate.api.Sink;
import org.variegate.api.TaskModel;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;

/**
 * A wired pipeline. Thread-safe. A sample is made by one version of each stage: the one that is
 * there when it begins.
 */
@ProviderType
public interface Pipeline extends AutoCloseable {

  /**
   * Makes a sample. Waits for a stage that is being replaced.
   *
   * @param index of the sample, at least 0
   * @param record receives its draws
   * @param overrides stand in for draws
   * @return the sample, whose buffers belong to the worker again once it is closed
   * @throws RunException if a stage stays away longer than the recipe's {@code swap.timeout}
   * @throws RuntimeException whatever a stage threw
   */
  MadeSample make(long index, DrawRecord record, Overrides overrides) throws RunException;

  /**
   * Says why {@link #make} failed in this thread.
   *
   * @param why what it threw
   * @return the stage and its message, in one line
   */
  String failure(Throwable why);

  /**
   * The parts a sample has after the last stage.
   *
   * @return names of parts
   */
  Set<String> gives();

  /**
   * What the stages tell of the dataset before there is a sample.
   *
   * @return by name, to be read only
   */
  Map<String, Object> facts();

  /**
   * The task model that is there now. Waits for one that is being replaced.
   *
   * @return the instance, of a recipe that has one
   * @throws RunException if a stage stays away longer than the recipe's {@code swap.timeout}
   */
  TaskModel model() throws RunException;

  /**
   * The sink that is there now. Waits for one that is being replaced.
   *
   * @return the instance, of a recipe that has one
   * @throws RunException if a stage stays away longer than the recipe's {@code swap.timeout}
   */
  Sink sink() throws RunException;

  /**
   * What makes samples now, and learns from them. Waits for a stage that is being replaced.
   *
   * @return stage id to bundle, version and the first 12 digits of the jar's SHA-256
   * @throws RunException if a stage stays away longer than the recipe's {@code swap.timeout}
   */
  Map<String, String> versions() throws RunException;

  /** Removes the stages' configurations. */
  @Override
  void close();
}
