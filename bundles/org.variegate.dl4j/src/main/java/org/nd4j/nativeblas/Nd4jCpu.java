package org.nd4j.nativeblas;

/**
 * The name under which Deeplearning4j 1.0.0-M2.1 looks for the natives' environment. The class
 * itself has moved, so that without this one every layer silently does without oneDNN.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** What Deeplearning4j asks, through reflection, before it gives a layer its helper. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    /**
     * The only one.
     *
     * @return never null
     */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /**
     * Whether layers may use oneDNN, if the natives have it.
     *
     * @return true
     */
    public boolean isUseMKLDNN() {
      return true;
    }
  }
}
