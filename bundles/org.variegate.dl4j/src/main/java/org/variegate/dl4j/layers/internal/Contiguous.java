package org.variegate.dl4j.layers.internal;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;

/** Arrays whose values lie in memory in the order of their indices, the last fastest. */
final class Contiguous {
  private Contiguous() {}

  /** The array itself, or a copy where it is another's view, of another type or another order. */
  static INDArray of(INDArray array, DataType type) {
    INDArray typed = array.castTo(type);
    boolean inOrder = typed.ordering() == 'c' && Shape.hasDefaultStridesForShape(typed);
    return inOrder ? typed : typed.dup('c');
  }
}
