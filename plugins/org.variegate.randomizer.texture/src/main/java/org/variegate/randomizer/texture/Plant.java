package org.variegate.randomizer.texture;

/** What grows, or grew. */
final class Plant {
  private Plant() {}

  static void add(Catalog.Family plant) {
    plant.add("grass", 0.6, Plant::grass);
    plant.add("lawn", 1.5, Plant::lawn);
    plant.add("meadow", 1.5, Plant::meadow);
    plant.add("dry-grass", 0.8, Plant::dryGrass);
    plant.add("leaves", 1, Plant::leaves);
    plant.add("fallen-leaves", 1, Plant::fallenLeaves);
    plant.add("moss", 0.5, Plant::moss);
    plant.add("straw", 0.6, Plant::straw);
    plant.add("mulch", 0.7, Plant::mulch);
    plant.add("clover", 0.5, Plant::clover);
    plant.add("hedge", 1, Plant::hedge);
    plant.add("pine-needles", 0.5, Plant::pineNeedles);
  }

  private static Surface strewn(Paint below, Scatter things, Paint paint, double depth) {
    Field lit = things.order().times(0.45f).plus(things.height(), 0.35f).plus(0.5f);
    Field mask = things.height().step(0, 0.15f);
    return Surface.of(below.mix(paint.times(lit.map(a -> Math.min(1.2f, a))), mask), 0.85f)
        .relief(mask.times(things.order().times(0.7f).plus(things.height(), 0.3f)), depth);
  }

