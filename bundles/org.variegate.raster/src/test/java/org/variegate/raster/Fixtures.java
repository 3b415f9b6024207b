package org.variegate.raster;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Transform;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Noise;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;

/** What several tests need. */
final class Fixtures {
  private Fixtures() {}

  static Noise noise(String name) {
    return new SampleDraws(7, 0, new DrawRecord(), Overrides.NONE).noise(name);
  }

  static Legend legend(int size) {
    return new Legend(IntStream.range(0, size).mapToObj(Label::plain).toList());
  }

  /** A hash of an index that no other code can change. */
  private static int mix(int i) {
    int x = i * 0x9e3779b1 + 0x7f4a7c15;
    x = (x ^ (x >>> 15)) * 0x2c1b3c6d;
    return x ^ (x >>> 13);
  }

  /** Scattered labels 1 to 200; 0 only marks the outside. */
  static LabelMap labels(Grid grid) {
    byte[] places = new byte[grid.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) (1 + (mix(i) >>> 8) % 200);
    }
    return LabelMap.of(grid, legend(256), places);
  }

  /** The same in shorts. */
  static LabelMap wide(LabelMap labels) {
    short[] places = new short[labels.grid().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (short) labels.place(i);
    }
    return LabelMap.of(labels.grid(), labels.legend(), places);
  }

  static Raster image(Grid grid, int channels) {
    float[] values = new float[grid.size() * channels];
    for (int i = 0; i < values.length; i++) {
      values[i] = (mix(i) >> 8) * 0x1p-23f;
    }
    return new Raster(grid, channels, "1", values);
  }

  static SpatialMap map(Grid source, Grid target, Transform... transforms) {
    return new SpatialMap(source, target, List.of(transforms));
  }

  /** A transform that hides what it is, so that it takes the general way. */
  static Transform opaque(Affine affine, double linearWithin) {
    return new Transform() {
      @Override
      public void apply(double[] points, int count) {
        affine.apply(points, count);
      }

      @Override
      public Transform inverse() {
        return opaque(affine.inverse(), linearWithin);
      }

      @Override
      public double linearWithin() {
        return linearWithin;
      }
    };
  }

  static String hash(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    bytes.asFloatBuffer().put(values);
    return hash(bytes.array());
  }

  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
