package org.variegate.model.registration;

import java.util.List;
import java.util.Map;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Found;
import org.variegate.unet.UNet;

/**
 * A network looks at both images at once and says the velocity (Hoffmann et al. 2022).
 *
 * @param options of the model
 * @param net with a channel for each voxel of a block of either image
 */
record VelocityMethod(Settings options, UNet net) implements Method {

  static UNet create(Settings options, long seed) {
    return new UNet(options.velocityShape(), seed);
  }

  @Override
  public Pair prepared(Pair pair) {
    pair.initial();
    return pair;
  }

  @Override
  public double train(List<Pair> batch, double rate) {
    Blocks blocks = options.blocks(batch.get(0).size());
    for (Pair pair : batch) {
      options.requireFit(pair.size(), blocks);
    }
    Objective objective = new Objective(batch, blocks, options.steps(), options.lambda());
    return net.step(blocks.coarse().toArray(), inputs(batch, blocks), objective, rate);
  }

  private static float[] inputs(List<Pair> pairs, Blocks blocks) {
    int image = blocks.whole().voxels();
    float[] inputs = new float[2 * image * pairs.size()];
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      blocks.split(pair.brought(pair.initial()), inputs, 2 * i * image);
      blocks.split(pair.fixed().values(), inputs, (2 * i + 1) * image);
    }
    return inputs;
  }

  @Override
  public Found find(Pair pair) {
    Blocks blocks = options.blocks(pair.size());
    float[] outputs = net.outputs(blocks.coarse().toArray(), inputs(List.of(pair), blocks));
    float[] velocity = new float[3 * blocks.coarse().voxels()];
    Velocity.read(outputs, 0, outputs.length, velocity);
    return new Found(pair.grid(), pair.initial(), options.displacement(blocks, velocity));
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of();
  }
}
