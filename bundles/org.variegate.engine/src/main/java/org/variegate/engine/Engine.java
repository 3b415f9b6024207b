package org.variegate.engine;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.variegate.engine.recipe.PluginCatalog;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Reads recipes and makes samples of them. A service. */
@ProviderType
public interface Engine {
  /** How many workers a run may have. */
  int MOST_WORKERS = 512;

  /**
   * The installed plugins.
   *
   * @return a live view
   */
  PluginCatalog plugins();

  /**
   * Reads a recipe and checks all that can be checked without making its stages.
   *
   * @param file the YAML file; or the folder of a dataset or its {@code dataset.yaml}, for the
   *     recipe that made it
   * @param assignments {@code path=value}, as after {@code --set}, later ones win
   * @return the recipe
   * @throws RecipeException what is wrong first, in one line
   */
  Recipe read(Path file, List<String> assignments) throws RecipeException;

  /**
   * Makes the stages of a recipe, without its model, and refuses what they refuse.
   *
   * @param recipe what to make
   * @return its pipeline, to be closed
   * @throws RecipeException what is wrong first, in one line
   */
  Pipeline open(Recipe recipe) throws RecipeException;

  /**
   * Makes the stages of a recipe, and the task model that learns from its samples.
   *
   * @param recipe with a model
   * @return its pipeline, to be closed
   * @throws RecipeException what is wrong first, in one line
   */
  Pipeline openWithModel(Recipe recipe) throws RecipeException;

  /**
   * Makes a dataset, or the rest of one.
   *
   * <p>Shards that are there are read and kept if their bytes are what their manifest says, else
   * made again; a recipe with more samples than the dataset has extends it. Asked to stop, the run
   * ends within two seconds with whole shards only: the samples of a shard that was begun are made
   * again by the next run. One failure is allowed wherever {@code failures.maximum} is above 0, and
   * beyond that fraction of all samples the run ends.
   *
   * @param recipe with a sink
   * @param workers threads that make samples, from 1 to {@link #MOST_WORKERS}; no more are started
   *     than there are samples to make
   * @param listener told of progress, and asked whether to stop
   * @return what became of it
   * @throws RecipeException if a stage refuses its configuration
   * @throws RunException if the run cannot go on
   */
  Outcome run(Recipe recipe, int workers, RunListener listener)
      throws RecipeException, RunException;

  /**
   * Makes one sample of a dataset again and says its hash.
   *
   * @param recipe with a sink
   * @param pipeline opened from it
   * @param index of the sample
   * @param overrides {@code draw=value}
   * @param target a folder that receives its files, or null for none
   * @return the sample as it is told in the manifest: one line of JSON
   * @throws RunException if the sample cannot be made or kept
   */
  String replay(Recipe recipe, Pipeline pipeline, long index, List<String> overrides, Path target)
      throws RunException;

  /**
   * Checks what a dataset's folder holds against its manifest.
   *
   * @param directory the folder
   * @param remake how many samples, spread over the dataset, to make again and compare; their
   *     stages are made from the dataset's own recipe
   * @param listener told of progress
   * @return the dataset's hash, 64 hexadecimal digits
   * @throws RunException the first thing that differs, in one line
   */
  String verify(Path directory, long remake, RunListener listener) throws RunException;

  /**
   * A JSON schema of recipes, made of the metatypes of the installed plugins.
   *
   * @return JSON (draft 2020-12)
   */
  String schema();
}
