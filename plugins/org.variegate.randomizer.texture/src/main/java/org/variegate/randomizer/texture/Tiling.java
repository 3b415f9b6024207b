package org.variegate.randomizer.texture;

/** Bricks, tiles and slabs. */
final class Tiling {
  private Tiling() {}

  static void add(Catalog.Family tile) {
    tile.add("bricks", 1, Tiling::bricks);
    tile.add("painted-bricks", 1, Tiling::paintedBricks);
    tile.add("square-tiles", 0.8, Tiling::square);
    tile.add("subway-tiles", 0.6, Tiling::subway);
    tile.add("hexagon-tiles", 0.6, Tiling::hexagon);
    tile.add("mosaic", 0.4, Tiling::mosaic);
    tile.add("chessboard-floor", 1.2, Tiling::chessboard);
    tile.add("terracotta", 1, Tiling::terracotta);
    tile.add("roof-tiles", 1.2, Tiling::roof);
    tile.add("shingles", 1.2, Tiling::shingles);
    tile.add("ornamental-tiles", 0.8, Tiling::ornamental);
    tile.add("paving", 1.2, Tiling::paving);
    tile.add("herringbone-paving", 0.9, Tiling::herringbone);
    tile.add("concrete-blocks", 1.6, Tiling::blocks);
    tile.add("broken-tiles", 0.6, Tiling::broken);
  }

  private static Surface laid(
      Tiles tiles, double joint, double bevel, int grout, Paint paint, float rough, double depth) {
    Field inside = tiles.inside((float) joint, (float) bevel);
    return Surface.of(Paint.of(grout).mix(paint, inside), rough).relief(inside, depth);
  }

  private static int grout(Kit k) {
    return k.among(0xd8d4cc, 0xa8a49c, 0x6e6a66, 0x4a4644);
  }

