package org.variegate.synthesizer.mri;

import org.variegate.api.volume.Block;
import org.variegate.api.volume.BlockChange;
import org.variegate.draws.Noise;

/** Sets each voxel to a standard normal value of its own. */
record WhiteNoise(Noise field) implements BlockChange {

  @Override
  public void apply(float[] values, Block block) {
    field.gaussian(values, block.from(), block.count(), block.voxel());
  }
}
