package org.variegate.randomizer.texture;

/** Walls and floors that are poured, plastered or papered. */
final class Building {
  private Building() {}

  static void add(Catalog.Family building) {
    building.add("plaster", 1.5, Building::plaster);
    building.add("stucco", 0.8, Building::stucco);
    building.add("wall-paint", 2, Building::wallPaint);
    building.add("concrete", 2, Building::concrete);
    building.add("board-marked-concrete", 1.5, Building::boardMarked);
    building.add("asphalt", 0.8, Building::asphalt);
    building.add("road", 4, Building::road);
    building.add("striped-wallpaper", 0.8, Building::striped);
    building.add("patterned-wallpaper", 0.8, Building::patterned);
    building.add("peeling-plaster", 2, Building::peeling);
    building.add("linoleum", 0.8, Building::linoleum);
    building.add("panelling", 1, Building::panelling);
    building.add("acoustic-panel", 0.6, Building::acoustic);
    building.add("bookshelf", 1, Building::bookshelf);
    building.add("graffiti", 3, Building::graffiti);
  }

  private static int wall(Kit k) {
    return k.chance(0.5) ? k.among(0xf2efe8, 0xe4dccb, 0xd8d8d4) : k.colour(0.08, 0.5, 0.55, 0.95);
  }

  private static Surface plaster(Kit k) {
    int base = wall(k);
    Field strokes = k.noise(4, 5).warp(k.noise(3, 3), k.noise(3, 3), 0.3f);
    return Surface.of(Paint.ramp(strokes, Kit.shade(base, 0.86), base, Kit.shade(base, 1.1)), 0.9f)
        .relief(strokes, 0.01);
  }

  private static Surface stucco(Kit k) {
    int base = wall(k);
    Field lumps = k.noise(24, 4);
    return Surface.of(
            Paint.ramp(lumps, Kit.shade(base, 0.72), base, Kit.shade(base, 1.12))
                .shade(k.noise(3, 4), 0.15f),
            1)
        .relief(lumps, 0.015);
  }

  private static Surface wallPaint(Kit k) {
    int base = wall(k);
    return Surface.of(
            Paint.of(base).shade(k.noise(2, 4), 0.12f).shade(k.noise(90, 1), 0.03f),
            k.between(0.4, 0.9))
        .relief(k.noise(90, 1), 0.0008);
  }

  private static Surface concrete(Kit k) {
    int base = k.among(0xa3a19c, 0x8c8b88, 0xb8b4aa);
    Field clouds = k.noise(3, 7);
    Field stains = k.noise(6, 2, 5).step(0.55f, 0.75f);
    Field holes = k.rods(60, 0.012, 0.012).height().step(0, 0.3f);
    Field cracks = k.ridges(3, 5).step(0.985f, 1);
    return Surface.of(
            Paint.ramp(clouds, Kit.shade(base, 0.75), base, Kit.shade(base, 1.2))
                .mix(Kit.shade(base, 0.7), stains.times(0.5f))
                .mix(Kit.shade(base, 0.35), holes.max(cracks)),
            0.9f)
        .relief(clouds.minus(holes.max(cracks).times(0.5f)).plus(0.5f).times(0.66f), 0.006);
  }

  private static Surface boardMarked(Kit k) {
    int base = k.among(0x9c9a96, 0xb0aca4, 0x84837f);
    Tiles boards = k.boards(6, 1);
    Field grain = k.noise(48, 3, 3).plus(boards.id(), 0.4f).plus(-0.2f);
    Field inside = boards.inside(0.004f, 0.006f);
    return Surface.of(
            Paint.ramp(grain, Kit.shade(base, 0.75), base, Kit.shade(base, 1.15))
                .times(inside.times(0.3f).plus(0.7f)),
            0.95f)
        .relief(inside.times(0.6f).plus(grain, 0.4f), 0.008);
  }

