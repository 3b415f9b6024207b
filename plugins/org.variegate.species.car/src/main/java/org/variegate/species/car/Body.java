package org.variegate.species.car;

import org.variegate.scene.Genome;
import org.variegate.scene.Mesh;
import org.variegate.scene.shape.Shapes;
import org.variegate.scene.shape.Sweeps;

/** Sheet metal and glass: two shells, cut into arches, windows, doors, lamps. */
final class Body {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;
  private static final int U = Skin.BOX;
  private static final int V = Skin.BOX + 1;
  private static final int W = Skin.BOX + 2;
  private static final double SEAM = 0.008;

  private final Layout at;
  private final Genome genome;
  private final Parts parts;
  private final Shell lower;
  private final Shell upper;

  private Body(Layout at, Parts parts) {
    this.at = at;
    this.parts = parts;
    genome = at.genome;
    double[] half = {at.width / 2, 0.36, at.length / 2};
    lower = new Shell(half, genome.gene("bevel"), new int[] {4, 6, 20}, at::lower);
    double high = (at.height - at.belt(0)) / 2;
    double[] cabin = {at.width * 0.42, high, (at.cowl - at.tail) / 2};
    upper = new Shell(cabin, genome.gene("roofBevel"), new int[] {4, 4, 12}, at::upper);
  }

  static void build(Layout at, Parts parts) {
    Body body = new Body(at, parts);
    body.arches();
    body.windows();
    body.screens();
    body.roof();
    Patch nose = body.lower.side.above(Z, at.frontEnd - 0.62).with(body.lower.front);
    Patch rest = body.lower.side;
    Patch side = rest.above(Z, at.rearEnd + 0.45);
    Patch tail = rest.with(body.lower.rear);
    Front.cut(at, nose, parts);
    Back.cut(at, tail, parts);
    body.doors(side);
    body.bonnet();
    for (Patch patch : new Patch[] {nose, side, tail}) {
      body.paint(patch);
    }
    parts.both(Slot.BLACK, body.lower.bottom);
  }

  /** The lowest part may be of black plastic or another colour. */
  private void paint(Patch patch) {
    double limit = at.sill(0) + genome.gene("cladding");
    Patch above = patch.above(Y, limit);
    parts.both(Slot.PAINT, above);
    parts.both(Words.has(genome, "twoTone") ? Slot.SECOND : Slot.BLACK, patch);
  }

  private void arches() {
    for (double axle : new double[] {at.frontAxle, at.rearAxle}) {
      double lip = genome.gene("cladding") > 0.06 ? 0.045 : 0;
      if (lip > 0) {
        Patch band = lower.side.cut(Z, Y, Outline.circle(axle, at.radius, at.arch + lip, 24));
        band.cut(Z, Y, Outline.circle(axle, at.radius, at.arch, 24));
        parts.both(Slot.BLACK, band);
      } else {
        lower.side.cut(Z, Y, Outline.circle(axle, at.radius, at.arch, 24));
      }
      parts.both(Slot.BED, liner(axle));
    }
  }

  /** What is seen above a wheel within its arch. */
  private Mesh liner(double axle) {
    int steps = 16;
    double inner = at.track - 0.2;
    double[][] sections = new double[4][3 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double angle = StrictMath.toRadians(-25 + 230.0 * i / steps);
      double y = at.radius + (at.arch + 0.004) * StrictMath.sin(angle);
      double z = axle + (at.arch + 0.004) * StrictMath.cos(angle);
      y = Math.max(y, at.sill(z));
      for (int j = 0; j < 4; j++) {
        sections[j][3 * i] = j < 3 ? inner : at.flankAt(y, z) - 0.02;
        sections[j][3 * i + 1] = j == 0 ? at.radius : y;
        sections[j][3 * i + 2] = j == 0 ? axle : z;
      }
    }
    return Sweeps.loft(sections, false);
  }

  private void windows() {
    double front = at.screen(0) - genome.gene("pillarA");
    double back = at.rearScreen(0) + genome.gene("pillarC");
    int count = (int) genome.gene("windows");
    double pillar = genome.gene("pillarB");
    double[] shares =
        count == 1
            ? new double[] {0, 1}
            : count == 2
                ? new double[] {0, genome.gene("doorShare"), 1}
                : new double[] {
                  0, genome.gene("doorShare") - 0.1, genome.gene("doorShare") + 0.22, 1
                };
    boolean bright = Words.has(genome, "brightTrim");
    for (int i = 0; i < count; i++) {
      double zf = front + (back - front) * shares[i] - (i > 0 ? pillar / 2 : 0);
      double zr = front + (back - front) * shares[i + 1] + (i < count - 1 ? pillar / 2 : 0);
      double[] window = window(zf, zr, i == 0, i == count - 1);
      pane(upper.side, Z, Y, window, 0.014, bright ? Slot.CHROME : Slot.BLACK);
    }
    if (Words.has(genome, "blackPillars") && count > 1) {
      double[] all = Outline.grown(window(front, back, true, true), -0.012);
      parts.both(Slot.BLACK, upper.side.cut(Z, Y, all));
    }
  }

