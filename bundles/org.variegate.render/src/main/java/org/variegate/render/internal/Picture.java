package org.variegate.render.internal;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.Arena;
import org.variegate.render.Frame;
import org.variegate.render.Settings;
import org.variegate.render.Settings.Pass;
import org.variegate.scene.Instance;
import org.variegate.scene.Light;
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
    triangles.project(projection);
    samples = new Samples(settings.width(), settings.height(), settings.samples(), arena);
    truth = new Truth(samples, triangles, arena);
  }

  /** Takes it. */
  public Frame take() {
    List<Sighting> sightings = draw();
    Panorama sky = new Panorama(scene.sky());
    List<Lamp> lamps = new ArrayList<>();
    for (Light light : scene.lights()) {
      lamps.add(new Lamp(light, null));
    }
    float[] color = arena.floats(3 * settings.width() * settings.height());
    new Resolver(samples, triangles, projection, sky, scene.backdrop().orElse(null), lamps)
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

  private List<Sighting> draw() {
    samples.clear(0, settings.height());
    Filler filler = new Filler(samples, 0, settings.height());
    Drawing drawing = new Drawing(triangles, projection, settings.samples(), filler);
    for (Triangles.Span span : triangles.spans()) {
      for (int i = span.firstSurface(); i < span.endSurface(); i++) {
        drawing.draw(triangles.surfaces.get(i));
      }
    }
    List<Sighting> sightings = new ArrayList<>();
    for (Instance instance : scene.instances()) {
      if (instance.role() == Role.SUBJECT) {
        sightings.add(new Sighting(instance.id(), instance.category(), 0, 0, 0));
      }
    }
    return sightings;
  }
}
