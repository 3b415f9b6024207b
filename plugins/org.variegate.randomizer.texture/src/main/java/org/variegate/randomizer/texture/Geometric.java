package org.variegate.randomizer.texture;

import static org.variegate.randomizer.texture.Unreal.finish;
import static org.variegate.randomizer.texture.Unreal.palette;

/** Figures of two or more colours. */
final class Geometric {
  private Geometric() {}

  static void add(Catalog.Family geometric) {
    geometric.add("polka-dots", 0.5, Geometric::polkaDots);
    geometric.add("checker", 0.6, Geometric::checker);
    geometric.add("stripes", 0.5, Geometric::stripes);
    geometric.add("zigzag", 0.5, Geometric::zigzag);
    geometric.add("rings", 0.8, Geometric::rings);
    geometric.add("maze", 0.8, Geometric::maze);
    geometric.add("pixels", 0.8, Geometric::pixels);
    geometric.add("diamonds", 0.5, Geometric::diamonds);
    geometric.add("weave", 0.5, Geometric::weave);
    geometric.add("cells", 0.8, Geometric::cells);
    geometric.add("contours", 1, Geometric::contours);
  }

  private static Surface polkaDots(Kit k) {
    int n = k.whole(3, 7);
    float size = k.between(0.2, 0.42);
    Field dots =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  int row = (int) (v * 2 * n);
                  float a = (u * n + row * 0.5f) % 1 - 0.5f;
                  float b = (v * 2 * n - row - 0.5f) / 2;
                  return Field.step(size, size - 0.04f, (float) Math.sqrt(a * a + b * b) * 1.2f);
                });
    int[] c = palette(k, 2);
    return Surface.of(Paint.ramp(dots, c[0], c[1]), finish(k));
  }

  private static Surface checker(Kit k) {
    int n = 2 * k.whole(1, 6);
    Field even = k.u().join(k.v(), (u, v) -> ((int) (n * u) + (int) (n * v)) % 2);
    int[] c = palette(k, 2);
    return Surface.of(Paint.ramp(even, c[0], c[1]), finish(k));
  }

  private static Surface stripes(Kit k) {
    int a = k.whole(0, 6);
    int b = k.whole(1, 8);
    int[] c = palette(k, k.whole(2, 5));
    Field phase = k.u().times(a).plus(k.v(), b).map(t -> t % 1 * 0.999f);
    return Surface.of(Paint.pick(phase, c), finish(k));
  }

  private static Surface zigzag(Kit k) {
    int n = k.whole(2, 6);
    int m = k.whole(3, 8);
    Field phase =
        k.u().join(k.v(), (u, v) -> (v * m + Math.abs(u * n % 1 - 0.5f) * 2) % 1 * 0.999f);
    return Surface.of(Paint.pick(phase, palette(k, k.whole(2, 4))), finish(k));
  }

  private static Surface rings(Kit k) {
    Cells cells = k.cells(k.whole(2, 4));
    Field phase = cells.middle().times(k.between(3, 8)).map(t -> t % 1 * 0.999f);
    return Surface.of(Paint.pick(phase, palette(k, k.whole(2, 4))), finish(k));
  }

  private static Surface maze(Kit k) {
    int n = k.whole(6, 14);
    int seed = k.whole(0, 1 << 20);
    boolean round = k.chance(0.5);
    Field line =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  int i = (int) (u * n);
                  int j = (int) (v * n);
                  float a = u * n - i;
                  float b = v * n - j;
                  a = (Dice.hash(seed, i, j) & 1) == 0 ? a : 1 - a;
                  float near =
                      round
                          ? Math.min(
                              Math.abs((float) Math.sqrt(a * a + b * b) - 0.5f),
                              Math.abs(
                                  (float) Math.sqrt((1 - a) * (1 - a) + (1 - b) * (1 - b)) - 0.5f))
                          : Math.abs(Math.abs(a - b) - 0.5f) * 0.7f;
                  return Field.step(0.2f, 0.14f, near);
                });
    int[] c = palette(k, 2);
    return Surface.of(Paint.ramp(line, c[0], c[1]), finish(k)).relief(line, 0.004);
  }

  private static Surface pixels(Kit k) {
    int n = 1 << k.whole(2, 5);
    Tiles squares = k.bricks(n, n, 0);
    return Surface.of(Paint.pick(squares.id(), palette(k, k.whole(2, 8))), finish(k));
  }

  private static Surface diamonds(Kit k) {
    int n = k.whole(2, 5);
    int seed = k.whole(0, 1 << 20);
    Field id =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  int i = (int) Math.floor((u + v) * n);
                  int j = (int) Math.floor((u - v) * n);
                  return Dice.unit(
                      Dice.hash(seed, Math.floorMod(i + j, 2 * n), Math.floorMod(i - j, 2 * n)));
                });
    int[] c = palette(k, 3);
    Field stitch =
        k.u()
            .join(
                k.v(),
                (u, v) -> Math.min(Field.wave((u + v) * n + 0.5f), Field.wave((u - v) * n + 0.5f)))
            .near(0, 0.03f);
    return Surface.of(Paint.pick(id, c).mix(0xf4f4f0, stitch.times(0.7f)), finish(k));
  }

  private static Surface weave(Kit k) {
    int n = 2 * k.whole(2, 7);
    int[] c = palette(k, 2);
    Field over = k.u().join(k.v(), (u, v) -> ((int) (u * n) + (int) (v * n)) % 2);
    Field height =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  boolean across = ((int) (u * n) + (int) (v * n)) % 2 == 0;
                  float width = Field.wave((across ? v : u) * n);
                  float bend = Field.wave((across ? u : v) * n);
                  return Field.step(0, 0.4f, width) * (0.4f + 0.6f * bend);
                });
    return Surface.of(Paint.ramp(over, c[0], c[1]).times(height.times(0.8f).plus(0.2f)), finish(k))
        .relief(height, 0.008);
  }

  private static Surface cells(Kit k) {
    Cells cells = k.cells(k.whole(4, 14));
    int[] c = palette(k, 6);
    Field edge = cells.border().step(0.1f, 0.04f);
    Paint paint = Paint.pick(cells.id(), c).shade(cells.middle(), -0.6f);
    return Surface.of(paint.mix(k.chance(0.5) ? 0x101010 : 0xffffff, edge), finish(k))
        .relief(cells.border(), 0.02);
  }

  private static Surface contours(Kit k) {
    Field height = k.noise(4, 3);
    Field line = height.times(k.whole(8, 16)).wave().step(0.3f, 0.1f);
    int[] c = palette(k, 3);
    return Surface.of(Paint.ramp(height, c[0], c[1]).mix(c[2], line), finish(k));
  }
}
