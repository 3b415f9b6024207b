package org.variegate.render.internal;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.Arena;
import org.variegate.render.Frame;
import org.variegate.render.Settings;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Bounds;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.View.Sighting;

/** One picture in the making. */
public final class Picture {
  private final Scene scene;
  private final Settings settings;
  private final Arena arena;
  private final Triangles triangles;
  private final Projection projection;
  private final Samples samples;
  private final Truth truth;
  private final Census census;
  private Contact contact;

  /**
   * Lays out a picture.
   *
   * @param scene what is seen
   * @param settings how
   * @param arena lends buffers
   */
  public Picture(Scene scene, Settings settings, Arena arena) {
    this.scene = scene;
    this.settings = settings;
    this.arena = arena;
    triangles = new Triangles(scene, arena);
    projection = new Projection(scene.camera(), settings.width(), settings.height());
    samples = new Samples(settings.width(), settings.height(), settings.samples(), arena);
    truth = new Truth(samples, triangles, arena);
    census = new Census(triangles, projection, settings.width(), settings.height(), arena);
  }

  /** Takes it. */
  public Frame take() {
    List<Lamp> lamps = lamps();
    triangles.project(projection);
    List<Sighting> sightings = draw();
    Panorama sky = new Panorama(scene.sky());
    float[] color = arena.floats(3 * settings.width() * settings.height());
    new Resolver(samples, triangles, projection, sky, scene.backdrop().orElse(null), lamps, contact)
        .rows(0, settings.height(), color);
    Frame frame =
        new Frame(
            settings.width(),
            settings.height(),
            color,
            truth.instances(),
            settings.passes().contains(Pass.DEPTH) ? truth.depth() : null,
            null,
            null,
            sightings);
    samples.release(arena);
    return frame;
  }

  private List<Lamp> lamps() {
    Shadows shadows = new Shadows(triangles, settings.shadows(), arena);
    contact = contact(shadows.focus());
    return scene.lights().stream().map(shadows::lamp).toList();
  }

  /** What the ground sees of the sky, where there is a level ground and something on it. */
  private Contact contact(Bounds focus) {
    if (focus == null || settings.shadows() == 0) {
      return null;
    }
    return scene.instances().stream()
        .filter(i -> i.role() == Role.GROUND)
        .findFirst()
        .map(ground -> new Contact(triangles, focus, ground.placement().m13, arena))
        .orElse(null);
  }

  /** Draws everything, the first subject first, so that it can be counted while it is alone. */
  private List<Sighting> draw() {
    samples.clear(0, settings.height());
    Filler filler = new Filler(samples, 0, settings.height());
    Drawing drawing = new Drawing(triangles, projection, settings.samples(), filler);
    List<Triangles.Span> subjects = spans(true);
    long[] alone = new long[subjects.size()];
    for (int i = 0; i < alone.length; i++) {
      drawing.draw(triangles, subjects.get(i));
      alone[i] = i == 0 ? Census.pixels(samples) : census.alone(subjects.get(i), samples.count);
    }
    spans(false).forEach(span -> drawing.draw(triangles, span));
    short[] ids = truth.instances();
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < alone.length; i++) {
      long visible = count(ids, subjects.get(i).instance().id());
      sightings.add(census.sighting(subjects.get(i), visible, alone[i]));
    }
    return sightings;
  }

  private List<Triangles.Span> spans(boolean subjects) {
    return triangles.spans().stream()
        .filter(span -> subjects == (span.instance().role() == Role.SUBJECT))
        .toList();
  }

  private static long count(short[] ids, int id) {
    long count = 0;
    for (short other : ids) {
      count += other == id ? 1 : 0;
    }
    return count;
  }
}
