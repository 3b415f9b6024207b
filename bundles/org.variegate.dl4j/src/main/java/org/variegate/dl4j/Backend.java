package org.variegate.dl4j;

import org.osgi.annotation.versioning.ProviderType;
import org.variegate.dl4j.internal.NativeBackend;

/**
 * Loads ND4J and its natives. A service; nothing is loaded before {@link #start} is called, and no
 * class of ND4J or Deeplearning4j may be used before that.
 */
@ProviderType
public interface Backend {
  /**
   * The system property with the number of threads for those who leave the choice to the user.
   * Without it {@code OMP_NUM_THREADS} says it, and without that there is one for each processor.
   */
  String THREADS = "variegate.learning.threads";

  /**
   * The system property with the folder that natives are unpacked into, some 450 MB; {@code
   * learning/natives} of the distribution unless set.
   */
  String NATIVES = "variegate.learning.natives";

  /**
   * The system property with the most memory that the whole process may take, Java's heap included:
   * {@code 6g}, {@code 500m}; 85 % of the machine's unless set. Whoever wants an array beyond it
   * gets an {@link OutOfMemoryError}, while the process could be killed without it.
   */
  String MEMORY = "org.bytedeco.javacpp.maxphysicalbytes";

  /**
   * Starts with the number of threads that the user chose; or does nothing, if it has been started.
   *
   * @return what was started
   * @throws BackendException if it cannot be; another call may succeed
   */
  BackendReport start() throws BackendException;

  /**
   * Starts; or does nothing, if it has been started with this number. The same computation gives
   * the same bits for the same number of threads and the same instruction set, and others for
   * others: both belong into the record of a training.
   *
   * @param threads how many ND4J, oneDNN and OpenBLAS use, 1 to 256
   * @return what was started
   * @throws BackendException if it cannot be, or has been started with another number
   * @throws IllegalArgumentException if the number is none of those
   */
  BackendReport start(int threads) throws BackendException;

  /**
   * A backend without a framework: for tests and programs with this jar on their class path. Its
   * natives go where {@link #NATIVES} says, or into a folder beside the jar.
   *
   * @return the only one of this class loader
   */
  static Backend onClassPath() {
    return NativeBackend.onClassPath();
  }
}
