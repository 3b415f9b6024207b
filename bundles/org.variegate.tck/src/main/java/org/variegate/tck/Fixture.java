package org.variegate.tck;

import java.util.function.Consumer;
import org.variegate.api.Arena;
import org.variegate.api.Sample;
import org.variegate.raster.LatticeResampler;

/**
 * What a sample holds before the stage under test.
 *
 * @param name told when a rule is broken on it
 * @param contents puts the parts; called for each sample anew, and always puts the same
 */
public record Fixture(String name, Consumer<Sample> contents) {

  /**
   * A sample with these contents, whose buffers are zeroed.
   *
   * @return the sample
   */
  public Sample open() {
    return open(0, HeapArena.zeroed());
  }

  /**
   * A sample with these contents.
   *
   * @param index the sample's
   * @param arena lends its buffers
   * @return the sample
   */
  public Sample open(long index, Arena arena) {
    Sample sample = new Sample(index, new LatticeResampler(), arena);
    contents.accept(sample);
    return sample;
  }

  @Override
  public String toString() {
    return name;
  }
}
