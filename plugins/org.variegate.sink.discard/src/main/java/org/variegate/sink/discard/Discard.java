package org.variegate.sink.discard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.variegate.api.Members;
import org.variegate.api.Part;
import org.variegate.api.Plugin;
import org.variegate.api.Sample;
import org.variegate.api.Sink;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/**
 * Keeps nothing. What it writes is hashed, so that runs can be compared: for each part the grid
 * (nx, ny, nz, channels as int32, the affine map as 12 float64), then the voxels, all
 * little-endian; image as float32, labels by their target ids as uint8, or as int32 if an id is not
 * within 0 to 255.
 */
@Component(service = Sink.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Discard.Config.class, factory = true)
@Plugin(name = "null", needs = "IMAGE|LABELS")
public final class Discard implements Sink {

  /** The options. */
  @ObjectClassDefinition(
      name = "null",
      description = "Makes samples, hashes them and keeps nothing: to measure, or to compare runs.")
  public @interface Config {
    @AttributeDefinition(
        description = "Whether samples are hashed; false makes them and does not look at them")
    boolean hash() default true;
  }

  private static final int BUFFER = 1 << 16;

  private final boolean hash;

  /**
   * Takes the options.
   *
   * @param config the options
   */
  @Activate
  public Discard(Config config) {
    hash = config.hash();
  }

  @Override
  public boolean stores() {
    return false;
  }

  @Override
  public void encode(Sample sample, Members members) throws IOException {
    Raster image = sample.has(Part.IMAGE) ? sample.get(Part.IMAGE) : null;
    LabelMap labels = sample.has(Part.LABELS) ? sample.get(Part.LABELS) : null;
    if (!hash) {
      if (image != null) {
        image.values();
      }
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    if (image != null) {
      float[] values = image.finiteValues();
      try (OutputStream out = members.create("image")) {
        grid(image.grid(), image.channels(), buffer, out);
        floats(values, buffer, out);
      }
    }
    if (labels != null) {
      try (OutputStream out = members.create("labels")) {
        grid(labels.grid(), 1, buffer, out);
        labels(labels, buffer, out);
      }
    }
  }

  private static void grid(Grid grid, int channels, ByteBuffer buffer, OutputStream out)
      throws IOException {
    buffer.clear().putInt(grid.nx()).putInt(grid.ny()).putInt(grid.nz()).putInt(channels);
    for (int i = 0; i < 12; i++) {
      buffer.putDouble(grid.toWorld().get(i / 4, i % 4));
    }
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private static void floats(float[] values, ByteBuffer buffer, OutputStream out)
      throws IOException {
    int most = BUFFER / Float.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Float.BYTES);
    }
  }

  private static void labels(LabelMap labels, ByteBuffer buffer, OutputStream out)
      throws IOException {
    int[] targets = labels.legend().labels().stream().mapToInt(Label::target).toArray();
    boolean small = true;
    for (int target : targets) {
      small &= target >= 0 && target <= 255;
    }
    int size = labels.grid().size();
    int width = small ? 1 : Integer.BYTES;
    int most = BUFFER / width;
    for (int from = 0; from < size; from += most) {
      int count = Math.min(most, size - from);
      if (small && labels.inBytes()) {
        bytes(labels.bytes(), from, count, targets, buffer.array());
      } else {
        wide(labels, from, count, targets, buffer, width);
      }
      out.write(buffer.array(), 0, count * width);
    }
  }

  private static void bytes(byte[] places, int from, int count, int[] targets, byte[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = (byte) targets[places[from + i] & 0xff];
    }
  }

  private static void wide(
      LabelMap labels, int from, int count, int[] targets, ByteBuffer out, int width) {
    for (int i = 0; i < count; i++) {
      int target = targets[labels.place(from + i)];
      if (width == 1) {
        out.put(i, (byte) target);
      } else {
        out.putInt(Integer.BYTES * i, target);
      }
    }
  }
}
