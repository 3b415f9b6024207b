package org.variegate.raster;

import org.variegate.api.space.Grid;

/** What a velocity field, in nodes per unit of time, asks of those who follow it. */
final class FlowLimits {
  private FlowLimits() {}

  /** The greatest sum of the rises of all components from a node to its neighbour. */
  static double rise(Grid nodes, double[] velocity) {
    int[] stride = {3, 3 * nodes.nx(), 3 * nodes.nx() * nodes.ny()};
    double greatest = 0;
    for (int node = 0; node < nodes.size(); node++) {
      int[] at = {
        node % nodes.nx(), node / nodes.nx() % nodes.ny(), node / nodes.nx() / nodes.ny()
      };
      for (int axis = 0; axis < 3; axis++) {
        if (at[axis] + 1 < nodes.length(axis)) {
          greatest = Math.max(greatest, rise(velocity, 3 * node, 3 * node + stride[axis]));
        }
      }
    }
    return greatest;
  }

  private static double rise(double[] velocity, int a, int b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double difference = velocity[b + c] - velocity[a + c];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** The root mean square of the components along axes of more than one node. */
  static double rootMeanSquare(Grid nodes, double[] velocity) {
    double sum = 0;
    for (double v : velocity) {
      sum += v * v;
    }
    int axes = 0;
    for (int axis = 0; axis < 3; axis++) {
      axes += nodes.length(axis) > 1 ? 1 : 0;
    }
    return Math.sqrt(sum / Math.max(1, axes * nodes.size()));
  }

  /** The smallest spacing along axes of more than one node, in mm; infinite if there are none. */
  static double spacing(Grid nodes) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int axis = 0; axis < 3; axis++) {
      if (nodes.length(axis) > 1) {
        smallest = Math.min(smallest, nodes.spacing(axis));
      }
    }
    return smallest;
  }
}
