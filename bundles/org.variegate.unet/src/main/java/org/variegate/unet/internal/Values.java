package org.variegate.unet.internal;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** The values of arrays of single precision, in the order of their indices, the last fastest. */
public final class Values {
  private Values() {}

  /**
   * A copy.
   *
   * @param array of any shape
   * @return its values
   */
  public static float[] of(INDArray array) {
    float[] values = new float[(int) array.length()];
    boolean inOrder = array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array);
    pointer(inOrder ? array : array.dup('c')).get(values);
    return values;
  }

  /**
   * Writes all values.
   *
   * @param array whose values lie in memory in order
   * @param values of it
   */
  public static void set(INDArray array, float[] values) {
    pointer(array).put(values);
  }

  private static FloatPointer pointer(INDArray array) {
    return new FloatPointer(array.data().addressPointer());
  }
}