  private static Surface grass(Kit k) {
    int base = k.among(0x5f8a34, 0x47762c, 0x7c9a45, 0x3f6b3a);
    Scatter blades = k.blades(2600, 0.22, 0.034, 0.75, 0.2);
    Paint paint =
        Paint.ramp(blades.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.25), 0xb0ad5c);
    return strewn(Paint.of(0x2a2a14), blades, paint.shade(blades.along(), 0.4f), 0.03);
  }

  private static Surface lawn(Kit k) {
    return sward(k, k.among(0x5c8f35, 0x4d7d33, 0x6c9340), 6000, 0.08, 0.026);
  }

  private static Surface sward(Kit k, int base, int count, double length, double width) {
    Field clouds = k.noise(5, 4);
    Scatter blades = k.blades(count, length, width, 0, 0.5);
    Paint paint =
        Paint.ramp(
            blades.id().plus(clouds).times(0.5f),
            Kit.shade(base, 0.5),
            base,
            Kit.shade(base, 1.2),
            0xa8a860);
    return strewn(Paint.of(Kit.shade(base, 0.4)), blades, paint, 0.02);
  }

  private static Surface meadow(Kit k) {
    Surface grass = sward(k, k.among(0x7d8f4a, 0x6f7f3a, 0x8a9a5c), 2600, 0.2, 0.022);
    int petals = k.among(0xf4f0e0, 0xf2d13c, 0xc05fb0, 0xd9442f, 0x6a75d8);
    Scatter flowers = k.rods(k.whole(60, 160), 0.04, 0.034);
    Field flower = flowers.height().step(0, 0.2f);
    Paint paint =
        grass.paint().mix(petals, flower).mix(0xe0b020, flowers.height().step(0.6f, 0.75f));
    return Surface.of(paint, 0.85f).relief(grass.height().times(0.8f).max(flower), 0.04);
  }

  private static Surface dryGrass(Kit k) {
    int base = k.among(0xb7a368, 0xa18d57, 0x9c9a5a);
    Scatter blades = k.blades(2200, 0.28, 0.03, 0.75, 0.3);
    Paint paint = Paint.ramp(blades.id(), 0x6e5d36, base, Kit.shade(base, 1.35), 0x7d8a45);
    return strewn(Paint.of(0x4a3d28), blades, paint, 0.03);
  }

  private static Surface leaves(Kit k) {
    int base = k.among(0x3f7030, 0x557a2e, 0x2f5a34, 0x6f8f3e);
    Scatter leaves = k.leaves(700, 0.14, 0.07);
    Field rib = leaves.height().step(0.86f, 0.95f);
    Paint paint = Paint.ramp(leaves.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.2));
    return strewn(Paint.of(0x10180c), leaves, paint.mix(Kit.shade(base, 1.4), rib), 0.04);
  }

  private static Surface fallenLeaves(Kit k) {
    Scatter leaves = k.leaves(420, 0.16, 0.1);
    Field rib = leaves.height().step(0.9f, 0.97f);
    Paint paint =
        Paint.pick(
            leaves.id(), 0x9c5a1e, 0xc07f2a, 0x7a4420, 0xd0a23c, 0x8e3a1c, 0x6b5130, 0xa98a4a);
    return strewn(
        Paint.ramp(k.noise(12, 4), 0x1d150e, 0x4a3826),
        leaves,
        paint.shade(k.noise(30, 3), 0.6f).mix(0x5c3a1a, rib),
        0.02);
  }

  private static Surface moss(Kit k) {
    int base = k.among(0x59702a, 0x6d8434, 0x44602a);
    Field lumps = k.cells(14).middle().not().plus(k.noise(5, 4)).times(0.6f);
    Field fine = k.noise(48, 2);
    Paint paint =
        Paint.ramp(
            lumps.plus(fine, 0.5f).plus(-0.3f),
            0x1c260e,
            Kit.shade(base, 0.7),
            base,
            Kit.shade(base, 1.4));
    return Surface.of(paint, 1).relief(lumps.plus(fine, 0.4f).times(0.7f), 0.02);
  }

  private static Surface straw(Kit k) {
    int base = k.among(0xd9bd6a, 0xc9a653, 0xe3cf8e);
    Scatter stalks = k.rods(1100, 0.35, 0.018);
    Paint paint = Paint.ramp(stalks.id(), 0x8d7236, base, Kit.shade(base, 1.4));
    return strewn(Paint.of(0x4a3a1c), stalks, paint, 0.03);
  }

  private static Surface mulch(Kit k) {
    int base = k.among(0x6b4a30, 0x84603e, 0x7a3f26, 0x4d3b2e);
    Scatter chips = k.rods(900, 0.12, 0.05);
    Paint paint =
        Paint.ramp(chips.id(), Kit.shade(base, 0.5), base, Kit.shade(base, 1.3), 0xb08a60);
    return strewn(Paint.of(0x1a120c), chips, paint.shade(k.noise(60, 2), 0.8f), 0.03);
  }

  private static Surface clover(Kit k) {
    int base = k.among(0x3c7a34, 0x4f8a3a, 0x2f6a3a);
    Scatter round = k.rods(1500, 0.075, 0.07);
    Field pale = round.height().near(0.45f, 0.16f);
    Paint paint = Paint.ramp(round.id(), Kit.shade(base, 0.65), base, Kit.shade(base, 1.2));
    return strewn(
        Paint.of(0x16240f), round, paint.mix(Kit.shade(base, 1.5), pale.times(0.6f)), 0.02);
  }

  private static Surface hedge(Kit k) {
    int base = k.among(0x2f5428, 0x3d6a30, 0x496b3d);
    Scatter leaves = k.leaves(3200, 0.055, 0.035);
    Field gaps = k.noise(7, 4).step(0.3f, 0.5f);
    Paint paint = Paint.ramp(leaves.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.4));
    return strewn(Paint.of(0x0a0f08), leaves, paint.times(gaps.times(0.5f).plus(0.6f)), 0.06);
  }

  private static Surface pineNeedles(Kit k) {
    int base = k.among(0x8a5f38, 0x9a7648, 0x6e4c30);
    Scatter needles = k.rods(2600, 0.16, 0.012);
    Paint paint = Paint.ramp(needles.id(), 0x3d2a1a, base, Kit.shade(base, 1.3), 0x6f7040);
    return strewn(Paint.of(0x2b1d12), needles, paint, 0.02);
  }
}
