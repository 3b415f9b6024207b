package org.variegate.unet.internal;

import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.variegate.unet.Loss;

/**
 * A graph without an output layer: its loss looks at the outputs where they lie, and gives back
 * their gradients. Deeplearning4j's own output layers of volumes would reorder all values twice,
 * and need targets as large as the outputs.
 */
public final class Graph extends ComputationGraph {
  private static final long serialVersionUID = 1;

  private transient Loss loss;

  Graph(ComputationGraphConfiguration configuration) {
    super(configuration);
  }

  /**
   * One step of the optimizer.
   *
   * @param images all examples
   * @param by the loss
   * @return the loss before the step
   */
  public double step(INDArray images, Loss by) {
    loss = by;
    try (INDArray none = Nd4j.scalar(DataType.FLOAT, 0)) {
      fit(new INDArray[] {images}, new INDArray[] {none});
    } finally {
      loss = null;
    }
    return score();
  }

  /** The loss, as in a step, without one: gradients are left in {@link #gradient()}. */
  double look(INDArray images, Loss by) {
    loss = by;
    initGradientsView();
    setInput(0, images);
    computeGradientAndScore();
    return score();
  }

  @Override
  @SuppressWarnings("try") // a workspace is only opened
  public void computeGradientAndScore() {
    synchronizeIterEpochCounts();
    LayerWorkspaceMgr workspaces = workspaces();
    workspaces.setHelperWorkspacePointers(helperWorkspaces);
    try (MemoryWorkspace all = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS)) {
      INDArray outputs =
          ffToLayerActivationsInWS(
                  true, -1, null, FwdPassType.STANDARD, false, getInputs(), null, null, false)
              .get(GraphBuilder.OUTPUT);
      float[] values = Values.of(outputs);
      float[] gradients = new float[values.length];
      setScore(loss.of(values, gradients));
      INDArray epsilon = Nd4j.createUninitialized(DataType.FLOAT, outputs.shape(), 'c');
      Values.set(epsilon, gradients);
      calcBackpropGradients(false, false, epsilon);
    }
    for (GraphVertex vertex : vertices) {
      vertex.clear();
    }
  }

  private static LayerWorkspaceMgr workspaces() {
    return LayerWorkspaceMgr.builder()
        .with(ArrayType.ACTIVATIONS, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
        .with(ArrayType.INPUT, WS_ALL_LAYERS_ACT, WS_ALL_LAYERS_ACT_CONFIG)
        .build();
  }
}
