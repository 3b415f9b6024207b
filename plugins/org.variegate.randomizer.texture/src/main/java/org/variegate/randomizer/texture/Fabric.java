package org.variegate.randomizer.texture;

/** Cloth. */
final class Fabric {
  private Fabric() {}

  static void add(Catalog.Family fabric) {
    fabric.add("denim", 0.2, Fabric::denim);
    fabric.add("tweed", 0.25, Fabric::tweed);
    fabric.add("tartan", 0.3, Fabric::tartan);
    fabric.add("gingham", 0.2, Fabric::gingham);
    fabric.add("knit", 0.2, Fabric::knit);
    fabric.add("carpet", 0.5, Fabric::carpet);
    fabric.add("felt", 0.3, Fabric::felt);
    fabric.add("velvet", 0.6, Fabric::velvet);
    fabric.add("linen", 0.2, Fabric::linen);
    fabric.add("corduroy", 0.2, Fabric::corduroy);
    fabric.add("towel", 0.25, Fabric::towel);
    fabric.add("burlap", 0.2, Fabric::burlap);
    fabric.add("rug", 2, Fabric::rug);
    fabric.add("quilt", 0.8, Fabric::quilt);
    fabric.add("bedsheet", 1.2, Fabric::bedsheet);
    fabric.add("fleece", 0.3, Fabric::fleece);
    fabric.add("floral-print", 0.5, Fabric::floral);
  }

  /** Threads over and under each other: 1 on the middle of a thread; of warp where it is on top. */
  private static Field weave(Kit k, int threads, int run) {
    return k.u()
        .join(
            k.v(),
            (u, v) -> {
              int i = (int) (u * threads);
              int j = (int) (v * threads);
              boolean warp = Math.floorMod(i + j, 2 * run) < run;
              return 0.25f + 0.75f * Field.wave((warp ? u : v) * threads);
            });
  }

  /** 1 where the warp is on top. */
  private static Field warp(Kit k, int threads, int run) {
    return k.u()
        .join(
            k.v(),
            (u, v) ->
                Math.floorMod((int) (u * threads) + (int) (v * threads), 2 * run) < run ? 1f : 0f);
  }

  private static Surface denim(Kit k) {
    int base = k.among(0x3a5378, 0x2a3a58, 0x6482a8, 0x24262e, 0x8a93a0);
    Field warp = warp(k, 64, 2);
    Field worn = k.noise(3, 5);
    Paint paint =
        Paint.ramp(worn.plus(k.noise(64, 4, 1), 0.5f).plus(-0.25f), Kit.shade(base, 0.7), base)
            .mix(Kit.shade(base, 1.45), warp.not().times(0.6f));
    Field weave = weave(k, 64, 2);
    return Surface.of(paint.shade(weave, 0.4f), 0.95f).relief(weave, 0.0006);
  }

  private static Surface tweed(Kit k) {
    int base = k.among(0x6b5d4b, 0x4d4f52, 0x7a7464, 0x5a4a48);
    Field zigzag =
        k.u().join(k.v(), (u, v) -> Field.wave(16 * v + 2 * Math.abs(4 * u % 1 - 0.5f) * 4));
    Field flecks = k.noise(50, 90, 1);
    Paint paint =
        Paint.ramp(flecks, Kit.shade(base, 0.5), base, Kit.shade(base, 1.4))
            .mix(Kit.shade(base, 1.35), zigzag.step(0.45f, 0.55f).times(0.65f));
    Scatter slubs = k.rods(60, 0.03, 0.012);
    return Surface.of(paint.mix(k.vivid(), slubs.height().step(0, 0.4f).times(0.7f)), 1)
        .relief(flecks, 0.001);
  }

  /** Bands of one thread count along a side, symmetric as in a tartan's sett. */
  private static Field bands(Kit k, Field along) {
    float a = k.between(0.1, 0.2);
    float b = k.between(0.26, 0.34);
    float c = k.between(0.4, 0.46);
    return along.map(
        t -> {
          float s = Math.abs(t - 0.5f);
          return s < a ? 0.1f : s < a + 0.02f ? 0.9f : s < b ? 0.4f : s < c ? 0.6f : 0.4f;
        });
  }

  private static Surface tartan(Kit k) {
    int[] colours = {k.vivid(), k.colour(0.3, 1, 0.1, 0.5), k.dull(), k.among(0xf4f0e4, 0xe8c83c)};
    int repeats = k.whole(1, 3);
    Field u = k.u().map(t -> t * repeats % 1);
    Field v = k.v().map(t -> t * repeats % 1);
    int seed = k.whole(0, 1 << 20);
    Paint across = Paint.pick(bands(new Kit(seed), u), colours);
    Paint along = Paint.pick(bands(new Kit(seed), v), colours);
    Field weave = weave(k, 64, 2);
    Field half = warp(k, 64, 2);
    return Surface.of(along.mix(across, half).shade(weave, 0.25f), 0.95f).relief(weave, 0.0005);
  }

