package org.variegate.randomizer.texture;

/** Wood, sawn and grown. */
final class Wood {
  private static final int[] KINDS = {
    0xb88a5a, 0x8a5a34, 0xd2ad7c, 0x5d3c26, 0xa4683c, 0xc49a6a, 0x6f4a32, 0xe0c79c
  };

  private Wood() {}

  static void add(Catalog.Family wood) {
    wood.add("planks", 1.2, Wood::planks);
    wood.add("floorboards", 1.5, Wood::floorboards);
    wood.add("parquet", 0.9, Wood::parquet);
    wood.add("herringbone-parquet", 1, Wood::herringbone);
    wood.add("oak", 0.8, Wood::board);
    wood.add("plywood", 1, Wood::plywood);
    wood.add("chipboard", 0.6, Wood::chipboard);
    wood.add("bark", 0.8, Wood::bark);
    wood.add("birch-bark", 0.7, Wood::birchBark);
    wood.add("end-grain", 0.5, Wood::endGrain);
    wood.add("painted-boards", 1.2, Wood::paintedBoards);
    wood.add("log-wall", 2, Wood::logWall);
    wood.add("wicker", 0.3, Wood::wicker);
  }

  /** Fibres and rings along v, told apart by a field of ids. */
  private static Field grain(Kit k, Field id) {
    Field shift = id.times(37);
    Field rings = k.noise(6, 2, 3).times(7).plus(shift).plus(k.u(), 6).map(Field::wave);
    Field fibre = k.noise(64, 4, 2);
    return rings.times(0.45f).plus(fibre, 0.55f).plus(id, 0.25f).plus(-0.12f);
  }

  private static Paint paint(int base, Field grain) {
    return Paint.ramp(grain, Kit.shade(base, 0.55), base, Kit.shade(base, 1.22));
  }

  private static Surface planks(Kit k) {
    int base = Kit.shade(k.among(KINDS), k.between(0.75, 1.05));
    Tiles boards = k.boards(k.whole(5, 8), 1);
    Field inside = boards.inside(0.008f, 0.006f);
    Field grain = grain(k, boards.id());
    Paint paint = paint(base, grain).shade(boards.id(), 0.5f);
    return Surface.of(paint.mix(0x14100c, inside.not()), 0.75f)
        .relief(inside.times(0.85f).plus(grain, 0.15f), 0.008);
  }

  private static Surface floorboards(Kit k) {
    int base = k.among(KINDS);
    Tiles boards = k.boards(k.whole(7, 11), 2);
    Field inside = boards.inside(0.003f, 0.003f);
    Paint paint = paint(base, grain(k, boards.id())).shade(boards.id(), 0.35f);
    return Surface.of(paint.mix(Kit.shade(base, 0.25), inside.not()), k.between(0.2, 0.5))
        .relief(inside, 0.002);
  }

  private static Surface parquet(Kit k) {
    int base = k.among(KINDS);
    Tiles blocks = k.baskets(4, k.whole(4, 6));
    Field inside = blocks.inside(0.004f, 0.003f);
    Field along = k.noise(64, 4, 2);
    Field across = k.noise(4, 64, 2);
    Field turned = k.u().join(k.v(), (u, v) -> ((int) (u * 4) + (int) (v * 4)) % 2);
    Field fibre = across.mix(along, turned);
    Paint paint = paint(base, fibre.times(0.7f).plus(blocks.id(), 0.5f).plus(-0.1f));
    return Surface.of(paint.mix(Kit.shade(base, 0.3), inside.not()), k.between(0.15, 0.5))
        .relief(inside, 0.002);
  }

  private static Surface herringbone(Kit k) {
    int base = k.among(KINDS);
    Tiles blocks = k.herringbone(4 * k.whole(2, 3));
    Field inside = blocks.inside(0.004f, 0.003f);
    Field fibre = k.noise(24, 24, 3);
    Field stripes = blocks.v().times(5).plus(fibre, 2).plus(blocks.id(), 9).wave();
    Paint paint = paint(base, stripes.times(0.25f).plus(fibre, 0.3f).plus(blocks.id(), 0.5f));
    return Surface.of(paint.mix(Kit.shade(base, 0.3), inside.not()), k.between(0.15, 0.5))
        .relief(inside, 0.002);
  }

  private static Surface board(Kit k) {
    int base = k.among(KINDS);
    Field knots = k.cells(3).middle();
    Field rings =
        k.u().times(5).plus(k.noise(3, 2, 3), 3).plus(knots.map(d -> 0.35f / (0.12f + d)), 1);
    Field grain = rings.wave().times(0.5f).plus(k.noise(80, 3, 2), 0.5f);
    Paint paint = paint(base, grain).mix(Kit.shade(base, 0.35), knots.step(0.13f, 0.04f));
    return Surface.of(paint, k.between(0.3, 0.7)).relief(grain, 0.001);
  }

