package org.variegate.model.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.space.Affine;
import org.variegate.model.registration.affine.Level;
import org.variegate.model.registration.field.Blocks;
import org.variegate.model.registration.field.Found;
import org.variegate.model.registration.fit.Fitting;
import org.variegate.model.registration.fit.Refined;
import org.variegate.model.registration.fit.Shares;
import org.variegate.model.registration.measure.LocalCorrelation;
import org.variegate.model.registration.measure.Measure;
import org.variegate.model.registration.measure.ShareDice;
import org.variegate.model.registration.measure.ShareLoss;
import org.variegate.model.registration.measure.Sum;
import org.variegate.unet.Softmax;
import org.variegate.unet.UNet;

/**
 * A network looks at each image by itself and says which share each target has of each block; what
 * images of unlike contrast have in common is then known (Siebert et al. 2021). A velocity is
 * fitted to both: to the shares, and to the images themselves by their local correlation.
 *
 * @param options of the model
 * @param net with a channel for each voxel of a block
 * @param targets names by number, of its outputs in that order
 */
record StructureMethod(Settings options, UNet net, SortedMap<Integer, String> targets)
    implements Method {
  /** So that some voxels count where the network sees nothing. */
  private static final double LEAST = 1e-3;

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
        throw new IllegalArgumentException("targets: needs some of " + targets + ", got " + data);
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
    Blocks blocks = options.blocks(pair.size());
    Optional<Shares> fixed = asked() ? Optional.of(shares(pair.fixed())) : Optional.empty();
    List<Sum.Part> parts = new ArrayList<>();
    if (options.correlation() > 0) {
      Measure measure = new Refined(blocks, correlation(pair, fixed));
      parts.add(new Sum.Part(options.correlation(), measure));
    }
    if (options.overlap() > 0) {
      parts.add(new Sum.Part(options.overlap(), overlap(pair, fixed.orElseThrow())));
    }
    Fitting fitting = new Fitting(options.iterations(), options.steps(), options.lambda());
    float[] velocity = fitting.of(new Sum(parts), blocks.coarse());
    return new Found(pair.grid(), pair.initial(), options.displacement(blocks, velocity));
  }

  /** Whether anything depends on what the network says. */
  private boolean asked() {
    return options.overlap() > 0 || options.correlation() > 0 && options.background() < 1;
  }

  /** Of the images, by voxels: as much of each counts as the network sees of targets, at least. */
  private Measure correlation(Pair pair, Optional<Shares> fixed) {
    float[] weights = fixed.map(Shares::ofVoxels).orElseGet(() -> new float[pair.size().voxels()]);
    float rest = (float) Math.max(LEAST, options.background());
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights[i] + rest * (1 - weights[i]);
    }
    Level moved = new Level(pair.grid(), pair.brought(pair.initial()));
    return new LocalCorrelation(
        pair.size(), pair.fixed().unit().values(), moved.unit().values(), weights);
  }

  /** Of the shares that the network says, by blocks. */
  private Measure overlap(Pair pair, Shares fixed) {
    Blocks blocks = fixed.blocks();
    Affine toMoving = pair.toMovingVoxels(pair.initial());
    float[] moving = shares(pair.moving()).brought(blocks, toMoving);
    return new ShareDice(blocks.coarse(), fixed.counting(), moving);
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
    return Map.of(
        "targets", new TreeMap<>(targets),
        "iterations", options.iterations(),
        "correlation", options.correlation(),
        "overlap", options.overlap(),
        "background", options.background());
  }
}