  private static Surface gingham(Kit k) {
    int colour = k.vivid();
    int n = k.whole(4, 10);
    Field both = k.u().join(k.v(), (u, v) -> ((int) (2 * n * u) % 2 + (int) (2 * n * v) % 2) / 2f);
    Field weave = weave(k, 64, 1);
    return Surface.of(Paint.ramp(both, 0xf7f5f0, colour).shade(weave, 0.15f), 0.9f)
        .relief(weave, 0.0004);
  }

  private static Surface knit(Kit k) {
    int base = k.chance(0.5) ? k.vivid() : k.dull();
    int n = k.whole(9, 16);
    Field stitch =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = u * n - (int) (u * n);
                  float side = Math.abs(a - 0.5f) * 2;
                  float loop = Field.wave(v * n + 0.45f * side);
                  return loop * (0.35f + 0.65f * Field.wave(2 * a));
                });
    Field height = stitch.map(a -> (float) Math.sqrt(a));
    int second = k.chance(0.5) ? base : k.vivid();
    Field stripes = k.v().map(v -> (int) (v * n / 2) % 2 == 0 ? 0f : 1f);
    Paint yarn = Paint.of(base).mix(second, stripes);
    return Surface.of(yarn.times(height.times(0.75f).plus(0.3f)).shade(k.noise(80, 1), 0.3f), 1)
        .relief(height, 0.005);
  }

  private static Surface carpet(Kit k) {
    int base = k.dull();
    Cells tufts = k.cells(52, 52, 0.8);
    Field tuft = tufts.middle().step(0.75f, 0.1f);
    Field lay = k.noise(4, 4);
    Paint paint =
        Paint.ramp(tufts.id(), Kit.shade(base, 0.75), Kit.shade(base, 1.15))
            .shade(lay, 0.5f)
            .times(tuft.times(0.6f).plus(0.45f));
    return Surface.of(paint, 1).relief(tuft, 0.008);
  }

  private static Surface felt(Kit k) {
    int base = k.vivid();
    Scatter fibres = k.rods(1500, 0.08, 0.006);
    Field fuzz = k.noise(30, 3).plus(fibres.id(), 0.25f).plus(-0.1f);
    return Surface.of(Paint.ramp(fuzz, Kit.shade(base, 0.8), base, Kit.shade(base, 1.12)), 1)
        .relief(fuzz, 0.001);
  }

  private static Surface velvet(Kit k) {
    int base = k.colour(0.5, 0.95, 0.25, 0.6);
    Field folds = k.noise(3, 4).plus(k.noise(5, 2, 3), 0.4f).plus(-0.2f);
    Paint paint = Paint.ramp(folds, Kit.shade(base, 0.35), base, Kit.shade(base, 1.5));
    return Surface.of(paint.shade(k.grain(), 0.1f), 0.7f).relief(folds, 0.03);
  }

  private static Surface linen(Kit k) {
    int base = k.chance(0.6) ? k.among(0xe6ddca, 0xcfc3a8, 0xb9b2a2, 0xf0ece2) : k.dull();
    Field weave = weave(k, 64, 1);
    Field slubs = k.noise(3, 100, 1).plus(k.noise(100, 3, 1));
    return Surface.of(
            Paint.ramp(slubs.times(0.5f), Kit.shade(base, 0.75), base, Kit.shade(base, 1.2))
                .shade(weave, 0.35f),
            0.95f)
        .relief(weave, 0.0006);
  }

  private static Surface corduroy(Kit k) {
    int base = k.chance(0.5) ? k.among(0x6b4a2e, 0x3a4a5a, 0x7a6a4a, 0x54302e) : k.dull();
    Field cord = k.u().times(k.whole(14, 26)).plus(k.noise(4, 3), 0.2f).wave();
    Field height = cord.map(a -> (float) Math.sqrt(a));
    return Surface.of(
            Paint.ramp(
                height.plus(k.noise(60, 2), 0.2f),
                Kit.shade(base, 0.35),
                base,
                Kit.shade(base, 1.2)),
            0.95f)
        .relief(height, 0.003);
  }

  private static Surface towel(Kit k) {
    int base = k.chance(0.5) ? k.colour(0.1, 0.5, 0.7, 0.98) : k.vivid();
    Scatter loops = k.rods(6000, 0.03, 0.02);
    Field height = loops.height().map(a -> (float) Math.sqrt(a));
    return Surface.of(
            Paint.ramp(loops.id(), Kit.shade(base, 0.88), base, Kit.shade(base, 1.15))
                .times(height.times(0.45f).plus(0.6f)),
            1)
        .relief(height.times(loops.order()), 0.005);
  }

  private static Surface burlap(Kit k) {
    int base = k.among(0xb08d5e, 0x9c7b4d, 0xc7a97a);
    Field dx = k.noise(10, 3);
    Field dy = k.noise(10, 3);
    Field weave = weave(k, 32, 1).warp(dx, dy, 0.03f);
    Field fibre = k.noise(60, 60, 1);
    return Surface.of(
            Paint.ramp(weave.plus(fibre, 0.5f).plus(-0.25f), 0x2e2213, base, Kit.shade(base, 1.3)),
            1)
        .relief(weave, 0.0015);
  }

  private static Surface rug(Kit k) {
    int[] colours = {
      k.among(0x7a1f24, 0x1f2f52, 0x8a5a2a, 0x3a4a34),
      k.among(0xd8c49a, 0xe6d8b8),
      k.vivid(),
      k.among(0x14202e, 0x3a1a16)
    };
    int n = k.whole(2, 4);
    float p = k.between(1, 3);
    float q = k.between(2, 5);
    Field motif =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = Math.abs(u * n % 1 - 0.5f);
                  float b = Math.abs(v * n % 1 - 0.5f);
                  a = (int) (a * 24) / 24f;
                  b = (int) (b * 24) / 24f;
                  float diamond = Field.wave((a + b) * q);
                  return Field.wave(p * (a * b * 8 + diamond * 0.5f + Math.max(a, b)));
                });
    Field pile = k.grain();
    return Surface.of(
            Paint.pick(motif.map(a -> Math.min(a, 0.999f)), colours)
                .shade(pile, 0.2f)
                .shade(k.noise(6, 4), 0.25f),
            1)
        .relief(pile, 0.003);
  }

  private static Surface quilt(Kit k) {
    Tiles patches = k.bricks(4, 4, 0);
    int[] colours = {
      k.vivid(), k.colour(0.1, 0.4, 0.7, 1), k.vivid(), k.dull(), k.colour(0.2, 0.6, 0.6, 0.9)
    };
    Field pillow = patches.border().step(0, 0.1f);
    Field dots =
        k.u().join(k.v(), (u, v) -> Field.wave(u * 24) * Field.wave(v * 24)).step(0.6f, 0.7f);
    Field some = dots.times(patches.id().map(a -> (int) (a * 97) % 3 == 0 ? 0.8f : 0));
    return Surface.of(
            Paint.pick(patches.id(), colours)
                .mix(0xf4f0ea, some)
                .times(pillow.times(0.4f).plus(0.6f)),
            0.9f)
        .relief(pillow, 0.02);
  }

  private static Surface bedsheet(Kit k) {
    int base = k.chance(0.5) ? k.among(0xf4f2ee, 0xe4e6ea) : k.colour(0.1, 0.4, 0.7, 0.95);
    Field folds =
        k.ridges(3, 3).warp(k.noise(3, 3), k.noise(3, 3), 0.3f).plus(k.noise(4, 3)).times(0.5f);
    return Surface.of(Paint.ramp(folds, Kit.shade(base, 0.8), base), 0.9f).relief(folds, 0.06);
  }

  private static Surface fleece(Kit k) {
    int base = k.chance(0.5) ? k.among(0xeae4d6, 0xcbbfa8, 0x8a7a68) : k.dull();
    Field curls = k.ridges(16, 2).warp(k.noise(12, 2), k.noise(12, 2), 0.08f);
    Field lumps = k.noise(9, 3);
    return Surface.of(
            Paint.ramp(
                curls.plus(lumps).times(0.55f), Kit.shade(base, 0.55), base, Kit.shade(base, 1.15)),
            1)
        .relief(curls.plus(lumps).times(0.5f), 0.01);
  }

  private static Surface floral(Kit k) {
    int ground = k.colour(0.05, 0.6, 0.3, 0.98);
    int[] petals = {k.vivid(), k.vivid(), k.colour(0.1, 0.3, 0.9, 1)};
    Scatter leaf = k.leaves(k.whole(90, 160), 0.11, 0.04);
    Scatter flower = k.rods(k.whole(40, 80), 0.1, 0.1);
    Field dx = k.noise(24, 1);
    Field bloom = flower.height().warp(dx, k.noise(24, 1), 0.03f);
    Paint paint =
        Paint.of(ground)
            .mix(k.among(0x3c6b34, 0x6d8a4a, 0x2f5a50), leaf.height().step(0, 0.1f))
            .mix(Paint.pick(flower.id(), petals), bloom.step(0.05f, 0.12f))
            .mix(0xe8c440, bloom.step(0.68f, 0.75f));
    return Surface.of(paint.shade(k.grain(), 0.08f), 0.9f);
  }
}
