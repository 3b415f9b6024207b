package org.variegate.randomizer.texture;

/** Paper, leather, plastic and the like. */
final class Sheet {
  private Sheet() {}

  static void add(Catalog.Family sheet) {
    sheet.add("paper", 0.5, Sheet::paper);
    sheet.add("crumpled-paper", 0.5, Sheet::crumpled);
    sheet.add("cardboard", 0.6, Sheet::cardboard);
    sheet.add("newspaper", 0.5, Sheet::newspaper);
    sheet.add("leather", 0.3, Sheet::leather);
    sheet.add("cork", 0.5, Sheet::cork);
    sheet.add("rubber-mat", 0.4, Sheet::rubber);
    sheet.add("plastic", 0.5, Sheet::plastic);
    sheet.add("bubble-wrap", 0.3, Sheet::bubbles);
    sheet.add("sponge", 0.3, Sheet::sponge);
    sheet.add("notebook", 0.3, Sheet::notebook);
    sheet.add("artificial-turf", 0.3, Sheet::turf);
  }

  private static Surface paper(Kit k) {
    int base = k.chance(0.5) ? k.among(0xf0ede2, 0xe8dcc0) : k.colour(0.05, 0.5, 0.7, 0.95);
    Field fibre = k.noise(40, 3);
    return Surface.of(Paint.of(base).shade(fibre, 0.1f).shade(k.noise(3, 4), 0.1f), 0.95f)
        .relief(fibre, 0.0003);
  }

  private static Surface crumpled(Kit k) {
    int base = k.chance(0.5) ? k.among(0xf4f0e6, 0xc9a878) : k.colour(0.1, 0.6, 0.6, 1);
    Cells facets = k.cells(6).warp(k.noise(6, 2), k.noise(6, 2), 0.12f);
    Field folds = facets.middle().plus(k.cells(12).middle(), 0.4f).times(0.7f);
    return Surface.of(Paint.ramp(folds, Kit.shade(base, 0.78), base), 0.9f).relief(folds, 0.025);
  }

  private static Surface cardboard(Kit k) {
    int base = k.among(0xb88d5c, 0xc9a26e, 0xa67c4e);
    Field flutes = k.u().times(40).wave();
    Paint paint = Paint.of(base).shade(flutes, 0.08f).shade(k.noise(60, 60, 2), 0.12f);
    return Surface.of(paint.shade(k.noise(3, 4), 0.25f), 0.95f).relief(flutes, 0.0004);
  }

  private static Surface newspaper(Kit k) {
    Tiles words = k.bricks(14, 56, 0.25);
    Field line = words.v().step(0.3f, 0.4f).times(words.u().step(0.08f, 0.12f));
    Field letters = k.noise(128, 64, 1).step(0.4f, 0.6f);
    Tiles columns = k.bricks(3, 4, 0);
    Field text = columns.inside(0.03f, 0.002f).times(columns.id().step(0.24f, 0.25f));
    Field photo = columns.inside(0.03f, 0.002f).times(columns.id().step(0.25f, 0.24f));
    return Surface.of(
        Paint.of(k.among(0xe8e2d2, 0xd8d0bc))
            .mix(0x2a2826, line.times(letters).times(text).times(0.85f))
            .mix(Paint.ramp(k.noise(8, 5), 0x1c1c1c, 0xd0ccc0), photo),
        0.95f);
  }

  private static Surface leather(Kit k) {
    int base = k.chance(0.7) ? k.among(0x5a3524, 0x2c2220, 0x8a5a34, 0xb08a60) : k.vivid();
    Cells grain = k.cells(34).warp(k.noise(20, 2), k.noise(20, 2), 0.03f);
    Field pore = grain.border().step(0, 0.35f);
    Paint paint =
        Paint.ramp(k.noise(4, 4), Kit.shade(base, 0.75), base, Kit.shade(base, 1.15))
            .times(pore.times(0.45f).plus(0.55f));
    return Surface.of(paint, k.between(0.3, 0.6)).relief(pore, 0.0015);
  }

  private static Surface cork(Kit k) {
    int base = k.among(0xb98a58, 0xa8794a, 0xcaa070);
    Cells grains = k.cells(26).warp(k.noise(20, 2), k.noise(20, 2), 0.04f);
    Field dark = k.noise(30, 2).step(0.34f, 0.24f);
    return Surface.of(
            Paint.ramp(grains.id(), Kit.shade(base, 0.65), base, Kit.shade(base, 1.25))
                .mix(0x4a2c18, dark),
            0.95f)
        .relief(grains.border().step(0, 0.3f), 0.001);
  }

  private static Surface rubber(Kit k) {
    int base = k.chance(0.6) ? k.among(0x363638, 0x3a3a3c) : k.vivid();
    int n = k.whole(6, 10);
    boolean studs = k.chance(0.5);
    Field height =
        k.u()
            .join(
                k.v(),
                (u, v) ->
                    studs
                        ? Field.step(0.3f, 0.45f, Field.wave(u * n) * Field.wave(v * n))
                        : Field.step(0.3f, 0.5f, Field.wave(u * 2 * n)));
    return Surface.of(Paint.of(base).shade(height, 0.35f).shade(k.noise(4, 4), 0.3f), 0.6f)
        .relief(height, 0.003);
  }

  private static Surface plastic(Kit k) {
    int base = k.vivid();
    return Surface.of(
            Paint.of(base).shade(k.noise(2, 3), 0.12f).shade(k.noise(60, 2), 0.05f),
            k.between(0.08, 0.4))
        .relief(k.noise(60, 2), 0.0004);
  }

  private static Surface bubbles(Kit k) {
    Tiles cells = k.hexagons(k.whole(9, 13));
    Field dome = cells.border().step(0.002f, 0.03f);
    Paint paint = Paint.ramp(dome, 0xb8c0c4, 0xdfe5e8).shade(cells.id(), 0.12f);
    return Surface.of(paint, 0.1f).relief(dome.map(a -> (float) Math.sqrt(a)), 0.004);
  }

  private static Surface sponge(Kit k) {
    int base = k.chance(0.6) ? k.among(0xe8c84c, 0xf0d878, 0x6fae5c) : k.vivid();
    Field pores = k.cells(14).middle().step(0.2f, 0.5f).min(k.cells(34).middle().step(0.1f, 0.4f));
    return Surface.of(Paint.ramp(pores, Kit.shade(base, 0.4), base).shade(k.noise(40, 2), 0.2f), 1)
        .relief(pores, 0.005);
  }

  private static Surface notebook(Kit k) {
    boolean squares = k.chance(0.5);
    int n = k.whole(20, 36);
    float width = 0.12f;
    Field lines =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  boolean across = v * n % 1 < width;
                  boolean down = squares && u * n % 1 < width;
                  return across || down ? 0.7f : 0f;
                });
    return Surface.of(
        Paint.of(0xfaf8f0).mix(k.among(0x8aa8d8, 0xa8b0b8), lines).shade(k.noise(3, 3), 0.06f),
        0.9f);
  }

  private static Surface turf(Kit k) {
    int base = k.among(0x2f8a3a, 0x3f9c4a, 0x257a5a);
    Scatter blades = k.blades(4000, 0.1, 0.02, 0.75, 0.5);
    Paint paint =
        Paint.ramp(blades.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.25))
            .times(blades.height().times(0.4f).plus(0.7f));
    Field mask = blades.height().step(0, 0.2f);
    return Surface.of(Paint.of(Kit.shade(base, 0.35)).mix(paint, mask), 0.6f)
        .relief(blades.order().times(mask), 0.015);
  }
}
