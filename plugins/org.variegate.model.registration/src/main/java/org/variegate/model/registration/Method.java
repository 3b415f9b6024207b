package org.variegate.model.registration;

import java.util.List;
import java.util.Map;
import org.variegate.model.registration.field.Found;
import org.variegate.unet.UNet;

/** How a network is used to register. */
interface Method {

  /** The network. */
  UNet net();

  /** Does what can be done before a step. */
  default Pair prepared(Pair pair) {
    return pair;
  }

  /**
   * A step of learning.
   *
   * @param batch of pairs
   * @param rate of learning
   * @return the loss before it
   */
  double train(List<Pair> batch, double rate);

  /** Registers a pair. */
  Found find(Pair pair);

  /** What it is, for the model's card. */
  Map<String, Object> describe();
}
