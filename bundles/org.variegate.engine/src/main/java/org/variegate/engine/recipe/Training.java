package org.variegate.engine.recipe;

/**
 * How a network is trained.
 *
 * @param directory where it goes, or null
 * @param epochs how often all samples of the recipe are shown, at least 1
 * @param batch samples of one step, at least 1
 * @param rate learning rate at its highest, above 0
 * @param schedule how the rate falls
 * @param warmup steps in which it rises from 0
 * @param interval steps from one validation and checkpoint to the next; 0 for one each epoch
 * @param patience validations without a better one until the training stops; 0 for no such stop
 * @param threads that compute a step, or 0 for one each processor
 * @param megabytes of examples that are kept, to be shown again without being made again
 */
public record Training(
    String directory,
    long epochs,
    int batch,
    double rate,
    Schedule schedule,
    long warmup,
    long interval,
    int patience,
    int threads,
    int megabytes) {

  /** How the learning rate falls from its highest to the end of the training. */
  public enum Schedule {
    /** It does not. */
    CONSTANT,
    /** As half a wave of a cosine, to 0 (Loshchilov and Hutter 2017, equation 5). */
    COSINE,
    /** In a straight line, to 0. */
    LINEAR
  }

  /**
   * The learning rate of a step.
   *
   * @param step from 0
   * @param steps of the whole training
   * @return the rate, above 0
   */
  public double rate(long step, long steps) {
    double rise = Math.min(1, (step + 1.0) / (warmup + 1.0));
    double done = steps <= warmup ? 0 : Math.max(0, step - warmup) / (double) (steps - warmup);
    double fall =
        switch (schedule) {
          case CONSTANT -> 1;
          case COSINE -> (1 + StrictMath.cos(StrictMath.PI * done)) / 2;
          case LINEAR -> 1 - done;
        };
    return rate * rise * fall;
  }
}
