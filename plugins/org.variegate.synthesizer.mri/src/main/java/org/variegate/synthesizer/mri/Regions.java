package org.variegate.synthesizer.mri;

import org.variegate.api.space.Grid;
import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.api.volume.Contrast;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;
import org.variegate.draws.Draws;
import org.variegate.raster.CoarseField;

/**
 * Smooth regions within labels. There are several smooth random fields; a voxel belongs to that
 * cluster of its label whose field is the largest there. Cluster k of a label of pattern p has
 * field (p + k) modulo the number of fields.
 */
final class Regions implements BlockChange {
  private static final int FIELDS = 8;

  private final LabelMap labels;
  private final float[][] offsets;
  private final int[] pattern;

  /** Null where no label needs the field. */
  private final CoarseField[] fields;

  private final float[][] scores;

  private Regions(LabelMap labels, Contrast.Clusters clusters, CoarseField[] fields) {
    this.labels = labels;
    this.offsets = clusters.offsets();
    this.pattern = clusters.pattern();
    this.fields = fields;
    this.scores = new float[fields.length][0];
  }

  /** Draws the fields that some label needs. */
  static Regions of(LabelMap labels, Contrast.Clusters clusters, Draws draws) {
    CoarseField[] fields = new CoarseField[Math.max(FIELDS, clusters.most())];
    for (int place = 0; place < clusters.offsets().length; place++) {
      int count = clusters.offsets()[place].length;
      for (int cluster = 0; count > 1 && cluster < count; cluster++) {
        int field = (clusters.pattern()[place] + cluster) % fields.length;
        if (fields[field] == null) {
          fields[field] = field(labels.grid(), clusters.width(), draws.child("region", field));
        }
      }
    }
    return new Regions(labels, clusters, fields);
  }

  private static CoarseField field(Grid grid, double width, Draws draws) {
    return CoarseField.gaussian(grid, width, 1, draws.noise("nodes"));
  }

  /** Adds each cluster's offset, if there is any. */
  void addTo(Raster image) {
    for (CoarseField field : fields) {
      if (field != null) {
        image.change(this);
        return;
      }
    }
  }

  @Override
  public void apply(float[] values, Block block) {
    for (int field = 0; field < fields.length; field++) {
      if (fields[field] != null) {
        if (scores[field].length < block.count()) {
          scores[field] = new float[block.count()];
        }
        fields[field].fill(block, scores[field], 0);
      }
    }
    addOffsets(values, block);
  }

  private void addOffsets(float[] values, Block block) {
    float[] offset = offsets[0];
    int first = 0;
    int last = -1;
    for (int i = 0; i < block.count(); i++) {
      int place = labels.place(block.voxel() + i);
      if (place != last) {
        offset = offsets[place];
        first = pattern[place] % fields.length;
        last = place;
      }
      values[block.from() + i] +=
          offset.length == 1 ? offset[0] : offset[largest(first, offset.length, i)];
    }
  }

  private int largest(int first, int clusters, int voxel) {
    int best = 0;
    float most = scores[first][voxel];
    int field = first;
    for (int cluster = 1; cluster < clusters; cluster++) {
      field = field + 1 == fields.length ? 0 : field + 1;
      float score = scores[field][voxel];
      boolean larger = score > most;
      most = larger ? score : most;
      best = larger ? cluster : best;
    }
    return best;
  }
}
