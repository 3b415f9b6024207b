package org.variegate.tck;

import java.util.Map;
import java.util.function.Supplier;
import org.variegate.api.Randomizer;

/** A plugin that keeps every rule passes the contract. */
class GainTest implements RandomizerContract {

  @Override
  public Randomizer stage() {
    return new Gain(Options.of(Gain.Config.class));
  }

  @Override
  public Map<String, Supplier<? extends Randomizer>> refused() {
    return Map.of(
        "factor=-1", () -> new Gain(Options.of(Gain.Config.class, "factor", "-1")),
        "offset=1/0",
            () -> new Gain(Options.of(Gain.Config.class, "offset", Double.POSITIVE_INFINITY)));
  }
}
