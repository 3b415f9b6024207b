package org.variegate.raster;

import org.variegate.api.space.Grid;
import org.variegate.api.volume.Block;
import org.variegate.draws.Noise;

/**
 * A smooth scalar field: values at the nodes of a coarse {@link ControlGrid}, linear between them.
 * It is evaluated block by block where it is needed, and never stored densely. Confined to one
 * thread.
 */
public final class CoarseField {
  private final Grid grid;
  private final Grid nodes;
  private final float[] values;
  private final FieldAxis x;
  private final FieldAxis y;
  private final FieldAxis z;

  /** Along x: the field at the lower row of nodes, and its rise to the upper one. */
  private final double[] line;

  private final double[] slope;
  private final float[] first;
  private final float[] rise;

  /**
   * A field by its values.
   *
   * @param grid on which it will be evaluated
   * @param spacing of the nodes in mm
   * @param values at the nodes of {@link ControlGrid#over}, x fastest; not copied
   * @throws IllegalArgumentException if their number is not that of the nodes
   */
  public CoarseField(Grid grid, double spacing, float[] values) {
    this.grid = grid;
    nodes = ControlGrid.over(grid, spacing);
    if (values.length != nodes.size()) {
      throw new IllegalArgumentException(
          "values: needs one for each of " + nodes + ", got " + values.length);
    }
    this.values = values;
    x = new FieldAxis(grid, 0, nodes.nx(), spacing);
    y = new FieldAxis(grid, 1, nodes.ny(), spacing);
    z = new FieldAxis(grid, 2, nodes.nz(), spacing);
    line = new double[nodes.nx()];
    slope = new double[nodes.nx()];
    first = new float[grid.nx()];
    rise = new float[grid.nx()];
  }

  /**
   * A field with independent normal values at its nodes, N(0, deviation^2).
   *
   * @param grid on which it will be evaluated
   * @param spacing of the nodes in mm
   * @param deviation of the values at the nodes
   * @param noise gives the values, by index of the node
   * @return the field
   */
  public static CoarseField gaussian(Grid grid, double spacing, double deviation, Noise noise) {
    float[] values = new float[ControlGrid.over(grid, spacing).size()];
    noise.gaussian(values, 0, values.length, 0, deviation);
    return new CoarseField(grid, spacing, values);
  }

  /**
   * Writes the field's values on a block.
   *
   * @param block of the grid
   * @param out receives {@code block.count()} values
   * @param from where in {@code out} the first goes
   */
  public void fill(Block block, float[] out, int from) {
    walk(block, false, (at, count) -> System.arraycopy(first, 0, out, from + at, count));
  }

  /**
   * Multiplies a block by the exponential of the field.
   *
   * <p>Between nodes the exponential of a linear function is a geometric progression, along each
   * axis; a relative error of some 1e-6 accumulates over a cell of nodes.
   *
   * @param values the image's values
   * @param block which of them to change: {@code block.count()} from {@code block.from()} on
   */
  public void multiplyExp(float[] values, Block block) {
    int from = block.from();
    walk(
        block,
        true,
        (at, count) -> {
          int to = from + at;
          for (int i = 0; i < count; i++) {
            values[to + i] *= first[i];
          }
        });
  }

  /** Receives a row whose values stand in {@link #first}. */
  private interface Row {
    void at(int offset, int count);
  }

  private void walk(Block block, boolean exponential, Row row) {
    int nx = grid.nx();
    int lower = -1;
    for (int j = 0; j < block.rows(); j++) {
      int node = y.node(block.y() + j);
      if (node != lower) {
        begin(node, block.y() + j, block.z(), exponential);
        lower = node;
      } else if (exponential) {
        for (int i = 0; i < nx; i++) {
          first[i] *= rise[i];
        }
      } else {
        for (int i = 0; i < nx; i++) {
          first[i] += rise[i];
        }
      }
      row.at(j * nx, nx);
    }
  }

  /** Prepares a row and what changes from it to the next, between two rows of nodes. */
  private void begin(int node, int row, int slice, boolean exponential) {
    int below = z.node(slice);
    double tz = z.place(slice) - below;
    double ty = y.place(row) - node;
    for (int i = 0; i < line.length; i++) {
      double a = along(i, node, below, tz);
      double b = along(i, y.next(node), below, tz);
      line[i] = a + (b - a) * ty;
      slope[i] = (b - a) * y.step();
    }
    spread(line, first, exponential);
    spread(slope, rise, exponential);
  }

  private double along(int i, int j, int below, double tz) {
    double a = values[i + nodes.nx() * (j + nodes.ny() * below)];
    double b = values[i + nodes.nx() * (j + nodes.ny() * z.next(below))];
    return a + (b - a) * tz;
  }

  /** From nodes to voxels along x. */
  private void spread(double[] atNodes, float[] out, boolean exponential) {
    for (int n = 0, i = 0; i < out.length; n++) {
      double difference = atNodes[x.next(n)] - atNodes[n];
      double value = atNodes[n] + difference * (x.place(i) - n);
      double change = difference * x.step();
      int until = x.end(n);
      if (exponential) {
        value = StrictMath.exp(value);
        change = StrictMath.exp(change);
        for (; i < until; i++, value *= change) {
          out[i] = (float) value;
        }
      } else {
        for (; i < until; i++, value += change) {
          out[i] = (float) value;
        }
      }
    }
  }
}
