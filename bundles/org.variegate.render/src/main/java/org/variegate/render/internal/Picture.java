package org.variegate.render.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.variegate.api.Arena;
import org.variegate.render.Frame;
import org.variegate.render.Settings;
import org.variegate.scene.Bounds;
import org.variegate.scene.Role;
import org.variegate.scene.Scene;
import org.variegate.scene.View.Sighting;

/** One picture in the making. */
public final class Picture {
  private final Scene scene;
  private final Optional<Scene> later;
  private final Settings settings;
  private final Arena arena;
  private final Triangles triangles;
  private final Projection projection;
  private final Samples samples;
  private final Census census;
  private final List<Triangles.Span> subjects;
  private final List<Triangles.Span> others;

  /**
   * Lays out a picture.
   *
   * @param scene what is seen
   * @param later what is seen at the next moment, if that matters
   * @param settings how
   * @param arena lends buffers
   */
  public Picture(Scene scene, Optional<Scene> later, Settings settings, Arena arena) {
    this.scene = scene;
    this.later = later;
    this.settings = settings;
    this.arena = arena;
    triangles = new Triangles(scene, arena);
    projection = new Projection(scene.camera(), settings.width(), settings.height());
    samples = new Samples(settings.width(), settings.height(), settings.samples(), arena);
    census = new Census(triangles, projection, settings.width(), settings.height(), arena);
    subjects = spans(true);
    others = spans(false);
  }

  private List<Triangles.Span> spans(boolean subject) {
    return triangles.spans().stream()
        .filter(span -> subject == (span.instance().role() == Role.SUBJECT))
        .toList();
  }

  /** Takes it. */
  public Frame take() {
    int size = settings.width() * settings.height();
    Loans light = new Loans(arena);
    World world = world(light);
    triangles.project(projection);
    triangles.comb();
    float[] color = arena.floats(3 * size);
    float[] layer = world.stage() == null ? null : arena.floats(3 * size);
    Next next = later.map(s -> new Next(triangles, projection, s, samples, arena)).orElse(null);
    Truth truth = new Truth(samples, triangles, projection, settings.passes(), next, arena);
    int threads = Math.min(settings.threads(), settings.height());
    long[] alone = new long[threads];
    Resolver[] resolvers = new Resolver[threads];
    Arrays.setAll(
        resolvers, part -> new Resolver(samples, triangles, projection, world, truth, light));
    Crew.run(
        threads,
        part -> {
          int from = row(part, threads);
          int to = row(part + 1, threads);
          alone[part] = draw(from, to);
          resolvers[part].rows(from, to, color, layer);
        });
    long first = 0;
    for (long part : alone) {
      first += part;
    }
    Frame frame = truth.frame(color, layer, sightings(truth.instances(), first));
    if (next != null) {
      next.release(arena);
    }
    light.releaseAll();
    samples.release(arena);
    triangles.release(arena);
    return frame;
  }

  /**
   * Where a part begins; pairs of rows, of which each second uses what the first found, are kept.
   */
  private int row(int part, int parts) {
    return part == parts ? settings.height() : (int) ((long) settings.height() * part / parts) & ~1;
  }

  private World world(Arena lender) {
    Shadows shadows = new Shadows(triangles, settings.shadows(), lender);
    Stage stage =
        scene
            .backdrop()
            .map(picture -> new Stage(picture, settings.width(), settings.height()))
            .orElse(null);
    return new World(
        new Panorama(scene.sky()),
        stage,
        scene.lights().stream().map(shadows::lamp).toList(),
        contact(shadows.focus(), lender));
  }

  /** What the ground sees of the sky, where there is a level ground and something on it. */
  private Contact contact(Bounds focus, Arena lender) {
    if (focus == null || settings.shadows() == 0) {
      return null;
    }
    return scene.instances().stream()
        .filter(i -> i.role() == Role.GROUND)
        .findFirst()
        .map(ground -> new Contact(triangles, focus, ground.placement().m13, lender))
        .orElse(null);
  }

  /** Draws everything in some rows; the first subject first, to count its pixels while alone. */
  private long draw(int from, int to) {
    samples.clear(from, to);
    Filler filler = new Filler(samples, from, to);
    Holes holes = new Holes(triangles, projection);
    Drawing drawing = new Drawing(triangles, projection, samples.count, filler, holes);
    long alone = 0;
    for (int i = 0; i < subjects.size(); i++) {
      drawing.draw(triangles, subjects.get(i));
      alone = i == 0 ? Census.pixels(samples, filler.firstRow(), filler.endRow()) : alone;
    }
    others.forEach(span -> drawing.draw(triangles, span));
    return alone;
  }

  private List<Sighting> sightings(short[] ids, long first) {
    List<Sighting> sightings = new ArrayList<>();
    for (Triangles.Span span : subjects) {
      long visible = 0;
      for (short id : ids) {
        visible += id == (short) span.instance().id() ? 1 : 0;
      }
      long alone = span == subjects.get(0) ? first : census.alone(span, samples.count);
      sightings.add(census.sighting(span, visible, alone));
    }
    return sightings;
  }
}
