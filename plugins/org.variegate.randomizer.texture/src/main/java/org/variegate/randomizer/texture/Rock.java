package org.variegate.randomizer.texture;

/** Stone. */
final class Rock {
  private Rock() {}

  static void add(Catalog.Family rock) {
    rock.add("granite", 0.5, Rock::granite);
    rock.add("marble", 1, Rock::marble);
    rock.add("slate", 0.8, Rock::slate);
    rock.add("sandstone", 1, Rock::sandstone);
    rock.add("limestone", 1, Rock::limestone);
    rock.add("basalt", 0.7, Rock::basalt);
    rock.add("travertine", 0.8, Rock::travertine);
    rock.add("gravel", 0.5, Rock::gravel);
    rock.add("pebbles", 0.5, Rock::pebbles);
    rock.add("cobbles", 0.9, Rock::cobbles);
    rock.add("flagstones", 2, Rock::flagstones);
    rock.add("terrazzo", 0.5, Rock::terrazzo);
    rock.add("dry-stone-wall", 1.5, Rock::dryStoneWall);
    rock.add("cliff", 3, Rock::cliff);
  }

  private static Surface granite(Kit k) {
    int base = k.among(0x9a8f8a, 0xb08b7d, 0x8d9396, 0x6f6a6a);
    Cells crystals = k.cells(40);
    Field id = crystals.id().plus(k.noise(12, 3), 0.6f).plus(-0.3f);
    Paint paint =
        Paint.ramp(id, 0x2a2827, Kit.shade(base, 0.6), base, Kit.shade(base, 1.1), 0xe2dcd4);
    return Surface.of(paint.shade(k.grain(), 0.25f), k.between(0.15, 0.6));
  }

  private static Surface marble(Kit k) {
    int base = k.among(0xeae6df, 0xf1efec, 0xd8cdbb, 0x3d4a45, 0x2d2b2d);
    int vein = k.among(0x6b6a6e, 0x8b7355, 0xb9b2a6);
    Field dx = k.noise(3, 5);
    Field veins = k.ridges(3, 4).warp(dx, k.noise(3, 5), 0.5f);
    Paint paint = Paint.ramp(k.noise(4, 5), base, Kit.shade(base, 0.88));
    return Surface.of(
        paint.mix(vein, veins.step(0.7f, 1.02f)).mix(vein, k.ridges(7, 4).step(0.93f, 1.1f)),
        k.between(0.08, 0.3));
  }

  private static Surface slate(Kit k) {
    int base = k.among(0x4a5058, 0x5b5f5c, 0x5d4f57, 0x39404a);
    Field layers = k.noise(3, 12, 5).warp(k.noise(4, 3), k.noise(4, 3), 0.1f);
    Field steps = layers.map(a -> (float) Math.floor(a * 9) / 9 + 0.1f * a);
    Paint paint = Paint.ramp(steps, Kit.shade(base, 0.55), base, Kit.shade(base, 1.2));
    return Surface.of(paint.shade(k.noise(24, 3), 0.3f), 0.55f).relief(steps, 0.012);
  }

  private static Surface sandstone(Kit k) {
    int base = k.among(0xc9a26b, 0xb98355, 0xd3b88c, 0xa9694a);
    Field bands =
        k.v().times(k.whole(5, 9)).plus(k.noise(2, 4), 1.5f).wave().plus(k.noise(3, 30, 2), 0.6f);
    Paint paint = Paint.ramp(bands.times(0.6f), Kit.shade(base, 0.7), base, Kit.shade(base, 1.25));
    Field grain = k.grain();
    return Surface.of(paint.shade(grain, 0.22f), 0.95f)
        .relief(bands.times(0.4f).plus(k.noise(10, 4), 0.5f), 0.01);
  }

  private static Surface limestone(Kit k) {
    int base = k.among(0xd9d2c0, 0xcfc6ae, 0xe3dfd4);
    Field clouds = k.noise(4, 6);
    Field pits = k.noise(32, 2).step(0.24f, 0.36f);
    Paint paint = Paint.ramp(clouds, Kit.shade(base, 0.78), base, Kit.shade(base, 1.3));
    return Surface.of(paint.mix(Kit.shade(base, 0.55), pits.not()), 0.9f)
        .relief(pits.plus(clouds, 0.5f).times(0.66f), 0.005);
  }

  private static Surface basalt(Kit k) {
    int base = k.among(0x3a3b3d, 0x2e2d30, 0x46413e);
    Field bubbles = k.cells(36).middle().step(0.12f, 0.4f);
    Field clouds = k.noise(5, 6);
    Paint paint = Paint.ramp(clouds, Kit.shade(base, 0.6), base, Kit.shade(base, 1.2));
    return Surface.of(paint.times(bubbles.times(0.6f).plus(0.4f)), 0.85f)
        .relief(bubbles.times(clouds), 0.008);
  }

  private static Surface travertine(Kit k) {
    int base = k.among(0xd8c8a8, 0xe4d9c2, 0xc2a884);
    Field bands = k.noise(2, 14, 5).warp(k.noise(3, 3), k.noise(3, 3), 0.08f);
    Field holes = k.noise(12, 40, 2).step(0.2f, 0.3f);
    Paint paint = Paint.ramp(bands, Kit.shade(base, 0.72), base, Kit.shade(base, 1.4));
    return Surface.of(paint.mix(Kit.shade(base, 0.4), holes.not()), 0.4f).relief(holes, 0.003);
  }

