package org.variegate.randomizer.texture;

/** Metals, bare, coated and weathered. */
final class Metal {
  private static final int[] KINDS = {0xb5b8ba, 0x8d9196, 0xc9c4ba, 0xc79a5c, 0xb87a58, 0x6d7075};

  private Metal() {}

  static void add(Catalog.Family metal) {
    metal.add("brushed-metal", 0.4, Metal::brushed);
    metal.add("rust", 0.8, Metal::rust);
    metal.add("galvanised", 0.7, Metal::galvanised);
    metal.add("checker-plate", 0.4, Metal::checkerPlate);
    metal.add("patina", 1, Metal::patina);
    metal.add("corrugated-iron", 0.8, Metal::corrugated);
    metal.add("scratched-steel", 0.5, Metal::scratched);
    metal.add("hammered-metal", 0.3, Metal::hammered);
    metal.add("flaking-paint", 0.7, Metal::flaking);
    metal.add("grating", 0.3, Metal::grating);
    metal.add("riveted-plates", 1.6, Metal::riveted);
    metal.add("foil", 0.5, Metal::foil);
  }

  private static Surface brushed(Kit k) {
    int base = k.among(KINDS);
    Field lines = k.noise(2, 110, 2).plus(k.grain(), 0.3f).times(0.8f);
    return Surface.of(Paint.ramp(lines, Kit.shade(base, 0.85), Kit.shade(base, 1.2)), 0.35f)
        .allMetal()
        .rough(lines.times(0.25f).plus(k.between(0.2, 0.4)));
  }

  private static Surface rust(Kit k) {
    Field clouds = k.noise(4, 6);
    Field spots = k.noise(20, 4);
    Field bare = clouds.plus(spots, 0.4f).step(0.5f, 0.42f).times(k.between(0.2, 1));
    Paint paint =
        Paint.ramp(clouds.plus(spots, 0.5f).plus(-0.25f), 0x3a1d12, 0x7a3b1c, 0xa85a24, 0xc98748);
    return Surface.of(paint.mix(0x6f6a66, bare), 1)
        .relief(spots, 0.003)
        .rough(bare.times(-0.5f).plus(0.95f))
        .partMetal(bare);
  }

  private static Surface galvanised(Kit k) {
    Cells flakes = k.cells(11).warp(k.noise(12, 3), k.noise(12, 3), 0.06f);
    Field shade = flakes.id().plus(k.noise(16, 3), 0.5f).times(0.6f);
    return Surface.of(Paint.ramp(shade, 0x83898d, 0xa7adb0, 0xc7ccce), 0.4f)
        .allMetal()
        .rough(flakes.id().times(0.25f).plus(0.3f));
  }