  /** A side window between two places on the belt line; its ends lean as the pillars do. */
  private double[] window(double zf, double zr, boolean first, boolean last) {
    double room = genome.gene("headroom");
    double y0 = 0.03;
    double share = 1 - room / (at.height - at.belt(0));
    double frontLean = first ? at.screen(share) - at.screen(0) : 0;
    double rearLean = last ? at.rearScreen(share) - at.rearScreen(0) : 0;
    double topF = zf + frontLean;
    double topR = zr + rearLean;
    double middle = (topF + topR) / 2;
    double round = Math.min(0.05, 0.2 * (topF - topR));
    return new double[] {
      zr,
      at.belt(zr) + y0,
      zf,
      at.belt(zf) + y0,
      topF + frontLean * -0.1,
      at.roof(topF) - room - 0.06,
      topF - round,
      at.roof(topF) - room,
      middle,
      at.roof(middle) - room + 0.004,
      topR + round,
      at.roof(topR) - room,
      topR - rearLean * 0.1,
      at.roof(topR) - room - 0.06
    };
  }

  /** Glass, and what holds it. */
  private void pane(Patch from, int a, int b, double[] outline, double seal, Slot slot) {
    Patch frame = from.cut(a, b, Outline.grown(outline, seal));
    Patch glass = frame.cut(a, b, outline);
    parts.both(slot, frame);
    parts.both(Slot.GLASS, glass);
  }

  private void screens() {
    double top = genome.gene("screenHigh");
    double[] screen = {-1, -0.98, 0.9, -0.98, 0.875, top, -1, top};
    pane(upper.front, U, V, screen, 0.02, Slot.BLACK);
    double low = genome.gene("rearLow");
    double wide = genome.gene("rearWide");
    double[] rear = {-1, low, wide, low, wide - 0.03, top - 0.06, -1, top - 0.06};
    pane(upper.rear, U, V, rear, 0.02, Slot.BLACK);
  }

  private void roof() {
    Slot slot = Words.has(genome, "roofSecond") ? Slot.SECOND : Slot.PAINT;
    if (Words.has(genome, "sunroof")) {
      pane(upper.top, U, W, Outline.rectangle(-1, 0.62, -0.1, 0.62), 0.012, Slot.BLACK);
    }
    for (Patch patch : new Patch[] {upper.side, upper.front, upper.rear, upper.top}) {
      parts.both(slot, patch);
    }
  }

  private void doors(Patch side) {
    double front = at.cowl - genome.gene("hinge");
    double back = at.rearScreen(0) + genome.gene("pillarC") - 0.02;
    double split = at.screen(0) - genome.gene("pillarA");
    double b = split + (back - split) * genome.gene("doorShare");
    double low = at.sill(0) + Math.max(0.07, genome.gene("cladding") - 0.02);
    seam(side, Z, Y, front, low, front + 0.02, at.belt(front));
    seam(side, Z, Y, b, low, b, at.belt(b));
    seam(side, Z, Y, b, low, front, low);
    handle(b + 0.09);
    if (genome.gene("doors") > 3) {
      double c = Math.max(back, at.rearAxle + 0.02);
      double corner = Math.min(b - 0.3, at.rearAxle + at.arch + 0.06);
      seam(side, Z, Y, corner, low, b, low);
      seam(side, Z, Y, c, at.radius + at.arch * 0.9, corner, low);
      seam(side, Z, Y, c, at.belt(c), c, at.radius + at.arch * 0.9);
      handle(c + 0.1);
    }
    double crease = genome.gene("crease");
    if (crease > 0) {
      double z0 = at.rearAxle + at.arch + 0.05;
      double z1 = at.frontAxle - at.arch - 0.05;
      double y = at.sill(0) + 0.28;
      Patch strip = side.cut(Z, Y, Outline.line(z0, y, z1, y, 0.035));
      parts.both(crease > 1.5 ? Slot.CHROME : Slot.BLACK, strip, 0.008, X, Y);
    }
  }

  private void seam(Patch patch, int a, int b, double a0, double b0, double a1, double b1) {
    parts.both(Slot.SEAM, patch.cut(a, b, Outline.line(a0, b0, a1, b1, SEAM)));
  }

  private void handle(double z) {
    double y = at.belt(z) - 0.12;
    Slot slot = Words.has(genome, "brightTrim") ? Slot.CHROME : Slot.PAINT;
    parts.both(slot, Shapes.box(0.022, 0.024, 0.17, 0.008), at.flankAt(y, z) + 0.014, y, z);
  }

  private void bonnet() {
    double x = at.width / 2 * 0.8;
    double z = at.frontEnd - 0.1 - genome.gene("bow");
    seam(lower.top, X, Z, x, at.cowl - 0.1, x * 0.9, z);
    seam(lower.top, X, Z, x * 0.9, z, -0.1, z + 0.7 * genome.gene("bow"));
    if (Words.is(genome, "back", "bed")) {
      Bed.build(at, lower.top, parts);
    } else if (Words.is(genome, "back", "deck")) {
      double edge = at.width / 2 * 0.74;
      seam(lower.top, X, Z, edge, at.rearEnd, edge, at.tail - 0.02);
    }
    parts.both(Slot.PAINT, lower.top);
  }
}
