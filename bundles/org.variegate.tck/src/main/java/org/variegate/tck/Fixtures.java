package org.variegate.tck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

/** Small samples of every shape that a stage must be able to handle. */
public final class Fixtures {
  /** Voxels of 2 mm. */
  private static final Grid HEAD = Grid.centred(22, 26, 18, 2);

  private static final Grid PLANE = Grid.centred(37, 29, 1, 1.5);

  /** Axes permuted, mirrored and tilted, voxels of .7 x 1.1 x 3 mm. */
  private static final Grid OBLIQUE =
      new Grid(13, 7, 5, Affine.of(0, -1.1, 0, 4, -.42, 0, -2.4, 8, .56, 0, -1.8, 1));

  private Fixtures() {}

  /**
   * A sample without parts.
   *
   * @return what a source opens
   */
  public static List<Fixture> empty() {
    return List.of(new Fixture("an empty sample", sample -> {}));
  }

  /**
   * Samples that have what a stage needs: in 3-D and 2-D, thin, odd, oblique, blank, of one voxel;
   * labels in bytes and in shorts; images in several units and of several channels. Beside those
   * with all the parts named there are some with either part alone, where a stage needs either.
   *
   * @param needs names of parts, {@code LABELS|IMAGE} for either
   * @return fixtures with LABELS, IMAGE and CONTRAST as needed; with all three if nothing is
   * @throws IllegalArgumentException if another part is needed; then name the fixtures yourself
   */
  public static List<Fixture> of(List<String> needs) {
    Set<String> all = new LinkedHashSet<>();
    for (String need : needs) {
      all.addAll(List.of(need.split("\\|")));
    }
    Set<String> every = Set.of("LABELS", "IMAGE", "CONTRAST");
    if (!every.containsAll(all)) {
      throw new IllegalArgumentException("samples: needs fixtures of your own for " + needs);
    }
    List<Fixture> fixtures = new ArrayList<>(shapes(all.isEmpty() ? every : all));
    fixtures.add(fixture("with every part", every, HEAD, Content.HEAD));
    for (String need : needs) {
      if (need.contains("|")) {
        for (String one : need.split("\\|")) {
          fixtures.addAll(either(all, need, one));
        }
      }
    }
    return fixtures;
  }

  /**
   * A head of 22 x 26 x 18 voxels of 2 mm, with labels, an image and a contrast.
   *
   * @return the first fixture to test a plugin with
   */
  public static Fixture head() {
    return fixture("head", Set.of("LABELS", "IMAGE", "CONTRAST"), HEAD, Content.HEAD);
  }

  /**
   * A slice of 37 x 29 voxels of 1.5 mm, with labels, an image and a contrast.
   *
   * @return a fixture in 2-D
   */
  public static Fixture plane() {
    return fixture("plane", Set.of("LABELS", "IMAGE", "CONTRAST"), PLANE, Content.HEAD);
  }

  private static List<Fixture> either(Set<String> all, String need, String one) {
    Set<String> parts = new TreeSet<>(all);
    parts.removeAll(List.of(need.split("\\|")));
    parts.add(one);
    return List.of(
        fixture("with " + one + " alone", parts, HEAD, Content.HEAD),
        fixture("plane with " + one + " alone", parts, PLANE, Content.HEAD));
  }

  private static List<Fixture> shapes(Set<String> parts) {
    return List.of(
        fixture("head", parts, HEAD, Content.HEAD),
        fixture("head with 300 labels", parts, HEAD, Content.MANY),
        fixture("blank head", parts, HEAD, Content.BLANK),
        fixture("head in HU", parts, HEAD, Content.HOUNSFIELD),
        fixture("plane", parts, PLANE, Content.HEAD),
        fixture("plane of three channels", parts, PLANE, Content.COLOUR),
        fixture("oblique", parts, OBLIQUE, Content.HEAD),
        fixture("thin in x", parts, Grid.centred(1, 19, 11, 1), Content.HEAD),
        fixture("thin in y", parts, Grid.centred(17, 1, 13, 3), Content.HEAD),
        fixture("one row", parts, Grid.centred(31, 1, 1, 0.5), Content.HEAD),
        fixture("one voxel", parts, Grid.centred(1, 1, 1, 1), Content.HEAD));
  }

  private static Fixture fixture(String name, Set<String> parts, Grid grid, Content content) {
    return new Fixture(name, sample -> fill(sample, parts, grid, content));
  }

  private static void fill(Sample sample, Set<String> parts, Grid grid, Content content) {
    LabelMap labels = content.labels(grid);
    if (parts.contains("LABELS")) {
      sample.put(Part.LABELS, labels);
    }
    if (parts.contains("CONTRAST")) {
      sample.put(Part.CONTRAST, contrast(labels.legend()));
    }
    if (parts.contains("IMAGE")) {
      float[] values = sample.arena().floats(grid.size() * content.channels());
      content.paint(labels, values);
      sample.put(Part.IMAGE, new Raster(grid, content.channels(), content.unit(), values));
    }
  }

  private static Contrast contrast(Legend legend) {
    int size = legend.size();
    float[] mean = new float[size];
    float[] deviation = new float[size];
    for (int i = 0; i < size; i++) {
      mean[i] = 20 + 37 * i % 200;
      deviation[i] = i % 5;
    }
    return Contrast.of("1", legend, mean, deviation);
  }
}
