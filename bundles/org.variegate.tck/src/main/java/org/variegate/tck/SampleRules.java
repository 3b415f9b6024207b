package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/** What must hold for a sample after any stage. */
final class SampleRules {
  private SampleRules() {}

  static void gives(
      Fixture fixture, List<String> gives, List<String> before, List<String> after, boolean nests) {
    assertTrue(after.containsAll(before), fixture + ": took a part away, left " + after);
    assertTrue(
        after.containsAll(gives), fixture + ": declares to give " + gives + ", gave " + after);
    for (String part : after) {
      assertTrue(
          nests || before.contains(part) || gives.contains(part),
          fixture + ": gives " + part + " and does not declare it");
    }
  }

  static void makesSense(String name, Sample sample) {
    for (Part<?> part : sample.parts()) {
      Object value = sample.get(part);
      String where = name + ", " + part.name();
      if (value instanceof Raster image) {
        finite(where, image.values());
      } else if (value instanceof LabelMap labels) {
        inLegend(where, labels);
      } else if (value instanceof Contrast contrast) {
        finite(where, contrast.mean(contrast.legend()));
        finite(where, contrast.deviation(contrast.legend()));
      } else if (value instanceof Sample beside) {
        makesSense(where, beside);
      }
    }
    sample.annotations().forEach((key, value) -> annotation(name + ", " + key, value));
  }

  private static void finite(String where, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        fail(where + ": value " + i + " is " + values[i]);
      }
    }
  }

  private static void inLegend(String where, LabelMap labels) {
    for (int i = 0; i < labels.grid().size(); i++) {
      if (labels.place(i) >= labels.legend().size()) {
        fail(where + ": voxel " + i + " holds place " + labels.place(i) + " beyond the legend");
      }
    }
  }

  /** What {@link Sample#annotate} admits. */
  static void annotation(String where, Object value) {
    if (value instanceof Number number) {
      assertTrue(Double.isFinite(number.doubleValue()), where + ": is " + value);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> annotation(where + "." + key, item));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> annotation(where, item));
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        annotation(where, Array.get(value, i));
      }
    } else {
      assertTrue(
          value instanceof String || value instanceof Boolean,
          where + ": needs a Boolean, Number or String, got " + value);
    }
  }
}
