package org.variegate.randomizer.texture;

/** What nothing real looks like. */
final class Unreal {
  private Unreal() {}

  static void add(Catalog.Family unreal) {
    unreal.add("sprinkles", 0.4, Unreal::sprinkles);
    unreal.add("static", 0.5, Unreal::whiteNoise);
    unreal.add("camouflage", 1, Unreal::camouflage);
    unreal.add("circuit", 0.5, Unreal::circuit);
    unreal.add("plasma", 1, Unreal::plasma);
    unreal.add("confetti", 0.5, Unreal::confetti);
    unreal.add("ink", 1, Unreal::ink);
    unreal.add("scales", 0.5, Unreal::scales);
    unreal.add("leopard", 0.6, Unreal::leopard);
    unreal.add("zebra", 0.8, Unreal::zebra);
    unreal.add("stars", 1, Unreal::stars);
    unreal.add("blobs", 1, Unreal::blobs);
    unreal.add("bubbles", 0.8, Unreal::bubbles);
  }

  static int[] palette(Kit k, int count) {
    int[] colours = new int[count];
    for (int i = 0; i < count; i++) {
      colours[i] = k.colour(0.2, 1, 0.2, 1);
    }
    return colours;
  }

  static float finish(Kit k) {
    return k.between(0.1, 0.95);
  }

  private static Surface sprinkles(Kit k) {
    Scatter rods = k.rods(k.whole(200, 500), 0.09, 0.022);
    Field rod = rods.height().step(0, 0.2f);
    Paint paint = Paint.pick(rods.id(), palette(k, 6)).shade(rods.height(), 0.4f);
    return Surface.of(Paint.of(k.colour(0, 0.5, 0.5, 1)).mix(paint, rod), 0.35f)
        .relief(rods.height().map(a -> (float) Math.sqrt(a)), 0.006);
  }

  private static Surface whiteNoise(Kit k) {
    return Surface.of(
        new Paint(k.grain(), k.grain(), k.grain())
            .mix(k.colour(0, 1, 0, 1), Field.of(k.between(0, 0.6))),
        finish(k));
  }

  private static Surface camouflage(Kit k) {
    int[] c =
        k.chance(0.6)
            ? new int[] {0x4a5a34, 0x2c3020, 0x8a7a50, 0x5c4430}
            : new int[] {0xb8a888, 0x8a7858, 0x5a4c3a, 0xd8ccb0};
    Field a = k.noise(4, 3).step(0.5f, 0.51f);
    Field b = k.noise(5, 3).step(0.58f, 0.59f);
    Field d = k.noise(6, 3).step(0.6f, 0.61f);
    Paint paint = Paint.of(c[0]).mix(c[1], a).mix(c[2], b).mix(c[3], d);
    return Surface.of(paint.shade(k.grain(), 0.12f), 0.95f);
  }

