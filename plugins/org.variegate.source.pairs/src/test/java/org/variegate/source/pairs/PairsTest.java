package org.variegate.source.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Transform;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.raster.LatticeResampler;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class PairsTest implements SourceContract {
  private static final Distribution ANY = Distribution.parse("any", "uniform(0, 1)");
  private static final Distribution SHIFT = Distribution.parse("shift", "uniform(-4, 4)");

  /** Bends x by a wave along y, and y by one along z; both can be undone. */
  private record Wave(double x, double y) implements Transform {
    @Override
    public void apply(double[] points, int count) {
      for (int i = 0; i < 3 * count; i += 3) {
        points[i] += x * StrictMath.sin(points[i + 1] / 9);
        points[i + 1] += y * StrictMath.sin(points[i + 2] / 11);
      }
    }

    @Override
    public Transform inverse() {
      return new Transform() {
        @Override
        public void apply(double[] points, int count) {
          for (int i = 0; i < 3 * count; i += 3) {
            points[i + 1] -= y * StrictMath.sin(points[i + 2] / 11);
            points[i] -= x * StrictMath.sin(points[i + 1] / 9);
          }
        }

        @Override
        public Transform inverse() {
          return Wave.this;
        }

        @Override
        public double linearWithin() {
          return 2;
        }
      };
    }

    @Override
    public double linearWithin() {
      return 2;
    }
  }

  /**
   * A view as a pipeline makes it: a subject that is drawn, then moved by what is drawn.
   *
   * @param voxels of the subject along x
   */
  private record View(int voxels) implements Source {
    @Override
    public void open(Sample sample, Draws draws) {
      double subject = draws.child("subject").sample("value", ANY);
      Grid grid = new Grid(voxels, 18, 12, Affine.of(1, 0, 0, -9, 0, 1.5, 0, -13, 0, 0, 2, -11));
      byte[] places = new byte[grid.size()];
      float[] values = new float[grid.size()];
      for (int i = 0; i < values.length; i++) {
        places[i] = (byte) (i % voxels / 5);
        values[i] = (float) subject;
      }
      List<Label> labels = List.of(Label.plain(0), Label.plain(1), Label.plain(2), Label.plain(3));
      sample.put(Part.LABELS, LabelMap.of(grid, new Legend(labels), places));
      sample.put(Part.IMAGE, new Raster(grid, 1, "1", values));
      double[] shift = draws.child("move").sample("shift", SHIFT, 2);
      sample.move(new Wave(shift[0], shift[1]));
      sample.move(Affine.of(1.05, 0, 0, shift[1], 0, 1, 0.1, 0, 0, 0, 0.95, 0));
      sample.annotate("value", subject);
    }
  }

  private static Pairs pairs(List<Source> views, boolean displacement, String... same) {
    return new Pairs(
        views, Options.of(Pairs.Config.class, "same", same, "displacement", displacement));
  }

  private static Pairs one(boolean displacement, String... same) {
    return pairs(List.of(new View(20)), displacement, same);
  }

  @Override
  public Pairs stage() {
    return one(true, "subject");
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    View view = new View(20);
    return Map.of(
        "views: three", () -> pairs(List.of(view, view, view), false),
        "displacement of nothing in common", () -> one(true));
  }

  private static Sample open(Pairs pairs, long index, DrawRecord record) {
    Sample sample = new Sample(index, new LatticeResampler(), HeapArena.zeroed());
    pairs.open(sample, new SampleDraws(1, index, record, Overrides.NONE).child("pairs"));
    return sample;
  }

  private static Sample open(Pairs pairs) {
    return open(pairs, 0, new DrawRecord());
  }

  @Test
  void viewsDrawForThemselves() {
    Sample sample = open(one(false));
    Object mine = sample.annotations().get("value");
    assertNotEquals(mine, ((Map<?, ?>) sample.annotations().get("moving")).get("value"));
    assertFalse(sample.has(Part.DISPLACEMENT));
    assertNotEquals(sample.map(), sample.get(Part.MOVING).map());
  }

  @Test
  void stagesMayDrawTheSame() {
    DrawRecord record = new DrawRecord();
    Sample sample = open(one(true, "subject"), 3, record);
    Object mine = sample.annotations().get("value");
    assertEquals(mine, ((Map<?, ?>) sample.annotations().get("moving")).get("value"));
    assertTrue(record.values().containsKey("pairs.both.subject.value"), record.values().toString());
    assertTrue(record.values().containsKey("pairs.moving.move.shift"));
    Sample still = open(one(true, "subject", "move"), 3, new DrawRecord());
    for (float way : still.get(Part.DISPLACEMENT).values()) {
      assertEquals(0, way, 1e-4);
    }
  }

  /** Seen from the fixed view and from where the displacement leads, it is one point. */
  @Test
  void theDisplacementLeadsToTheSamePoint() {
    for (int index = 0; index < 5; index++) {
      Sample sample = open(one(true, "subject"), index, new DrawRecord());
      Raster field = sample.get(Part.DISPLACEMENT);
      int n = field.grid().size();
      double[] here = new double[3 * n];
      for (int i = 0; i < n; i++) {
        here[3 * i] = i % 20;
        here[3 * i + 1] = i / 20 % 18;
        here[3 * i + 2] = i / 360;
      }
      field.grid().toWorld().apply(here, n);
      double[] there = here.clone();
      for (int i = 0; i < 3 * n; i++) {
        there[i] += field.values()[i % 3 * n + i / 3];
      }
      sample.map().apply(here, n);
      sample.get(Part.MOVING).map().apply(there, n);
      for (int i = 0; i < 3 * n; i++) {
        assertEquals(here[i], there[i], 0.06, "sample " + index + ", point " + i / 3);
      }
    }
  }

  /** Labels found along the displacement are those of the fixed view, but next to borders. */
  @Test
  void labelsAgreeAlongTheDisplacement() {
    Sample sample = open(one(true, "subject"), 2, new DrawRecord());
    LabelMap here = sample.get(Part.LABELS);
    LabelMap there = sample.get(Part.MOVING).get(Part.LABELS);
    float[] way = sample.get(Part.DISPLACEMENT).values();
    Grid grid = here.grid();
    int agree = 0;
    int inside = 0;
    for (int i = 0; i < grid.size(); i++) {
      double[] point = {i % 20, i / 20 % 18, i / 360};
      grid.toWorld().apply(point, 1);
      for (int c = 0; c < 3; c++) {
        point[c] += way[c * grid.size() + i];
      }
      grid.toWorld().inverse().apply(point, 1);
      int x = (int) Math.rint(point[0]);
      int y = (int) Math.rint(point[1]);
      int z = (int) Math.rint(point[2]);
      if (x >= 0 && x < 20 && y >= 0 && y < 18 && z >= 0 && z < 12 && here.place(i) > 0) {
        inside++;
        agree += here.place(i) == there.place(x + 20 * (y + 18 * z)) ? 1 : 0;
      }
    }
    assertTrue(inside > 1000 && agree > 0.85 * inside, agree + " of " + inside);
  }

  @Test
  void twoPipelinesMakeTwoKindsOfViews() {
    Sample sample = open(pairs(List.of(new View(20), new View(15)), false, "subject"));
    assertEquals(20, sample.grid().nx());
    assertEquals(15, sample.get(Part.MOVING).grid().nx());
    assertSame(sample.arena(), sample.get(Part.MOVING).arena());
  }

  @Test
  void whatCannotBeIsSaid() {
    Pairs misspelt = one(false, "subjct");
    var error = assertThrows(IllegalArgumentException.class, () -> open(misspelt));
    assertEquals(
        "same: needs stages of both views, got subjct, which is none of one", error.getMessage());
    Pairs unlike = pairs(List.of(new View(20), new View(15)), true, "subject");
    var other = assertThrows(IllegalArgumentException.class, () -> open(unlike));
    assertTrue(other.getMessage().startsWith("displacement: needs views of one subject, got"));
  }

  /** One of two subjects, which it annotates. */
  private static Source oneOfTwo() {
    return (sample, draws) -> {
      new View(20).open(sample, draws);
      sample.annotate("subject", draws.child("subject").index("which", 2));
    };
  }

  @Test
  void viewsAreUnlike() {
    Pairs pairs = unlike("subject");
    int again = 0;
    for (int index = 0; index < 20; index++) {
      DrawRecord record = new DrawRecord();
      Sample sample = open(pairs, index, record);
      Map<?, ?> moving = (Map<?, ?>) sample.annotations().get("moving");
      assertNotEquals(sample.annotations().get("subject"), moving.get("subject"));
      again += record.values().containsKey("pairs.again[1].subject.value") ? 1 : 0;
    }
    assertTrue(again > 0 && again < 20, "got " + again);
    assertThrows(IllegalArgumentException.class, () -> open(unlike("grid")));
  }

  private static Pairs unlike(String name) {
    String[] names = {name};
    return new Pairs(List.of(oneOfTwo()), Options.of(Pairs.Config.class, "unlike", names));
  }
}
