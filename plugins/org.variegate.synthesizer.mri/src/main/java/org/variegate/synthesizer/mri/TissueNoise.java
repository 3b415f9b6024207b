package org.variegate.synthesizer.mri;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.api.volume.LabelMap;

/** Turns standard normal values into intensities: mean + deviation times value, by label. */
final class TissueNoise implements BlockChange {
  private final LabelMap labels;
  private final float[] mean;
  private final float[] deviation;

  /**
   * Intensities of labels.
   *
   * @param labels on the image's grid
   * @param mean by place in the legend
   * @param deviation by place in the legend
   */
  TissueNoise(LabelMap labels, float[] mean, float[] deviation) {
    this.labels = labels;
    this.mean = mean;
    this.deviation = deviation;
  }

  @Override
  public void apply(float[] values, Block block) {
    if (labels.inBytes()) {
      bytes(labels.bytes(), values, block);
    } else {
      shorts(labels.shorts(), values, block);
    }
  }

  private void bytes(byte[] places, float[] values, Block block) {
    float[] m = mean;
    float[] s = deviation;
    int shift = block.from() - block.voxel();
    for (int i = block.voxel(), end = i + block.count(); i < end; i++) {
      int place = places[i] & 0xff;
      values[i + shift] = m[place] + s[place] * values[i + shift];
    }
  }

  private void shorts(short[] places, float[] values, Block block) {
    float[] m = mean;
    float[] s = deviation;
    int shift = block.from() - block.voxel();
    for (int i = block.voxel(), end = i + block.count(); i < end; i++) {
      int place = places[i] & 0xffff;
      values[i + shift] = m[place] + s[place] * values[i + shift];
    }
  }
}