  private static Surface circuit(Kit k) {
    int board = k.among(0x0f4a2c, 0x123a6a, 0x2a1a3a, 0x101418);
    Cells grid = k.cells(24, 24, 0);
    int seed = k.whole(0, 1 << 20);
    Field id = grid.id();
    Field traces =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  int i = (int) (u * 24);
                  int j = (int) (v * 24);
                  float a = u * 24 - i - 0.5f;
                  float b = v * 24 - j - 0.5f;
                  boolean across = Dice.unit(Dice.hash(seed, i / 3, j)) < 0.55f;
                  boolean down = Dice.unit(Dice.hash(seed + 1, i, j / 3)) < 0.4f;
                  float pad = a * a + b * b;
                  boolean hole = Dice.unit(Dice.hash(seed + 2, i, j)) < 0.12f;
                  boolean line = across && Math.abs(b) < 0.16f || down && Math.abs(a) < 0.16f;
                  return hole && pad < 0.14f ? pad < 0.03f ? 0 : 1 : line ? 0.6f : 0;
                });
    Tiles chips = k.bricks(4, 5, 0);
    Field chip = chips.border().step(0.045f, 0.05f).times(chips.id().step(0.7f, 0.71f));
    int metal = k.among(0xd8b85c, 0xc0c4c8);
    Paint paint =
        Paint.of(board)
            .shade(id, 0.1f)
            .mix(Kit.shade(board, 1.25), traces.step(0.3f, 0.5f))
            .mix(metal, traces.step(0.8f, 0.9f))
            .mix(0x18181a, chip);
    return Surface.of(paint, 0.35f).relief(chip.max(traces.times(0.2f)), 0.004);
  }

  private static Surface plasma(Kit k) {
    Field field = k.noise(3, 3).warp(k.noise(3, 3), k.noise(3, 3), 0.6f).full();
    return Surface.of(Paint.ramp(field, palette(k, 5)), finish(k));
  }

  private static Surface confetti(Kit k) {
    Scatter dots = k.rods(k.whole(150, 500), 0.05, 0.05);
    Field dot = dots.height().step(0, 0.05f);
    return Surface.of(
        Paint.of(k.colour(0, 0.4, 0.3, 1)).mix(Paint.pick(dots.id(), palette(k, 7)), dot),
        finish(k));
  }

  private static Surface ink(Kit k) {
    Field swirl =
        k.noise(3, 4).warp(k.noise(2, 3), k.noise(2, 3), 1.2f).times(k.between(2, 5)).wave();
    return Surface.of(Paint.ramp(swirl, palette(k, 4)), finish(k));
  }

  private static Surface scales(Kit k) {
    int base = k.colour(0.3, 0.9, 0.3, 0.8);
    int n = k.whole(6, 12);
    Field scale =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float best = 0;
                  for (int j = 0; j < 2; j++) {
                    int row = (int) (v * 2 * n) - j;
                    float a = (u * n + (row & 1) * 0.5f) % 1 - 0.5f;
                    float b = (v * 2 * n - row) / 2;
                    float d = (float) Math.sqrt(a * a + b * b);
                    if (d < 0.56f) {
                      best = Math.max(best, j == 0 ? 0.3f + d : 0.2f + d);
                      break;
                    }
                  }
                  return Math.min(1, best);
                });
    return Surface.of(
            Paint.ramp(scale, Kit.shade(base, 1.4), base, Kit.shade(base, 0.35))
                .shade(k.noise(5, 4), 0.5f),
            0.3f)
        .relief(scale.not(), 0.006);
  }

  private static Surface leopard(Kit k) {
    int base = k.among(0xd8a860, 0xe6c890, 0xc88a48);
    Cells spots = k.cells(9).warp(k.noise(12, 3), k.noise(12, 3), 0.07f);
    Field ring = spots.middle().near(0.3f, 0.14f).step(0.3f, 0.6f);
    Field gap = k.noise(14, 2).step(0.36f, 0.46f);
    return Surface.of(
        Paint.ramp(k.noise(4, 3), base, Kit.shade(base, 1.2))
            .mix(Kit.shade(base, 0.7), spots.middle().step(0.3f, 0.25f))
            .mix(0x1c120a, ring.times(gap))
            .shade(k.noise(90, 24, 1), 0.3f),
        0.9f);
  }

  private static Surface zebra(Kit k) {
    Field phase = k.u().times(k.whole(5, 9)).plus(k.noise(3, 3), k.between(1.5, 3));
    int[] c = k.chance(0.6) ? new int[] {0x14120f, 0xf2ede2} : palette(k, 2);
    return Surface.of(
        Paint.ramp(phase.wave().step(0.42f, 0.58f), c[0], c[1]).shade(k.noise(24, 90, 1), 0.2f),
        0.9f);
  }

  private static Surface stars(Kit k) {
    Field dust = k.noise(3, 6).step(0.45f, 0.9f);
    Scatter stars = k.rods(350, 0.012, 0.012);
    int[] c = palette(k, 2);
    return Surface.of(
        Paint.of(0x1c2040)
            .mix(Paint.ramp(k.noise(3, 4), c[0], c[1]), dust)
            .mix(
                Paint.ramp(stars.id(), 0xbcd0ff, 0xffffff, 0xffe0b0), stars.height().step(0, 0.8f)),
        finish(k));
  }

  private static Surface blobs(Kit k) {
    Scatter blobs = k.rods(k.whole(30, 90), 0.3, 0.3);
    Paint paint = Paint.pick(blobs.id(), palette(k, 5)).shade(blobs.height(), k.between(0, 0.6));
    return Surface.of(
        Paint.of(k.colour(0, 1, 0.2, 1)).mix(paint, blobs.height().step(0, 0.04f)), finish(k));
  }

  private static Surface bubbles(Kit k) {
    Scatter bubbles = k.rods(160, 0.2, 0.2);
    Field rim = bubbles.height().near(0.08f, 0.1f);
    Field inside = bubbles.height().step(0, 0.02f);
    int[] c = palette(k, 4);
    return Surface.of(
            Paint.of(c[0])
                .mix(Paint.pick(bubbles.id(), c), inside.times(0.6f))
                .mix(0xffffff, rim.times(0.7f)),
            0.15f)
        .relief(bubbles.height().map(a -> (float) Math.sqrt(a)), 0.02);
  }
}
