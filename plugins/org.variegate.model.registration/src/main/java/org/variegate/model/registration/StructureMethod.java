package org.variegate.model.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.space.Affine;
import org.variegate.unet.Softmax;
import org.variegate.unet.UNet;

/**
 * A network looks at each image by itself and says which share each target has of each block;
 * registration is then one of equal contrasts (Siebert et al. 2021): an affine map of the targets'
 * middles, and a velocity that is fitted to their shares.
 *
 * @param options of the model
 * @param net with a channel for each voxel of a block
 * @param targets names by number, of its outputs in that order
 */
record StructureMethod(Settings options, UNet net, SortedMap<Integer, String> targets)
    implements Method {
  private static final double STIFFNESS = 0.1;

  static UNet create(Settings options, SortedMap<Integer, String> targets, long seed) {
    return new UNet(options.structureShape(targets.size()), seed);
  }

  @Override
  public double train(List<Pair> batch, double rate) {
    Blocks blocks = options.blocks(batch.get(0).size());
    int image = blocks.whole().voxels();
    float[] inputs = new float[2 * image * batch.size()];
    float[][] truth = new float[2 * batch.size()][];
    for (int i = 0; i < batch.size(); i++) {
      Pair pair = batch.get(i);
      options.requireFit(pair.size(), blocks);
      options.requireFit(pair.moving().size(), blocks);
      int[] places = places(pair.targets());
      blocks.split(pair.fixed().values(), inputs, 2 * i * image);
      blocks.split(pair.moving().values(), inputs, (2 * i + 1) * image);
      truth[2 * i] = blocks.shares(pair.fixedLabels(), places, targets.size());
      truth[2 * i + 1] = blocks.shares(pair.movingLabels(), places, targets.size());
    }
    return net.step(blocks.coarse().toArray(), inputs, new ShareLoss(truth, weighs()), rate);
  }

  /** Where a pair's targets stand among the network's. */
  private int[] places(SortedMap<Integer, String> data) {
    int[] places = new int[data.size()];
    int at = 0;
    for (int number : data.keySet()) {
      if (!targets.containsKey(number)) {
        throw new IllegalArgumentException(
            "targets: the network knows " + targets + ", the data have " + data);
      }
      places[at++] = targets.headMap(number).size();
    }
    return places;
  }

  private boolean[] weighs() {
    boolean[] weighs = new boolean[targets.size()];
    int place = 0;
    for (int number : targets.keySet()) {
      weighs[place++] = number != 0;
    }
    return weighs;
  }

  @Override
  public Found find(Pair pair) {
    Shares fixed = shares(pair.fixed());
    Shares moving = shares(pair.moving());
    Blocks blocks = fixed.blocks();
    float[] here = fixed.counting();
    Affine start = start(pair, fixed, moving, here);
    ShareDice rough = dice(blocks, here, moving.brought(blocks, start));
    Affine better = new ShareAffine(blocks.coarse(), rough, STIFFNESS).find();
    Affine voxels = blocks.toVoxels().after(better).after(blocks.toVoxels().inverse());
    Affine affine = start.after(voxels);
    ShareDice dice = dice(blocks, here, moving.brought(blocks, affine));
    Fitting fitting = new Fitting(options.iterations(), options.steps(), options.lambda());
    float[] velocity = fitting.of(dice, blocks.coarse());
    return new Found(pair.grid(), pair.toWorld(affine), options.displacement(blocks, velocity));
  }

  /** Whichever brings the shares closer: the images' map, or that of the targets' middles. */
  private Affine start(Pair pair, Shares fixed, Shares moving, float[] here) {
    Blocks blocks = fixed.blocks();
    Affine initial = pair.toMovingVoxels(pair.initial());
    Optional<Affine> middles = LandmarkAffine.robust(weighs(), fixed.centres(), moving.centres());
    double least = atRest(dice(blocks, here, moving.brought(blocks, initial)), blocks);
    return middles
        .filter(map -> atRest(dice(blocks, here, moving.brought(blocks, map)), blocks) < least)
        .orElse(initial);
  }

  private static ShareDice dice(Blocks blocks, float[] fixed, float[] moving) {
    return new ShareDice(blocks.coarse(), fixed, moving);
  }

  private static double atRest(ShareDice dice, Blocks blocks) {
    float[] none = new float[3 * blocks.coarse().voxels()];
    return dice.of(none, none.clone());
  }

  private Shares shares(Level image) {
    Blocks blocks = options.blocks(image.size());
    float[] inputs = new float[blocks.whole().voxels()];
    blocks.split(image.values(), inputs, 0);
    float[] outputs = net.outputs(blocks.coarse().toArray(), inputs);
    Softmax.apply(outputs, 1, targets.size());
    return new Shares(blocks, weighs(), outputs);
  }

  @Override
  public Map<String, Object> describe() {
    return Map.of("targets", new TreeMap<>(targets), "iterations", options.iterations());
  }
}