  private static Surface plywood(Kit k) {
    int base = k.among(0xd8b988, 0xcaa270, 0xe2cda4);
    Field rings = k.noise(2, 3, 4).times(9).wave();
    Field grain = rings.times(0.35f).plus(k.noise(70, 5, 2), 0.65f);
    return Surface.of(Paint.ramp(grain, Kit.shade(base, 0.75), base, Kit.shade(base, 1.25)), 0.7f);
  }

  private static Surface chipboard(Kit k) {
    int base = k.among(0xc9a36b, 0xd8b983, 0xb98d58);
    Scatter chips = k.rods(700, 0.16, 0.06);
    Paint paint =
        Paint.ramp(chips.id(), Kit.shade(base, 0.65), base, Kit.shade(base, 1.3))
            .shade(k.noise(60, 2), 0.4f);
    return Surface.of(paint.shade(chips.height().step(0, 0.3f), 0.3f), 0.75f)
        .relief(chips.order(), 0.002);
  }

  private static Surface bark(Kit k) {
    int base = k.among(0x5a4636, 0x6e5f50, 0x4a3c32, 0x7a5a40);
    Field cracks =
        k.noise(9, 3, 4)
            .warp(k.noise(8, 4), k.noise(8, 4), 0.1f)
            .map(a -> Math.min(1, 6 * Math.abs(a - 0.5f)));
    Field rough = cracks.plus(k.noise(24, 12, 3), 0.5f).times(0.7f);
    Paint paint =
        Paint.ramp(rough, Kit.shade(base, 0.25), Kit.shade(base, 0.7), base, Kit.shade(base, 1.3));
    return Surface.of(paint, 1).relief(rough, 0.05);
  }

  private static Surface birchBark(Kit k) {
    Field clouds = k.noise(3, 12, 4);
    Scatter marks = k.leaves(70, 0.28, 0.022, 0.02);
    Field dark = marks.height().step(0, 0.4f).max(k.noise(5, 14, 3).step(0.72f, 0.82f));
    Paint paint = Paint.ramp(clouds, 0xb9aea0, 0xe2dcd2, 0xf5f2ec);
    return Surface.of(paint.mix(k.among(0x2b2420, 0x4a3a30), dark), 0.7f).relief(dark.not(), 0.005);
  }

  private static Surface endGrain(Kit k) {
    int base = k.among(KINDS);
    Cells logs = k.cells(4, 4, 0.35);
    Field log = logs.middle().step(0.5f, 0.47f);
    Field rings = logs.middle().times(14).plus(k.noise(6, 3), 1.5f).wave();
    Paint paint = paint(base, rings.times(0.6f).plus(logs.id(), 0.4f));
    Field edge = logs.middle().step(0.42f, 0.47f);
    return Surface.of(Paint.of(0x120d09).mix(paint.mix(0x4a3524, edge), log), 0.8f)
        .relief(log, 0.04);
  }

  private static Surface paintedBoards(Kit k) {
    int base = k.chance(0.4) ? k.among(0xf2efe8, 0xdfe3e2) : k.colour(0.15, 0.6, 0.4, 0.85);
    Tiles boards = k.boards(k.whole(5, 9), 1);
    Field inside = boards.inside(0.006f, 0.008f);
    float worn = k.between(0.75, 1);
    Field chips = k.noise(12, 5, 5).step(worn - 0.1f, worn - 0.06f);
    Paint paint = Paint.of(base).shade(k.noise(40, 3, 3), 0.25f);
    return Surface.of(
            paint
                .mix(paint(0x8a7458, k.noise(64, 3, 2)), chips)
                .mix(Kit.shade(base, 0.3), inside.not()),
            k.between(0.35, 0.8))
        .relief(inside.minus(chips.times(0.1f)).times(0.9f).plus(0.1f), 0.008);
  }

  private static Surface logWall(Kit k) {
    int base = k.among(KINDS);
    int logs = k.whole(5, 8);
    Field round = k.v().times(logs).map(a -> Field.wave(a));
    Field id = k.v().map(v -> Dice.unit(Dice.mix((int) (v * logs) + 77)));
    Field grain = k.noise(4, 64, 2).plus(id, 0.4f).plus(-0.2f);
    Paint paint = paint(base, grain).times(round.step(0, 0.5f).times(0.8f).plus(0.2f));
    return Surface.of(paint, 0.8f).relief(round.map(a -> (float) Math.sqrt(a)), 0.08);
  }

  private static Surface wicker(Kit k) {
    int base = k.among(0xb98f5a, 0x8f6136, 0xd8bd8c, 0x5a4030);
    int n = 2 * k.whole(4, 6);
    Field over = k.u().join(k.v(), (u, v) -> ((int) (u * n) + (int) (v * 3 * n)) % 2);
    Field across = k.u().times(n).wave();
    Field strand = k.v().times(3 * n).map(a -> (float) Math.sqrt(Field.wave(a)));
    Field height =
        strand.times(
            over.mix(over.not(), Field.of(1)).times(across).plus(over.times(0.15f)).plus(0.2f));
    Paint paint =
        Paint.ramp(height.plus(k.noise(60, 2), 0.25f), 0x1c120a, base, Kit.shade(base, 1.35));
    return Surface.of(paint, 0.6f).relief(height, 0.01);
  }
}
