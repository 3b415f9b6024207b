package org.variegate.source.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;

class AnatomyTest {
  private static final int N = 64;
  private static final int HEADS = 24;
  private static final List<LabelMap> MAPS = new ArrayList<>();

  @BeforeAll
  static void makeHeads() {
    Phantom phantom = PhantomTest.with("size", new int[] {N, N, N}, "spacing", 3.75);
    for (int i = 0; i < HEADS; i++) {
      MAPS.add(Heads.open(phantom, i, Map.of()));
    }
  }

  @Test
  void everyHeadHasEveryTissue() {
    for (LabelMap map : MAPS) {
      int[] counts = Heads.counts(map);
      for (Tissue tissue : Tissue.values()) {
        assertTrue(counts[tissue.ordinal()] > 0, "no " + tissue);
      }
    }
  }

  @Test
  void noTwoAreAlike() {
    for (int i = 0; i < HEADS; i++) {
      for (int j = 0; j < i; j++) {
        int differ = 0;
        for (int v = 0; v < N * N * N; v++) {
          differ += MAPS.get(i).place(v) == MAPS.get(j).place(v) ? 0 : 1;
        }
        assertTrue(differ > 0.05 * N * N * N, "heads " + i + " and " + j + " differ in " + differ);
      }
    }
  }

  /** Paired differences of volume, within 5 standard errors: a t-test that fails once in 10^4. */
  @Test
  void sidesAreAlikeOnAverage() {
    for (Tissue left : Tissue.values()) {
      if (left.partner().ordinal() > left.ordinal()) {
        double sum = 0;
        double squares = 0;
        for (LabelMap map : MAPS) {
          int[] counts = Heads.counts(map);
          double difference = counts[left.ordinal()] - counts[left.partner().ordinal()];
          sum += difference;
          squares += difference * difference;
        }
        double mean = sum / HEADS;
        double error = Math.sqrt((squares / HEADS - mean * mean) / (HEADS - 1));
        assertTrue(Math.abs(mean) < 5 * error, left + ": " + mean + " +- " + error);
        assertTrue(squares > 0, left + ": is the mirror image of the other side");
      }
    }
  }

  @Test
  void leftIsLeft() {
    for (LabelMap map : MAPS) {
      assertTrue(meanX(map, Tissue.LEFT_THALAMUS) < meanX(map, Tissue.RIGHT_THALAMUS) - 2);
      assertTrue(meanX(map, Tissue.LEFT_CORTEX) < meanX(map, Tissue.RIGHT_CORTEX) - 8);
    }
  }

  private static double meanX(LabelMap map, Tissue tissue) {
    double sum = 0;
    int count = 0;
    for (int v = 0; v < N * N * N; v++) {
      if (map.place(v) == tissue.ordinal()) {
        sum += v % N;
        count++;
      }
    }
    return sum / count;
  }

  /**
   * At the default resolution, nothing inside the skull touches anything outside it above the
   * foramen magnum, and the first tissue from the left is skin.
   */
  @Test
  void skinAndSkullAreClosed() {
    for (int head = 0; head < 3; head++) {
      LabelMap map = Heads.open(PhantomTest.with(), head, Map.of());
      skullEnclosesBrain(map);
      skinCoversTheHead(map);
    }
  }

  private static void skullEnclosesBrain(LabelMap map) {
    long outside =
        Tissue.set(Tissue.BACKGROUND, Tissue.SKIN, Tissue.FAT, Tissue.MUSCLE, Tissue.LEFT_EYE);
    long bone = Tissue.set(Tissue.BONE, Tissue.MARROW);
    int n = map.grid().nx();
    int foramen = (int) Math.round((-30 + 17) / 1.5 + n / 2.0);
    for (int v = n * n * foramen; v < n * n * (n - 1); v++) {
      if (!in(outside | bone, map, v)) {
        for (int step : new int[] {1, n, n * n}) {
          assertTrue(!in(outside, map, v + step) && !in(outside, map, v - step), "at voxel " + v);
        }
      }
    }
  }

  private static void skinCoversTheHead(LabelMap map) {
    int n = map.grid().nx();
    for (int row = 0; row < n * n; row++) {
      int x = 0;
      while (x < n && map.place(n * row + x) == 0) {
        x++;
      }
      if (x > 0 && x < n) {
        assertEquals(Tissue.SKIN.ordinal(), map.place(n * row + x), "row " + row);
      }
    }
  }

  /** Lateral ventricles end at white matter and the nuclei, but for a few voxels. */
  @Test
  void ventriclesLieWithinWhiteMatter() {
    long wrong = Tissue.set(Tissue.LEFT_CORTEX, Tissue.CSF, Tissue.LEFT_CEREBELLAR_CORTEX);
    for (LabelMap map : MAPS) {
      int faces = 0;
      int wrongFaces = 0;
      for (int v = N * N; v < N * N * (N - 1); v++) {
        if (in(Tissue.set(Tissue.LEFT_VENTRICLE), map, v)) {
          for (int step : new int[] {1, -1, N, -N, N * N, -N * N}) {
            faces++;
            wrongFaces += in(wrong, map, v + step) ? 1 : 0;
          }
        }
      }
      assertTrue(wrongFaces < 0.08 * faces, wrongFaces + " of " + faces);
    }
  }

  /** Volumes of an adult's brain in ml, generously. */
  @Test
  void volumesAreThoseOfPeople() {
    for (LabelMap map : MAPS) {
      checkVolume(map, Tissue.LEFT_CORTEX, 180, 480);
      checkVolume(map, Tissue.RIGHT_WHITE, 90, 430);
      checkVolume(map, Tissue.LEFT_VENTRICLE, 4, 40);
      checkVolume(map, Tissue.RIGHT_THALAMUS, 2.5, 12);
      checkVolume(map, Tissue.LEFT_HIPPOCAMPUS, 1.2, 6.5);
      checkVolume(map, Tissue.RIGHT_CAUDATE, 1.7, 7.5);
    }
  }

  private static void checkVolume(LabelMap map, Tissue tissue, double low, double high) {
    double ml = Heads.count(map, tissue) * 3.75 * 3.75 * 3.75 / 1000;
    assertTrue(ml > low && ml < high, tissue + ": " + ml + " ml");
  }

  @Test
  void sidesShareTissuesAndBrainIsTheTarget() {
    assertEquals(22, Tissue.LEGEND.tissues().size());
    for (Label label : Tissue.LEGEND.labels()) {
      Label partner = Tissue.LEGEND.labels().get(Tissue.LEGEND.place(label.partner()));
      assertEquals(label.tissue(), partner.tissue());
      assertEquals(label.id(), partner.partner());
      assertTrue(label.target() == label.id() || label.target() == 0);
    }
    assertEquals("skin", Tissue.LEGEND.labels().get(Tissue.SKIN.ordinal()).tissue());
    assertEquals(0, Tissue.LEGEND.labels().get(Tissue.SKIN.ordinal()).target());
    assertEquals(17, Tissue.LEGEND.labels().get(Tissue.LEFT_HIPPOCAMPUS.ordinal()).target());
  }

  private static boolean in(long set, LabelMap map, int voxel) {
    return (set >>> map.place(voxel) & 1) != 0;
  }
}
