package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.variegate.api.Sample;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Transform;
import org.variegate.api.volume.Raster;

class NormalsTest {
  private static final int W = 16;
  private static final int H = 8;
  private static final float[] LEANING = {0.6f, 0.48f, 0.64f};

  /** One normal everywhere but in the first column, where the sky is. */
  private static Sample sample() {
    float[] normals = new float[3 * W * H];
    for (int i = 0; i < normals.length; i++) {
      normals[i] = i % W == 0 ? 0 : LEANING[i / (W * H)];
    }
    Sample sample = new Sample(0, (map, a) -> new Nearest(map), new HeapArena());
    sample.put(View.NORMALS, new Raster(new Grid(W, H, 1, Affine.IDENTITY), 3, "1", normals));
    return sample;
  }

  private static float[] at(Sample sample, int x, int y) {
    Raster normals = Normals.of(sample);
    int size = normals.grid().size();
    int i = y * normals.grid().nx() + x;
    return new float[] {
      normals.values()[i], normals.values()[i + size], normals.values()[i + 2 * size]
    };
  }

  @Test
  void asTheyWereTaken() {
    Sample sample = sample();
    assertSame(sample.get(View.NORMALS), Normals.of(sample));
  }

  @Test
  void aMirrorImageHasMirroredNormals() {
    Sample across = sample();
    across.move(Affine.of(-1, 0, 0, W - 1, 0, 1, 0, 0, 0, 0, 1, 0));
    assertArrayEquals(new float[] {-0.6f, 0.48f, 0.64f}, at(across, 5, 4), 1e-6f);
    assertArrayEquals(new float[3], at(across, W - 1, 4));
    Sample down = sample();
    down.move(Affine.of(1, 0, 0, 0, 0, -1, 0, H - 1, 0, 0, 1, 0));
    assertArrayEquals(new float[] {0.6f, -0.48f, 0.64f}, at(down, 5, 4), 1e-6f);
  }

  /** What comes from the left and below lies at the right: the picture turned to the left. */
  @Test
  void aTurnedPictureHasTurnedNormals() {
    Sample sample = sample();
    sample.move(Affine.of(0, -1, 0, 11, 1, 0, 0, -4, 0, 0, 1, 0));
    sample.regrid(sample.grid().crop(4, 0, 0, 8, 8, 1));
    // the pixel at (x, y) shows (11 - y, x - 4): what points right there points up here
    assertArrayEquals(new float[] {-0.48f, 0.6f, 0.64f}, at(sample, 3, 4), 1e-6f);
  }

  @Test
  void cropsAndScalesLeaveThem() {
    Sample crop = sample();
    crop.regrid(crop.grid().crop(2, 1, 0, 8, 6, 1));
    assertArrayEquals(LEANING, at(crop, 3, 3), 1e-6f);
    Sample small = sample();
    small.regrid(new Grid(W / 2, H / 2, 1, Affine.of(2, 0, 0, 1, 0, 2, 0, 1, 0, 0, 1, 0)));
    assertArrayEquals(LEANING, at(small, 3, 3), 1e-6f);
  }

  /** Near the middle of a swirl by a quarter. */
  @Test
  void bentPicturesTurnThemPieceByPiece() {
    Sample sample = sample();
    sample.move(
        new Transform() {
          @Override
          public void apply(double[] points, int count) {
            for (int i = 0; i < 3 * count; i += 3) {
              double x = points[i] - 8;
              double y = points[i + 1] - 4;
              boolean inside = x * x + y * y < 9;
              points[i] = 8 + (inside ? -y : x);
              points[i + 1] = 4 + (inside ? x : y);
            }
          }

          @Override
          public double linearWithin() {
            return 1;
          }

          @Override
          public Transform inverse() {
            throw new UnsupportedOperationException("a swirl is not turned back");
          }
        });
    assertArrayEquals(new float[] {-0.48f, 0.6f, 0.64f}, at(sample, 8, 4), 1e-6f);
    assertArrayEquals(LEANING, at(sample, 2, 1), 1e-6f);
  }

  @Test
  void withoutThePassThereAreNone() {
    Sample none = new Sample(0, (map, a) -> null, null);
    assertThrows(IllegalStateException.class, () -> Normals.of(none));
  }
}
