package org.variegate.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Warp;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

class LatticeResamplerTest {
  private static final Grid ODD = Grid.centred(37, 21, 13, 1);
  private static final Affine TILT =
      Affine.of(.9, .2, -.1, 2.3, -.25, 1.1, .15, -1.7, .05, -.2, .95, .8);

  private final HeapArena arena = new HeapArena();

  private Warp prepare(SpatialMap map) {
    return new LatticeResampler().prepare(map, arena);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, 1.7, 2, 3, 3.5, 4, 7, 100})
  void identityOnAnyLatticeIsIdentity(double linearWithin) {
    SpatialMap map = Fixtures.map(ODD, ODD, Fixtures.opaque(Affine.IDENTITY, linearWithin));
    Raster image = Fixtures.image(ODD, 2);
    assertArrayEquals(
        Fixtures.labels(ODD).bytes(), prepare(map).labels(Fixtures.labels(ODD)).bytes());
    assertArrayEquals(image.values(), prepare(map).image(image).values());
  }

  @Test
  void croppingCopiesAndPads() {
    Grid crop = ODD.crop(-3, 5, 2, 44, 10, 20);
    byte[] source = Fixtures.labels(ODD).bytes();
    byte[] moved = prepare(Fixtures.map(ODD, crop)).labels(Fixtures.labels(ODD)).bytes();
    for (int z = 0, i = 0; z < 20; z++) {
      for (int y = 0; y < 10; y++) {
        for (int x = 0; x < 44; x++, i++) {
          boolean inside = x >= 3 && x < 40 && z + 2 < 13;
          int expected = inside ? source[x - 3 + 37 * (y + 5 + 21 * (z + 2))] : 0;
          assertEquals(expected, moved[i], x + " " + y + " " + z);
        }
      }
    }
  }

  @Test
  void mirroringTwiceRestoresAndCopyEqualsInterpolation() {
    Affine mirror = Affine.scaling(-1, 1, -1);
    Raster image = Fixtures.image(ODD, 2);
    Raster once = prepare(Fixtures.map(ODD, ODD, mirror)).image(image);
    Raster same = prepare(Fixtures.map(ODD, ODD, Fixtures.opaque(mirror, 4))).image(image);
    assertEquals(image.values()[36 + 37 * 21 * 12], once.values()[0]);
    assertArrayEquals(once.values(), same.values());
    Raster twice = prepare(Fixtures.map(ODD, ODD, mirror)).image(once);
    assertArrayEquals(image.values(), twice.values());
  }

  @Test
  void labelsComeFromTheNearestVoxel() {
    Grid target = Grid.centred(30, 33, 18, .8);
    LabelMap labels = Fixtures.labels(ODD);
    byte[] moved = prepare(Fixtures.map(ODD, target, TILT)).labels(labels).bytes();
    int outside = 0;
    for (int i = 0; i < moved.length; i++) {
      double[] p = source(target, i);
      if (nearTie(p)) {
        continue;
      }
      int expected = nearest(labels, p);
      outside += expected == 0 ? 1 : 0;
      assertEquals(expected, moved[i] & 0xff, "voxel " + i);
    }
    assertTrue(outside > 100, "the test covers the outside");
  }

  private static double[] source(Grid target, int i) {
    double[] p = {i % target.nx(), i / target.nx() % target.ny(), i / target.nx() / target.ny()};
    target.toWorld().apply(p, 1);
    TILT.apply(p, 1);
    ODD.toWorld().inverse().apply(p, 1);
    return p;
  }

  private static boolean nearTie(double[] p) {
    return Arrays.stream(p).anyMatch(c -> Math.abs(c - Math.floor(c) - .5) < 1e-3);
  }

  private static int nearest(LabelMap labels, double[] p) {
    int x = (int) Math.floor(p[0] + .5);
    int y = (int) Math.floor(p[1] + .5);
    int z = (int) Math.floor(p[2] + .5);
    boolean in = x >= 0 && x < 37 && y >= 0 && y < 21 && z >= 0 && z < 13;
    return in ? labels.place(x + 37 * (y + 21 * z)) : 0;
  }

  @Test
  void shortsEqualBytes() {
    SpatialMap map = Fixtures.map(ODD, Grid.centred(30, 33, 18, .8), TILT);
    LabelMap bytes = prepare(map).labels(Fixtures.labels(ODD));
    LabelMap shorts = prepare(map).labels(Fixtures.wide(Fixtures.labels(ODD)));
    assertArrayEquals(Fixtures.wide(bytes).shorts(), shorts.shorts());
  }

  @Test
  void linearFunctionsAreInterpolatedExactly() {
    float[] values = new float[ODD.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 3 + i % 37 - 2 * (i / 37 % 21) + .5f * (i / 37 / 21);
    }
    Grid target = Grid.centred(9, 8, 5, 1.1);
    Raster image = new Raster(ODD, 1, "1", values);
    float[] moved = prepare(Fixtures.map(ODD, target, TILT)).image(image).values();
    for (int i = 0; i < moved.length; i++) {
      double[] p = source(target, i);
      assertEquals(3 + p[0] - 2 * p[1] + .5 * p[2], moved[i], 2e-3, "voxel " + i);
    }
  }

  /** Interpolated coordinates of a flow against the flow itself: an image that shows its places. */
  @ParameterizedTest
  @ValueSource(doubles = {.5, 1, 2.5, 3.3, 4})
  void flowsAreAsPreciseAsTheyClaim(double deviation) {
    Grid source = Grid.centred(70, 70, 70, 1);
    Grid target = Grid.centred(33, 32, 31, 1);
    VelocityField flow = flow(source, deviation);
    float[] moved = prepare(Fixtures.map(source, target, flow)).image(places(source)).values();
    double sum = 0;
    for (int i = 0; i < target.size(); i++) {
      double[] p = {i % 33 - 16, i / 33 % 32 - 15.5, i / 33 / 32 - 15};
      flow.apply(p, 1);
      for (int axis = 0; axis < 3; axis++) {
        double error = p[axis] - moved[axis * target.size() + i];
        sum += error * error;
      }
    }
    double error = Math.sqrt(sum / target.size());
    // a small view around a node, where the field bends more than elsewhere: .005 on the whole
    assertTrue(error < .006 * 25, "root mean square error in mm " + error);
  }

  private static VelocityField flow(Grid grid, double deviation) {
    Grid nodes = ControlGrid.over(grid, 25);
    float[] velocity = Fixtures.image(nodes, 3).values();
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] *= (float) (Math.sqrt(3) * deviation); // they are uniform in [-1, 1]
    }
    return new VelocityField(nodes, velocity);
  }

  /** The image whose three channels are x, y and z, in voxels from the middle. */
  private static Raster places(Grid grid) {
    float[] places = new float[3 * grid.size()];
    for (int i = 0; i < grid.size(); i++) {
      places[i] = i % grid.nx() - (grid.nx() - 1) / 2f;
      places[grid.size() + i] = i / grid.nx() % grid.ny() - (grid.ny() - 1) / 2f;
      places[2 * grid.size() + i] = i / grid.nx() / grid.ny() - (grid.nz() - 1) / 2f;
    }
    return new Raster(grid, 3, "mm", places);
  }

  @Test
  void imagesFadeToZeroWithinOneVoxel() {
    float[] ones = new float[ODD.size()];
    Arrays.fill(ones, 1);
    SpatialMap map = Fixtures.map(ODD, ODD, Affine.translation(.25, 0, 0));
    float[] moved = prepare(map).image(new Raster(ODD, 1, "1", ones)).values();
    assertEquals(1, moved[35]);
    assertEquals(.75f, moved[36]);
  }

  @Test
  void planeEqualsSlice() {
    Affine turn = Affine.of(.8, -.6, 0, 1.3, .6, .8, 0, -.4, 0, 0, 1, 0);
    Grid plane = ODD.crop(0, 0, 6, 37, 21, 1);
    Raster image = Fixtures.image(ODD, 1);
    float[] slice = Arrays.copyOfRange(image.values(), 37 * 21 * 6, 37 * 21 * 7);
    float[] solid = prepare(Fixtures.map(ODD, ODD, turn)).image(image).values();
    Raster flat = new Raster(plane, 1, "1", slice);
    float[] moved = prepare(Fixtures.map(plane, plane, turn)).image(flat).values();
    for (int i = 0; i < moved.length; i++) {
      assertEquals(solid[37 * 21 * 6 + i], moved[i], 1e-3f);
    }
  }

  @Test
  void arraysAreLentOnce() {
    SpatialMap map = Fixtures.map(ODD, ODD, TILT);
    for (int i = 0; i < 3; i++) {
      Warp warp = prepare(map);
      warp.labels(Fixtures.labels(ODD));
      warp.image(Fixtures.image(ODD, 2));
      arena.end();
    }
    int made = arena.made();
    prepare(map).image(Fixtures.image(ODD, 2));
    assertEquals(made, arena.made());
  }

  @Test
  void bytesAreTheSameEverywhere() {
    SpatialMap map = Fixtures.map(ODD, Grid.centred(30, 33, 18, .8), TILT);
    assertEquals(
        "c580bc39cfdddafb", Fixtures.hash(prepare(map).labels(Fixtures.labels(ODD)).bytes()));
    assertEquals(
        "f4677ad9325eefa2", Fixtures.hash(prepare(map).image(Fixtures.image(ODD, 2)).values()));
  }

  @Test
  void bytesOfFlowsAreTheSameEverywhere() {
    Grid grid = Grid.centred(41, 37, 30, 1);
    SpatialMap map = Fixtures.map(grid, grid, flow(grid, 4), TILT);
    assertEquals(
        "938f20111be0ad41", Fixtures.hash(prepare(map).labels(Fixtures.labels(grid)).bytes()));
    assertEquals(
        "e765e61970987c19", Fixtures.hash(prepare(map).image(Fixtures.image(grid, 1)).values()));
  }

  @Test
  void longSourcesKeepTheirPlaceOrAreRefused() {
    Grid strip = Grid.centred(1 << 20, 1, 1, 1);
    SpatialMap far = Fixtures.map(strip, strip.crop(1_000_003, 0, 0, 40, 1, 1), shift(.25));
    byte[] source = Fixtures.labels(strip).bytes();
    byte[] moved = prepare(far).labels(Fixtures.labels(strip)).bytes();
    assertArrayEquals(Arrays.copyOfRange(source, 1_000_003, 1_000_043), moved);

    Grid slide = Grid.centred(1 << 26, 2, 2, 1);
    SpatialMap long26 = Fixtures.map(slide, slide.crop(5, 0, 0, 40, 2, 2), shift(.25));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> prepare(long26));
    assertEquals(
        "grid: has too many voxels along an axis to be resampled, 67108864", error.getMessage());
  }

  private static Affine shift(double x) {
    return Affine.translation(x, 0, 0);
  }
}
