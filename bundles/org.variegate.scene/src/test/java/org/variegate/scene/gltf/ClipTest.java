package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4d;
import org.junit.jupiter.api.Test;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Course;

class ClipTest {
  private static Draws draws() {
    return new SampleDraws(1, 4, new DrawRecord(), Overrides.NONE);
  }

  /** One joint that is at x at 1, 2 and 3 s. */
  private static Clip clip(float... x) {
    Matrix4d placing = new Matrix4d();
    placing.setIdentity();
    float[] places = {x[0], 0, 0, x[1], 0, 0, x[2], 0, 0};
    Track track = new Track(0, 0, false, false, new float[] {1, 2, 3}, places);
    Transform base = new Transform(new Json("node", Map.of()));
    return new Clip("go", 1, 3, List.of(base), new int[] {-1}, placing, List.of(), List.of(track));
  }

  private static float x(Course course, double seconds) {
    return course.at(seconds).local().get(0).m03;
  }

  @Test
  void whatEndsAsItBeganGoesRound() {
    Course course = clip(0, 10, 0).course(draws());
    float start = x(course, 0);
    assertEquals(clip(0, 10, 0).pose(draws()).local(), course.at(0).local());
    assertEquals(start, x(course, 2), 1e-4);
    assertEquals(start, x(course, -4), 1e-4);
    assertEquals(1, Math.abs(x(course, 0.1) - start), 1e-4);
    assertEquals(10 - start, x(course, 1), 1e-4);
  }

  @Test
  void whatEndsElsewhereStopsThere() {
    Course course = clip(0, 10, 20).course(draws());
    assertEquals(clip(0, 10, 20).pose(draws()).local(), course.at(0).local());
    assertEquals(20, x(course, 3));
    assertEquals(0, x(course, -3));
  }
}
