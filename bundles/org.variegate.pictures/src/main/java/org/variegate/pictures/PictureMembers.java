package org.variegate.pictures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.variegate.api.Members;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.scene.Flow;
import org.variegate.scene.Normals;
import org.variegate.scene.View;

/** Which pictures of a sample a sink writes, beside its image. */
public final class PictureMembers {
  private static final Map<String, Function<Sample, Raster>> ARRAYS =
      new TreeMap<>(
          Map.of(
              "depth",
              sample -> sample.get(View.DEPTH),
              "normals",
              Normals::of,
              "coordinates",
              sample -> sample.get(View.COORDINATES),
              "flow",
              Flow::of));

  private final ImageFormat format;
  private final boolean instances;
  private final boolean classes;
  private final boolean depth;
  private final List<String> arrays;

  /**
   * By a sink's options.
   *
   * @param format of the image
   * @param masks any of {@code instances} and {@code classes}
   * @param depth whether depth is written as whole mm
   * @param arrays any of {@code depth}, {@code normals}, {@code coordinates} and {@code flow}, for
   *     NumPy
   * @throws IllegalArgumentException if there is no such mask or array, or it is named twice
   */
  public PictureMembers(ImageFormat format, String[] masks, boolean depth, String[] arrays) {
    this.format = format;
    this.depth = depth;
    List<String> wanted = among("masks", masks, List.of("classes", "instances"));
    instances = wanted.contains("instances");
    classes = wanted.contains("classes");
    this.arrays = among("arrays", arrays, List.copyOf(ARRAYS.keySet()));
  }

  private static List<String> among(String key, String[] names, List<String> known) {
    List<String> wanted = new ArrayList<>();
    for (String name : names) {
      if (!known.contains(name) || wanted.contains(name)) {
        throw new IllegalArgumentException(
            key + ": needs each of " + String.join(", ", known) + " at most once, got " + name);
      }
      wanted.add(name);
    }
    return wanted;
  }

  /**
   * Writes the image, {@code later.jpg} if there is a next one, {@code instances.png}, {@code
   * classes.png}, {@code depth.png}, {@code normals.npy} and so on, as far as they are wanted.
   * Masks are of {@code INSTANCES}, or else of {@code LABELS}; a sample without either has none.
   *
   * @param sample with an image, and what else is wanted
   * @param members receives the files
   * @param image the image's name without the suffix, {@code image.}
   * @throws IOException if the members refuse
   * @throws IllegalStateException if the sample lacks what is wanted
   */
  public void write(Sample sample, Members members, String image) throws IOException {
    try (OutputStream out = members.create(image + format.suffix())) {
      format.write(sample, out);
    }
    if (sample.has(View.LATER)) {
      try (OutputStream out = members.create("later." + format.suffix())) {
        format.write(sample, View.LATER, out);
      }
    }
    writeMasks(sample, members);
    if (depth) {
      try (OutputStream out = members.create("depth.png")) {
        Depth.millimetres(sample.get(View.DEPTH), out);
      }
    }
    for (String array : arrays) {
      try (OutputStream out = members.create(array + ".npy")) {
        Npy.write(ARRAYS.get(array).apply(sample), out);
      }
    }
  }

  private void writeMasks(Sample sample, Members members) throws IOException {
    Part<LabelMap> part = sample.has(View.INSTANCES) ? View.INSTANCES : Part.LABELS;
    if (!sample.has(part)) {
      return;
    }
    if (instances) {
      try (OutputStream out = members.create("instances.png")) {
        Masks.instances(sample.get(part), out);
      }
    }
    if (classes) {
      try (OutputStream out = members.create("classes.png")) {
        Masks.classes(sample.get(part), out);
      }
    }
  }
}
