package org.variegate.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.scene.View.Sighting;

/**
 * What is told of each instance that has a class. Annotators add to it, sinks write it, and it
 * stands in the sample's annotation {@code objects}. Places in the picture are in pixels from the
 * left and the top edge, after all spatial stages; the middle of the first pixel is at (0.5, 0.5).
 *
 * <table>
 * <caption>What an object may have</caption>
 * <tr><td>{@code id}</td><td>int, the instance's, as in the instance mask</td></tr>
 * <tr><td>{@code class}</td><td>String</td></tr>
 * <tr><td>{@code number}</td><td>int, the class's number from 1, as in the semantic mask</td></tr>
 * <tr><td>{@code box}</td><td>double[4], the bounds of its pixels: left, top, width and height, all
 * 0 if it is not seen</td></tr>
 * <tr><td>{@code area}</td><td>long, how many pixels it has</td></tr>
 * <tr><td>{@code looseBox}</td><td>double[4], the bounds of all of it, hidden or outside or not;
 * missing where a part of it is behind the camera</td></tr>
 * <tr><td>{@code visible}</td><td>double in [0, 1], the share of it that nothing hides, of what lay
 * in the picture as it was taken</td></tr>
 * <tr><td>{@code truncated}</td><td>double in [0, 1], the share of it outside the picture</td></tr>
 * <tr><td>{@code box3d}</td><td>Map: {@code centre} double[3] in m in the camera's space, {@code
 * size} double[3] in m along its own axes (left, up, front), {@code axes} double[9], those axes in
 * the camera's space, one after another</td></tr>
 * <tr><td>{@code keypoints}</td><td>Map from a name to double[3]: x, y and visibility (0 outside the
 * picture, 1 hidden, 2 visible)</td></tr>
 * </table>
 *
 * @param classes all classes of the dataset, in order of their numbers
 * @param objects one map an object, by id
 */
public record Truth(List<String> classes, List<Map<String, Object>> objects) {
  /** The truth of a sample. */
  public static final Part<Truth> TRUTH = new Part<>("TRUTH", Truth.class);

  /** The name of the annotation. */
  public static final String KEY = "objects";

  /** Takes copies. */
  public Truth {
    classes = List.copyOf(classes);
    objects = List.copyOf(objects);
  }

  /**
   * Rounds to a millionth, of a pixel, a metre or a whole: further digits say nothing, and would be
   * most of the text of an annotation.
   *
   * @param values to be rounded in place
   * @return the values
   */
  public static double[] rounded(double... values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(values[i] * 1e6) / 1e6 + 0.0;
    }
    return values;
  }

  /**
   * Adds to what is told of each object.
   *
   * @param sample with a {@linkplain View#VIEW view} and its scene
   * @param truths what is to be added, for each instance that has a class
   */
  public static void tell(Sample sample, Function<Sighting, Map<String, Object>> truths) {
    List<String> classes = sample.get(Scene.SCENE).classes();
    List<Map<String, Object>> before = sample.has(TRUTH) ? sample.get(TRUTH).objects() : List.of();
    List<Map<String, Object>> after = new ArrayList<>();
    List<Sighting> sightings = sample.get(View.VIEW).sightings();
    for (int i = 0; i < sightings.size(); i++) {
      Sighting sighting = sightings.get(i);
      Map<String, Object> object = new TreeMap<>(i < before.size() ? before.get(i) : Map.of());
      object.put("id", sighting.instance());
      object.put("class", sighting.category());
      object.put("number", classes.indexOf(sighting.category()) + 1);
      object.putAll(truths.apply(sighting));
      after.add(object);
    }
    sample.put(TRUTH, new Truth(classes, after));
    sample.annotate(KEY, after);
  }
}
