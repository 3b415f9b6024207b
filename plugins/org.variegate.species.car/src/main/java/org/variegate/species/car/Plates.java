package org.variegate.species.car;

import javax.vecmath.Matrix4f;
import javax.vecmath.Vector3d;
import org.variegate.scene.Texture;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Shapes;

/** Number plates, and marks on them that look like letters. */
final class Plates {
  private static final int WIDTH = 104;
  private static final int HEIGHT = 32;

  /** Strokes of letters on a grid of 3 by 5, a row of bits each, from above. */
  private static final int[] LETTERS = {
    0b111101101101111, 0b010110010010111, 0b111001111100111, 0b111001111001111, 0b101101111001001,
    0b111100111001111, 0b111100111101111, 0b111001010010010, 0b111101111101111, 0b111101111001111,
    0b010101111101101, 0b110101110101110, 0b111100100100111, 0b111100110100100, 0b101101111101101,
    0b101101101101010
  };

  private Plates() {}

  static void build(Layout at, boolean front, Parts parts) {
    boolean wide = Words.is(at.genome, "plate", "european");
    if (front && !wide && Words.has(at.genome, "noFrontPlate")) {
      return;
    }
    double end = front ? at.frontEnd : at.rearEnd;
    double low = at.sill(end);
    double y = front ? low + at.genome.gene("plateHigh") : low + at.genome.gene("rearPlateHigh");
    double v = 2 * (y - low) / (at.belt(end) - low) - 1;
    double z = at.lower(0, v, front ? 1 : -1)[2] + (front ? 0.012 : -0.012);
    double width = wide ? 0.52 : 0.31;
    double height = wide ? 0.115 : 0.155;
    parts.box(Slot.BLACK, width + 0.03, height + 0.02, 0.02, 0, 0, y, z);
    Matrix4f m = Placements.turned(new Vector3d(1, 0, 0), Math.PI / 2, 0, y, z + 0.0125);
    if (!front) {
      Matrix4f turn = Placements.turned(new Vector3d(0, 1, 0), Math.PI, 0, y, z - 0.0125);
      turn.mul(Placements.turned(new Vector3d(1, 0, 0), Math.PI / 2, 0, 0, 0));
      m = turn;
    }
    m.mul(Placements.scaled(width, 1, height, 0, 0, 0));
    parts.add(Slot.PLATE, Shapes.plane(1, 1, 1), m);
  }

  /** Dark letters on a pale plate. */
  static Texture texture(double seed, boolean yellow, boolean band) {
    byte[] texels = new byte[3 * WIDTH * HEIGHT];
    long code = (long) (seed * (1L << 40));
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      // the plane's middle is the texture's corner
      int x = (i % WIDTH + WIDTH / 2) % WIDTH;
      int y = (i / WIDTH + HEIGHT / 2) % HEIGHT;
      boolean ink = ink(x - 12, y - 6, code);
      boolean blue = band && x < 9;
      int bright = ink ? 20 : 232;
      texels[3 * i] = (byte) (blue ? 24 : bright);
      texels[3 * i + 1] = (byte) (blue ? 60 : yellow && !ink ? 190 : bright);
      texels[3 * i + 2] = (byte) (blue ? 160 : yellow && !ink ? 40 : bright);
    }
    return new Texture(WIDTH, HEIGHT, 3, true, texels);
  }

  /** Letters of 9 by 20 texels, 12 apart. */
  private static boolean ink(int x, int y, long code) {
    int place = x / 12;
    int column = x % 12 / 3;
    if (x < 0 || y < 0 || y >= 20 || place >= 7 || column > 2 || place == 2) {
      return false;
    }
    int letter = LETTERS[(int) (code >> 4 * place & 15)];
    return (letter >> 14 - (y / 4 * 3 + column) & 1) == 1;
  }
}
