package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import org.variegate.api.volume.Raster;
import org.variegate.formats.Png;

/** Writes distances in m. */
public final class Depth {
  private static final int FAST = 1;

  private Depth() {}

  /**
   * Writes whole mm as a grey PNG of 16 bits; what is farther than 65.535 m is 65535.
   *
   * @param depth in m, of one plane; 0 where there is none
   * @param out receives the file, not closed
   * @throws IOException if the output refuses
   * @throws IllegalArgumentException if there is more than one plane, or a value is not finite
   */
  public static void millimetres(Raster depth, OutputStream out) throws IOException {
    Pictures.requirePlane("depth", depth.grid());
    float[] values = depth.finiteValues();
    short[] millimetres = new short[depth.grid().size()];
    for (int i = 0; i < millimetres.length; i++) {
      millimetres[i] = (short) (int) Math.max(0, Math.min(65535, values[i] * 1000 + 0.5f));
    }
    new Png(out, FAST).grey16(depth.grid().nx(), depth.grid().ny(), millimetres);
  }
}