  private static Surface gravel(Kit k) {
    int base = k.among(0x8d8880, 0xa1907a, 0x77797c, 0x9b7f6e);
    Cells stones = k.cells(k.whole(18, 30)).warp(k.noise(16, 2), k.noise(16, 2), 0.03f);
    Field dome = stones.border().step(0, 0.5f);
    Paint paint =
        Paint.ramp(stones.id(), Kit.shade(base, 0.55), base, Kit.shade(base, 1.5), 0xc9c0b4);
    return Surface.of(paint.shade(k.noise(48, 2), 0.5f).times(dome.times(0.85f).plus(0.15f)), 0.9f)
        .relief(dome.times(stones.id().times(0.6f).plus(0.4f)), 0.015);
  }

  private static Surface pebbles(Kit k) {
    int base = k.among(0x9a9389, 0x8a8f95, 0xb09a7c);
    Scatter stones = k.rods(900, 0.09, 0.06);
    Field dome = stones.height().map(a -> (float) Math.sqrt(a * (2 - a)));
    Paint paint =
        Paint.ramp(
            stones.id(), 0x4f4a48, Kit.shade(base, 0.7), base, Kit.shade(base, 1.4), 0xd9d2c6);
    return Surface.of(
            paint.shade(k.noise(40, 3), 0.35f).times(dome.map(a -> Math.min(1, 0.25f + a))), 0.45f)
        .relief(dome.times(stones.order().times(0.4f).plus(0.6f)), 0.02);
  }

  private static Surface cobbles(Kit k) {
    int base = k.among(0x6f6b68, 0x84786b, 0x5d6066, 0x8b6d5c);
    Cells stones = k.cells(8, 8, k.between(0.3, 0.6));
    Field dome = stones.border().plus(k.noise(20, 3), 0.15f).step(0.1f, 0.6f);
    Paint paint = Paint.ramp(stones.id(), Kit.shade(base, 0.65), base, Kit.shade(base, 1.25));
    int joint = k.among(0x4a4238, 0x5a5a3c, 0x38352f);
    return Surface.of(
            Paint.of(joint).mix(paint.shade(k.noise(24, 4), 0.5f), dome.step(0.02f, 0.35f)), 0.75f)
        .relief(dome, 0.03);
  }

  private static Surface flagstones(Kit k) {
    int base = k.among(0x8e8a82, 0xa39784, 0x777c80, 0x93806b);
    Cells stones = k.cells(4, 4, 0.9).warp(k.noise(6, 3), k.noise(6, 3), 0.05f);
    Field inside = stones.border().step(0.06f, 0.14f);
    Paint paint = Paint.ramp(stones.id(), Kit.shade(base, 0.7), base, Kit.shade(base, 1.3));
    Field clouds = k.noise(8, 5);
    int joint = k.among(0x4d4a40, 0x5b6b3a, 0xb5afa2);
    return Surface.of(Paint.of(joint).mix(paint.shade(clouds, 0.5f), inside), 0.8f)
        .relief(inside.times(clouds.times(0.3f).plus(0.7f)), 0.02);
  }

  private static Surface terrazzo(Kit k) {
    int base = k.among(0xe6e1d8, 0xcfd2d1, 0x4b4d50, 0xd9c3b0);
    Cells chips = k.cells(22).warp(k.noise(18, 2), k.noise(18, 2), 0.04f);
    Field chip = chips.border().step(0.22f, 0.26f);
    Paint paint =
        Paint.pick(chips.id(), 0xa7a29b, k.among(0xb5533c, 0x6b7f5a), 0x57524d, k.dull(), 0xf2ede4);
    return Surface.of(Paint.of(base).shade(k.grain(), 0.08f).mix(paint, chip), 0.2f);
  }

  private static Surface dryStoneWall(Kit k) {
    int base = k.among(0x8a8478, 0x9c8c70, 0x6e7072);
    Cells stones = k.cells(5, 11, 0.75).warp(k.noise(8, 3), k.noise(8, 3), 0.05f);
    Field dome = stones.border().step(0.03f, 0.3f);
    Paint paint = Paint.ramp(stones.id(), Kit.shade(base, 0.6), base, Kit.shade(base, 1.35));
    Field clouds = k.noise(14, 4);
    return Surface.of(paint.shade(clouds, 0.7f).times(dome.times(0.85f).plus(0.15f)), 0.9f)
        .relief(dome.times(clouds.times(0.5f).plus(0.5f)), 0.05);
  }

  private static Surface cliff(Kit k) {
    int base = k.among(0x7d746a, 0x9a7f66, 0x5f6468);
    Field rough = k.ridges(3, 6).plus(k.noise(4, 6)).times(0.5f);
    Field cracks = k.ridges(4, 5).step(0.86f, 1);
    Paint paint =
        Paint.ramp(rough, Kit.shade(base, 0.4), base, Kit.shade(base, 1.1), Kit.shade(base, 1.5));
    return Surface.of(paint.mix(Kit.shade(base, 0.25), cracks), 0.95f)
        .relief(rough.minus(cracks.times(0.3f)), 0.2);
  }
}
