package org.variegate.randomizer.texture;

/** Loose ground, snow and ice. */
final class Soil {
  private Soil() {}

  static void add(Catalog.Family soil) {
    soil.add("sand", 0.6, Soil::sand);
    soil.add("ripples", 1.5, Soil::ripples);
    soil.add("mud", 1, Soil::mud);
    soil.add("cracked-clay", 1.2, Soil::crackedClay);
    soil.add("earth", 0.8, Soil::earth);
    soil.add("snow", 1.5, Soil::snow);
    soil.add("ice", 1.5, Soil::ice);
    soil.add("lava", 2, Soil::lava);
    soil.add("water", 2, Soil::water);
  }

  private static Surface sand(Kit k) {
    int base = k.among(0xd8c29a, 0xc9ad7f, 0xe6dcc3, 0xb08d5f);
    Field clouds = k.noise(5, 5);
    Field grain = k.grain();
    Paint paint = Paint.ramp(clouds, Kit.shade(base, 0.75), base, Kit.shade(base, 1.3));
    return Surface.of(paint.shade(grain, 0.35f), 1).relief(clouds.plus(grain, 0.1f), 0.012);
  }

  private static Surface ripples(Kit k) {
    int base = k.among(0xd3b98a, 0xc29f6b, 0xe0d2b4);
    Field phase = k.v().times(k.whole(7, 12)).plus(k.noise(3, 3), 1.4f);
    Field wave = phase.map(a -> 0.7f * Field.wave(a) + 0.3f * (a - (float) Math.floor(a)));
    Paint paint = Paint.ramp(wave, Kit.shade(base, 0.68), base, Kit.shade(base, 1.25));
    return Surface.of(paint.shade(k.grain(), 0.2f), 1).relief(wave, 0.02);
  }

  private static Surface mud(Kit k) {
    int base = k.among(0x5a4632, 0x4a3a2c, 0x6e5a44);
    Field lumps = k.noise(6, 6);
    Field wet = lumps.step(0.5f, 0.35f);
    Paint paint = Paint.ramp(lumps, Kit.shade(base, 0.5), base, Kit.shade(base, 1.2));
    return Surface.of(paint, 0.7f)
        .relief(lumps.max(Field.of(0.36f)), 0.06)
        .rough(wet.times(-0.65f).plus(0.8f));
  }

  private static Surface crackedClay(Kit k) {
    int base = k.among(0xb59a78, 0xa37f5c, 0xc7b79b, 0x8d7a66);
    Cells plates = k.cells(k.whole(5, 9)).warp(k.noise(8, 4), k.noise(8, 4), 0.06f);
    Field plate = plates.border().step(0.02f, 0.12f);
    Paint paint =
        Paint.ramp(
            k.noise(6, 6).plus(plates.id(), 0.3f).plus(-0.15f),
            Kit.shade(base, 0.75),
            base,
            Kit.shade(base, 1.25));
    return Surface.of(paint.mix(Kit.shade(base, 0.25), plate.not()), 0.95f).relief(plate, 0.02);
  }

  private static Surface earth(Kit k) {
    int base = k.among(0x5b4330, 0x4a3728, 0x6d543c, 0x3d332b);
    Scatter clods = k.rods(1200, 0.04, 0.03);
    Field lumps = k.noise(8, 5).plus(clods.height(), 0.35f);
    Paint paint =
        Paint.ramp(lumps, Kit.shade(base, 0.45), base, Kit.shade(base, 1.15), Kit.shade(base, 1.3));
    return Surface.of(paint.shade(clods.id(), 0.3f), 1).relief(lumps, 0.025);
  }

  private static Surface snow(Kit k) {
    Field drifts = k.noise(3, 4);
    Field sparkle = k.grain().step(0.985f, 1);
    Paint paint = Paint.ramp(drifts, 0xd3deee, 0xf0f4fa, 0xffffff);
    return Surface.of(paint.mix(0xffffff, sparkle), 0.7f)
        .relief(drifts.plus(k.noise(24, 3), 0.1f), 0.08);
  }

  private static Surface ice(Kit k) {
    Field clouds = k.noise(4, 5);
    Field cracks = k.ridges(5, 4).step(0.9f, 1.02f).max(k.ridges(11, 3).step(0.95f, 1.02f));
    Paint paint = Paint.ramp(clouds, 0x7fa6b8, 0xb4d3dd, 0xdcecef);
    return Surface.of(paint.mix(0xf4fbff, cracks), 0.08f).relief(clouds, 0.005);
  }

  private static Surface lava(Kit k) {
    Cells plates = k.cells(6).warp(k.noise(6, 4), k.noise(6, 4), 0.12f);
    Field glow = plates.border().plus(k.noise(12, 4), 0.2f).step(0.3f, 0.05f);
    Paint crust = Paint.ramp(k.noise(10, 5), 0x141010, 0x2d2523, 0x453a36);
    return Surface.of(
            crust.mix(Paint.ramp(glow, 0x701005, 0xe04a08, 0xffc640), glow.step(0.1f, 0.6f)), 0.8f)
        .relief(glow.not(), 0.06);
  }

  private static Surface water(Kit k) {
    int deep = k.among(0x1f4a5c, 0x24564a, 0x3a4a3c, 0x17395e);
    Field waves = k.ridges(5, 4).warp(k.noise(4, 3), k.noise(4, 3), 0.2f);
    return Surface.of(Paint.ramp(waves, deep, Kit.shade(deep, 1.15), Kit.shade(deep, 1.45)), 0.05f)
        .relief(waves, 0.03);
  }
}
