package org.variegate.engine.learning;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.variegate.api.Sample;
import org.variegate.api.task.HeatMap;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** Trains, measures and uses the models of recipes. A service. */
@ProviderType
public interface Trainer {

  /**
   * Trains a recipe's model, or goes on where a training was interrupted: the log is as if it had
   * never been.
   *
   * @param recipe with a model
   * @param workers threads that make samples meanwhile, from 1
   * @param listener told of progress, and asked whether to stop
   * @return what became of it
   * @throws RecipeException if a stage or the model refuses its configuration
   * @throws RunException if the training cannot go on; what was learned until the last checkpoint
   *     is kept
   */
  Trained train(Recipe recipe, int workers, TrainingListener listener)
      throws RecipeException, RunException;

  /**
   * Measures a trained model on its recipe's tests, and keeps what was found beside it.
   *
   * @param recipe as it was trained; its tests may be others
   * @param tests their names; if there are none, all whose stages take their configuration, for the
   *     data of some may not be there
   * @param workers threads that make samples
   * @param listener told of progress, and asked whether to stop
   * @return what was found, in the order of the recipe
   * @throws RecipeException if a stage or the model refuses its configuration
   * @throws RunException if it cannot be measured, or a test shares a file with what it learned
   *     from
   */
  List<Tested> evaluate(Recipe recipe, List<String> tests, int workers, TrainingListener listener)
      throws RecipeException, RunException;

  /**
   * Lets a trained model say what it makes of the samples of one of its recipe's tests. The
   * recipe's sink writes each sample, with what was said of it, to files of its own.
   *
   * @param recipe as it was trained, with a sink
   * @param test its name
   * @param directory that receives the files
   * @param each is told of each sample
   * @param listener told of progress, and asked whether to stop
   * @return how many samples failed
   * @throws RecipeException if a stage or the model refuses its configuration
   * @throws RunException if it cannot go on
   */
  long predict(
      Recipe recipe, String test, Path directory, Predicted each, TrainingListener listener)
      throws RecipeException, RunException;

  /**
   * Shows where in pictures a trained model looked.
   *
   * @param recipe as it was trained
   * @param test its name
   * @param each is told of each sample
   * @param listener told of progress, and asked whether to stop
   * @return how many samples failed
   * @throws RecipeException if a stage or the model refuses its configuration
   * @throws RunException if it cannot go on, or the model cannot show it
   */
  long explain(Recipe recipe, String test, Explained each, TrainingListener listener)
      throws RecipeException, RunException;

  /**
   * Writes a trained model for other programs.
   *
   * @param recipe as it was trained
   * @param file that receives it; its ending says the format
   * @return bytes written
   * @throws RecipeException if a stage or the model refuses its configuration
   * @throws RunException if it cannot be written, or not in that format
   */
  long export(Recipe recipe, Path file) throws RecipeException, RunException;

  /** Hears where a network looked. */
  @FunctionalInterface
  interface Explained {
    /**
     * A sample was looked at.
     *
     * @param name the first file it was made from, or its index
     * @param sample valid during the call
     * @param maps one for each method
     */
    void hear(String name, Sample sample, List<HeatMap> maps);
  }

  /** Hears what was predicted. */
  @FunctionalInterface
  interface Predicted {
    /**
     * A sample was looked at.
     *
     * @param name the first file it was made from, or its index
     * @param annotations of the sample, {@code prediction} among them
     */
    void hear(String name, Map<String, Object> annotations);
  }
}