  private static Surface bricks(Kit k) {
    int base = k.among(0x9c4f38, 0xb0664a, 0x7d4434, 0xc08a64, 0x8a6a5a);
    int rows = 2 * k.whole(5, 7);
    Tiles bricks = k.bricks(rows / 2 - 1, rows, 0.5).warp(k.noise(20, 3), k.noise(20, 3), 0.008f);
    Paint paint =
        Paint.ramp(bricks.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.2))
            .shade(k.noise(30, 4), 0.5f)
            .shade(k.noise(3, 4), 0.3f);
    return laid(bricks, 0.012, 0.008, grout(k), paint, 0.95f, 0.012);
  }

  private static Surface paintedBricks(Kit k) {
    int base = k.chance(0.6) ? k.among(0xf2f0ea, 0xdcdcd8) : k.colour(0.1, 0.5, 0.5, 0.9);
    Tiles bricks = k.bricks(4, 10, 0.5).warp(k.noise(20, 3), k.noise(20, 3), 0.01f);
    Field clouds = k.noise(16, 4);
    Paint paint = Paint.of(base).shade(bricks.id(), 0.1f).shade(clouds, 0.15f);
    return laid(bricks, 0.008, 0.012, Kit.shade(base, 0.82), paint, 0.7f, 0.01);
  }

  private static Surface square(Kit k) {
    int n = k.whole(2, 5);
    Tiles tiles = k.bricks(n, n, 0);
    int base = k.chance(0.5) ? k.among(0xe8e2d6, 0xcfc6b8, 0x9a948c, 0x55504c) : k.dull();
    Paint paint = Paint.of(base).shade(tiles.id(), 0.15f).shade(k.noise(8, 5), 0.3f);
    return laid(tiles, 0.008, 0.005, grout(k), paint, k.between(0.08, 0.5), 0.003);
  }

  private static Surface subway(Kit k) {
    int base = k.chance(0.6) ? k.among(0xf6f5f1, 0xeceae4) : k.colour(0.2, 0.8, 0.3, 0.9);
    Tiles tiles = k.bricks(4, 8, 0.5);
    return laid(
        tiles, 0.008, 0.014, grout(k), Paint.of(base).shade(tiles.id(), 0.08f), 0.1f, 0.004);
  }

  private static Surface hexagon(Kit k) {
    Tiles tiles = k.hexagons(k.whole(4, 10));
    int a = k.among(0xf2efe8, 0x3a3a3c, 0xc8beb0);
    int b = k.chance(0.5) ? a : k.vivid();
    Paint paint = Paint.pick(tiles.id(), a, a, b, Kit.shade(a, 0.85)).shade(k.noise(8, 4), 0.15f);
    return laid(tiles, 0.012, 0.006, grout(k), paint, k.between(0.08, 0.5), 0.003);
  }

  private static Surface mosaic(Kit k) {
    int n = k.whole(12, 20);
    Tiles tiles = k.bricks(n, n, 0).warp(k.noise(24, 2), k.noise(24, 2), 0.006f);
    int base = k.vivid();
    Paint paint =
        Paint.pick(
            tiles.id(), base, Kit.shade(base, 0.7), Kit.shade(base, 1.4), k.vivid(), 0xe8e4da);
    return laid(tiles, 0.01, 0.006, grout(k), paint, 0.12f, 0.002);
  }

  private static Surface chessboard(Kit k) {
    int dark = k.chance(0.6) ? k.among(0x1c1c1e, 0x3a2a24) : k.colour(0.4, 0.9, 0.2, 0.5);
    Tiles tiles = k.bricks(4, 4, 0);
    Field even = k.u().join(k.v(), (u, v) -> ((int) (4 * u) + (int) (4 * v)) % 2);
    Paint paint = Paint.ramp(even, 0xf0ece2, dark).shade(k.noise(5, 5), 0.25f);
    return laid(tiles, 0.005, 0.003, 0x6e6a64, paint, k.between(0.05, 0.35), 0.002);
  }

  private static Surface terracotta(Kit k) {
    int base = k.among(0xb5623e, 0xc47a52, 0xa0533a);
    int n = k.whole(3, 5);
    Tiles tiles = k.bricks(n, n, 0).warp(k.noise(10, 3), k.noise(10, 3), 0.01f);
    Paint paint =
        Paint.ramp(
            tiles.id().plus(k.noise(8, 5)).times(0.5f),
            Kit.shade(base, 0.65),
            base,
            Kit.shade(base, 1.3));
    return laid(tiles, 0.02, 0.01, 0xb0a392, paint, 0.7f, 0.006);
  }

  private static Surface roof(Kit k) {
    int base = k.among(0xa5573c, 0x8a4636, 0x5a5a5e, 0x6e4a3c);
    int n = k.whole(5, 7);
    Field round = k.u().times(n).map(a -> (float) Math.sqrt(Field.wave(a)));
    Field down = k.v().map(v -> v * n % 1);
    Tiles tiles = k.bricks(n, n, 0);
    Field height = round.times(0.6f).plus(down, 0.4f);
    Paint paint =
        Paint.ramp(tiles.id(), Kit.shade(base, 0.7), base, Kit.shade(base, 1.2))
            .shade(k.noise(10, 4), 0.4f)
            .times(round.times(0.6f).plus(0.4f))
            .times(down.step(0.02f, 0.15f).times(0.6f).plus(0.4f));
    return Surface.of(paint, 0.85f).relief(height, 0.05);
  }

  private static Surface shingles(Kit k) {
    int base = k.among(0x5c5a5a, 0x6e5a4c, 0x4a5058, 0x7a7064);
    Tiles tiles = k.bricks(6, 8, 0.5);
    Paint paint =
        Paint.ramp(tiles.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.25))
            .shade(k.grain(), 0.4f)
            .times(tiles.v().step(0, 0.2f).times(0.55f).plus(0.45f));
    Field joint = tiles.inside(0.006f, 0.004f);
    return Surface.of(paint.times(joint.times(0.6f).plus(0.4f)), 0.95f)
        .relief(tiles.v().times(joint), 0.015);
  }

  private static Surface ornamental(Kit k) {
    int[] colours = {k.among(0xf0ebdc, 0xdfe4e6), k.colour(0.3, 0.9, 0.2, 0.7), k.vivid()};
    float p = k.between(1, 2.5);
    float q = k.between(0.5, 2);
    float r = k.between(0.5, 3);
    Field motif =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = Math.abs(4 * u % 1 - 0.5f);
                  float b = Math.abs(4 * v % 1 - 0.5f);
                  float round = (float) Math.sqrt(a * a + b * b);
                  float corner =
                      (float) Math.sqrt((0.5f - a) * (0.5f - a) + (0.5f - b) * (0.5f - b));
                  return Field.wave(p * round + q * Math.min(a, b) * 2 + r * corner);
                });
    Tiles tiles = k.bricks(4, 4, 0);
    Paint paint =
        Paint.pick(motif.map(a -> Math.min(a, 0.999f)), colours).shade(k.noise(12, 4), 0.2f);
    return laid(tiles, 0.005, 0.004, 0x9a948a, paint, k.between(0.1, 0.5), 0.001);
  }

  private static Surface paving(Kit k) {
    int base = k.among(0x9c9890, 0xb0a898, 0x84868a, 0xa88c7a);
    Tiles tiles = k.chance(0.5) ? k.bricks(3, 6, 0.5) : k.bricks(4, 4, 0);
    Paint paint =
        Paint.ramp(tiles.id(), Kit.shade(base, 0.8), base, Kit.shade(base, 1.2))
            .shade(k.grain(), 0.25f)
            .shade(k.noise(5, 5), 0.5f);
    return laid(tiles, 0.012, 0.01, k.among(0x4a4640, 0x55603a), paint, 0.95f, 0.01);
  }

  private static Surface herringbone(Kit k) {
    int base = k.among(0x9a5644, 0x8a7064, 0x7d7a76, 0xb0826a);
    Tiles tiles = k.herringbone(8);
    Paint paint =
        Paint.ramp(tiles.id(), Kit.shade(base, 0.65), base, Kit.shade(base, 1.25))
            .shade(k.noise(24, 4), 0.5f);
    return laid(tiles, 0.014, 0.012, k.among(0x4a443c, 0x8a8274), paint, 0.95f, 0.01);
  }

  private static Surface blocks(Kit k) {
    int base = k.among(0xa8a6a2, 0x94928e, 0xb8b0a4);
    Tiles tiles = k.bricks(4, 8, 0.5);
    Field pits = k.noise(50, 2).step(0.3f, 0.4f);
    Paint paint = Paint.of(base).shade(tiles.id(), 0.15f).shade(k.noise(4, 5), 0.3f);
    return laid(
        tiles,
        0.008,
        0.008,
        Kit.shade(base, 0.75),
        paint.times(pits.times(0.25f).plus(0.75f)),
        1,
        0.01);
  }

  private static Surface broken(Kit k) {
    Cells pieces = k.cells(9);
    Field inside = pieces.border().step(0.08f, 0.13f);
    int[] colours = {k.vivid(), k.vivid(), 0xf2eee4, k.colour(0.2, 0.6, 0.5, 0.9), k.vivid()};
    return Surface.of(Paint.of(grout(k)).mix(Paint.pick(pieces.id(), colours), inside), 0.12f)
        .relief(inside, 0.003);
  }
}
