package org.variegate.model.skullstrip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.variegate.api.task.Evaluation;
import org.variegate.api.task.Example;
import org.variegate.api.task.Measure;
import org.variegate.metrics.Overlap;
import org.variegate.metrics.SurfaceDistances;
import org.variegate.unet.Cases;

/** How far predicted masks are those of the brain, whose distance is below 0. */
final class Masks implements Evaluation {
  private static final double SHARE = 0.95;

  private final Stripper stripper;
  private final Cases dice = new Cases("Dice");
  private final Cases surface = new Cases("surface Dice, a voxel");
  private final Cases hausdorff = new Cases("Hausdorff 95 % [mm]");
  private final Cases volume = new Cases("volume error");

  Masks(Stripper stripper) {
    this.stripper = stripper;
  }

  @Override
  public void add(List<Example> batch) {
    for (Example example : batch) {
      add((Head) example);
    }
  }

  private void add(Head head) {
    byte[] mask = stripper.mask(head);
    float[] distance = head.distance();
    Overlap brain = Overlap.of(2, mask.length, i -> distance[i] < 0 ? 1 : 0, i -> mask[i])[1];
    if (brain.truth() == 0) {
      return; // there is no brain to be found
    }
    dice.add(brain.dice());
    volume.add(brain.volumeError());
    SurfaceDistances surfaces =
        SurfaceDistances.of(head.grid(), i -> distance[i] < 0, i -> mask[i] == 1);
    surface.add(surfaces.dice());
    if (brain.predicted() > 0) {
      hausdorff.add(surfaces.hausdorff(SHARE));
    }
  }

  @Override
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (Cases cases : List.of(dice, surface, hausdorff, volume)) {
      cases.mean().ifPresent(measures::add);
    }
    return measures;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of(
        "dice of cases", dice.values(),
        "hausdorff of cases in mm", hausdorff.values(),
        "surface dice of cases", surface.values(),
        "volume errors", volume.values());
  }
}
