package org.variegate.source.phantom;

import java.util.Map;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.LabelMap;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.tck.Fixtures;
import org.variegate.tck.HeapArena;

/** Phantoms to look at. */
final class Heads {
  private Heads() {}

  static LabelMap open(Phantom phantom, long index, Map<String, String> overrides) {
    Sample sample = Fixtures.empty().get(0).open(index, HeapArena.zeroed());
    phantom.open(sample, new SampleDraws(11, index, new DrawRecord(), new Overrides(overrides)));
    return sample.get(Part.LABELS);
  }

  static int count(LabelMap map, Tissue tissue) {
    return counts(map)[tissue.ordinal()];
  }

  static int[] counts(LabelMap map) {
    int[] counts = new int[Tissue.values().length];
    for (byte place : map.bytes()) {
      counts[place]++;
    }
    return counts;
  }
}