  private static Surface checkerPlate(Kit k) {
    int base = k.among(0xa9adb0, 0x8b8f92, 0x5d6064);
    int n = 6;
    Field height =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = u * n;
                  float b = v * n;
                  boolean even = ((int) a + (int) b) % 2 == 0;
                  float s = a - (int) a - 0.5f;
                  float t = b - (int) b - 0.5f;
                  float along = even ? s + t : s - t;
                  float across = even ? s - t : s + t;
                  return Field.step(1, 0.75f, along * along * 3.2f + across * across * 26);
                });
    Field worn = k.noise(5, 5);
    return Surface.of(
            Paint.ramp(worn, Kit.shade(base, 0.65), base).mix(Kit.shade(base, 1.25), height), 0.4f)
        .allMetal()
        .relief(height, 0.003);
  }

  private static Surface patina(Kit k) {
    Field clouds = k.noise(4, 6).plus(k.noise(12, 2, 4), 0.5f).plus(-0.25f);
    Field green = clouds.step(0.35f, 0.6f);
    Paint copper = Paint.ramp(k.noise(20, 4), 0x6b3f24, 0xa0613a);
    return Surface.of(copper.mix(Paint.ramp(clouds, 0x2f6b5c, 0x5aa58c, 0x9ccfb8), green), 1)
        .rough(green.times(0.4f).plus(0.45f))
        .partMetal(green.not());
  }

  private static Surface corrugated(Kit k) {
    boolean painted = k.chance(0.5);
    int base = painted ? k.colour(0.2, 0.8, 0.3, 0.8) : k.among(0xa8acad, 0x8f9496);
    Field wave = k.u().times(k.whole(8, 12)).wave();
    Field rust = k.noise(6, 2, 6).step(0.62f, 0.75f);
    Paint paint =
        Paint.of(base).shade(k.noise(5, 3, 4), 0.4f).shade(wave, 0.5f).mix(0x74401f, rust);
    Surface surface = Surface.of(paint, 0.45f).relief(wave, 0.018);
    return painted ? surface : surface.partMetal(rust.not());
  }

  private static Surface scratched(Kit k) {
    int base = k.among(KINDS);
    Scatter lines = k.rods(450, 0.5, 0.004);
    Field scratch = lines.height().step(0, 0.6f);
    Field clouds = k.noise(4, 6);
    return Surface.of(
            Paint.ramp(clouds, Kit.shade(base, 0.7), base).mix(Kit.shade(base, 1.3), scratch), 0.4f)
        .allMetal()
        .rough(clouds.times(0.4f).plus(scratch, 0.2f).plus(0.1f))
        .relief(scratch.not(), 0.0004);
  }

  private static Surface hammered(Kit k) {
    int base = k.among(KINDS);
    Field dents = k.cells(11).middle().squared();
    return Surface.of(Paint.ramp(dents, Kit.shade(base, 0.8), Kit.shade(base, 1.2)), 0.25f)
        .allMetal()
        .relief(dents, 0.006);
  }

  private static Surface flaking(Kit k) {
    int coat = k.colour(0.2, 0.85, 0.3, 0.9);
    Field clouds = k.noise(5, 6);
    float share = k.between(0.4, 0.6);
    Field off = clouds.step(share, share + 0.02f);
    Field rim = clouds.near(share, 0.02f);
    Paint rust = Paint.ramp(k.noise(16, 5), 0x4a2413, 0x8a4a22, 0xb07038);
    return Surface.of(
            Paint.of(coat)
                .shade(k.noise(8, 4), 0.3f)
                .mix(Kit.shade(coat, 1.4), rim.times(0.7f))
                .mix(rust, off),
            1)
        .relief(off.not(), 0.002)
        .rough(off.times(0.45f).plus(0.45f));
  }

  private static Surface grating(Kit k) {
    int base = k.among(KINDS);
    int n = k.whole(6, 10);
    Field bar =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = Field.wave((u + v) * n);
                  float b = Field.wave((u - v) * n);
                  return Field.step(0.45f, 0.7f, Math.max(a, b));
                });
    Paint paint = Paint.ramp(k.noise(6, 4), Kit.shade(base, 0.7), base);
    return Surface.of(Paint.of(0x0c0c0e).mix(paint, bar), 0.4f).partMetal(bar).relief(bar, 0.012);
  }

  private static Surface riveted(Kit k) {
    int base = k.chance(0.5) ? k.among(KINDS) : k.colour(0.1, 0.5, 0.25, 0.6);
    Tiles plates = k.bricks(2, 3, 0);
    Field inside = plates.inside(0.008f, 0.006f);
    Field rivets =
        k.u()
            .join(
                k.v(),
                (u, v) -> {
                  float a = u * 16 - (int) (u * 16) - 0.5f;
                  float b = v * 15 - (int) (v * 15) - 0.5f;
                  return Field.step(0.13f, 0.03f, a * a + b * b);
                })
            .times(plates.border().step(0.07f, 0.066f))
            .times(plates.border().step(0.012f, 0.02f));
    Field grime = k.noise(5, 6);
    Paint paint = Paint.of(base).shade(plates.id(), 0.25f).shade(grime, 0.8f);
    return Surface.of(paint.mix(Kit.shade(base, 0.25), inside.not()), 0.45f)
        .allMetal()
        .relief(inside.times(0.6f).plus(rivets, 0.4f), 0.012);
  }

  private static Surface foil(Kit k) {
    int base = k.among(0xd0d2d3, 0xd9b25c, 0xc0c8d0);
    Cells facets = k.cells(7).warp(k.noise(7, 3), k.noise(7, 3), 0.1f);
    Field crumple = facets.middle().plus(k.ridges(5, 4), 0.6f).times(0.6f);
    return Surface.of(Paint.ramp(crumple, Kit.shade(base, 0.7), base), 0.18f)
        .allMetal()
        .relief(crumple, 0.02);
  }
}