  private static Surface asphalt(Kit k) {
    int base = k.among(0x4a4a4c, 0x5a5855, 0x3a3a3e, 0x6e6c68);
    Cells stones = k.cells(60);
    Field stone = stones.border().step(0.05f, 0.4f);
    Paint paint =
        Paint.ramp(stones.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.35))
            .times(stone.times(0.5f).plus(0.5f))
            .shade(k.noise(3, 5), 0.4f);
    return Surface.of(paint, 0.95f).relief(stone, 0.004);
  }

  private static Surface road(Kit k) {
    int base = k.among(0x55555a, 0x626060, 0x48484c);
    Field worn = k.noise(10, 5);
    Field line = k.u().near(0.5f, 0.03f).step(0.2f, 0.5f);
    Field dash = k.chance(0.5) ? k.v().step(0.3f, 0.31f) : Field.of(1);
    Field seam = k.v().near(0.3f, 0.01f);
    Field paint = line.times(dash.times(seam.not())).times(worn.step(0.25f, 0.45f));
    Field cracks = k.ridges(4, 5).step(0.965f, 1);
    return Surface.of(
            Paint.of(base)
                .shade(k.grain(), 0.5f)
                .shade(k.noise(3, 5), 0.35f)
                .mix(k.among(0xe8e8e4, 0xe0b83c), paint.times(0.9f))
                .mix(0x28282a, cracks),
            0.9f)
        .relief(worn, 0.01);
  }

  private static Surface striped(Kit k) {
    int[] colours = {wall(k), k.colour(0.1, 0.6, 0.5, 0.95), wall(k), k.dull()};
    int n = k.whole(3, 10);
    float share = k.between(0.2, 0.6);
    Field stripe =
        k.u().map(u -> u * n % 1 < share ? 0.1f : u * n % 1 < share + 0.1f ? 0.9f : 0.4f);
    return Surface.of(Paint.pick(stripe, colours).shade(k.noise(90, 2, 1), 0.06f), 0.85f);
  }

  private static Surface patterned(Kit k) {
    int ground = wall(k);
    int figure = k.chance(0.5) ? Kit.shade(ground, 0.78) : k.colour(0.2, 0.8, 0.3, 0.9);
    int n = k.whole(3, 6);
    float p = k.between(0.6, 2.2);
    float q = k.between(0.8, 2);
    Field motif =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  int row = (int) (v * 2 * n);
                  float a = Math.abs((u * n + row * 0.5f) % 1 - 0.5f);
                  float b = v * 2 * n - row - 0.5f;
                  float petal = (float) Math.sqrt(a * a + b * b / 4);
                  return Field.wave(p * petal * 3 + q * a * b * 4) * Field.step(0.5f, 0.2f, petal);
                });
    return Surface.of(
        Paint.of(ground).mix(figure, motif.step(0.35f, 0.45f)).shade(k.noise(60, 2), 0.06f), 0.8f);
  }

  private static Surface peeling(Kit k) {
    int coat = wall(k);
    Field clouds = k.noise(4, 6);
    float share = k.between(0.5, 0.62);
    Field off = clouds.step(share, share + 0.015f);
    Tiles bricks = k.bricks(5, 12, 0.5);
    Paint wall =
        Paint.of(0xb4aa9c)
            .mix(Paint.ramp(bricks.id(), 0x7a4434, 0xb56a4c), bricks.inside(0.012f, 0.006f));
    return Surface.of(
            Paint.of(coat)
                .shade(k.noise(6, 5), 0.3f)
                .mix(Kit.shade(coat, 0.6), clouds.near(share, 0.015f))
                .mix(wall.shade(k.noise(24, 3), 0.4f), off),
            0.95f)
        .relief(off.not(), 0.015);
  }

  private static Surface linoleum(Kit k) {
    int base = k.dull();
    Scatter flecks = k.leaves(2200, 0.035, 0.012);
    Field fleck = flecks.height().step(0, 0.3f).times(0.7f);
    Paint paint =
        Paint.of(base)
            .mix(Paint.ramp(flecks.id(), Kit.shade(base, 0.6), Kit.shade(base, 1.5)), fleck);
    return Surface.of(paint, k.between(0.2, 0.5));
  }

  private static Surface panelling(Kit k) {
    int base = k.chance(0.5) ? wall(k) : k.among(0x7a5234, 0x9c7048);
    Tiles panels = k.bricks(2, 1, 0);
    Field frame = panels.border().step(0.1f, 0.11f);
    Field field = panels.border().step(0.12f, 0.15f);
    Field height = frame.not().max(field.times(0.8f));
    return Surface.of(Paint.of(base).shade(k.noise(50, 3, 2), 0.12f).shade(height, 0.25f), 0.5f)
        .relief(height, 0.012);
  }

  private static Surface acoustic(Kit k) {
    int base = k.among(0x424246, 0xe0ded8, 0x5a5a60);
    int n = k.whole(4, 7);
    Field cone = k.u().join(k.v(), (u, v) -> Field.wave(u * n) * Field.wave(v * n));
    return Surface.of(Paint.ramp(cone, Kit.shade(base, 0.65), base), 1).relief(cone, 0.04);
  }

  private static Surface bookshelf(Kit k) {
    int wood = k.among(0x6b4a30, 0x9c7448, 0xe4ded4, 0x3a2a20);
    Tiles books = k.bricks(k.whole(20, 30), 3, 0);
    Field tall = books.id().map(a -> 0.1f + 0.25f * (a * 53 % 1));
    Field book = books.v().join(tall, (v, t) -> v > t ? 1f : 0f);
    Field shelf = books.v().step(0.92f, 0.925f);
    Field round = books.u().map(Field::wave).times(0.6f).plus(0.5f);
    Field band =
        books
            .v()
            .join(
                books.id(), (v, a) -> Math.abs(v - 0.45f - 0.3f * (a * 31 % 1)) < 0.03f ? 0.7f : 0);
    int[] colours = {
      k.vivid(),
      k.dull(),
      0x2a2a30,
      0xe8e0cc,
      k.colour(0.4, 0.9, 0.2, 0.5),
      k.vivid(),
      0x6b2a24,
      0x24405a
    };
    Paint spines = Paint.pick(books.id(), colours).mix(0xd8b85c, band).times(round);
    return Surface.of(Paint.of(0x14100c).mix(spines, book).mix(wood, shelf), 0.7f)
        .relief(book.max(shelf), 0.03);
  }

  private static Surface graffiti(Kit k) {
    Surface wall = k.chance(0.5) ? concrete(k) : plaster(k);
    Paint paint = wall.paint();
    for (int i = 0; i < k.whole(3, 5); i++) {
      Field line = k.noise(k.whole(2, 4), 2).near(0.5f, k.between(0.02, 0.07)).step(0.3f, 0.5f);
      paint = paint.mix(k.vivid(), line.times(k.noise(2, 2).step(0.4f, 0.45f)));
    }
    return Surface.of(paint, 0.8f).relief(wall.height(), wall.depth());
  }
}
