package org.variegate.randomizer.intensity;

import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;

/** What a tissue's mean and standard deviation are drawn from. */
record Prior(Distribution mean, Distribution deviation) {

  static Prior parse(String meanKey, String mean, String deviationKey, String deviation) {
    return new Prior(
        Distribution.parse(meanKey, mean), Distribution.parse(deviationKey, deviation, 0));
  }

  float drawMean(Draws tissue) {
    return (float) tissue.sample("mean", mean);
  }

  float drawDeviation(Draws tissue) {
    return (float) tissue.sample("deviation", deviation);
  }
}
