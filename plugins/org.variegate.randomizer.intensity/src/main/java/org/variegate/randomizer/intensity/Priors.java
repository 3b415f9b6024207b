package org.variegate.randomizer.intensity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.variegate.draws.NearestName;

/** What each tissue's mean and standard deviation are drawn from. */
final class Priors {
  private final Prior ordinary;
  private final Background background;
  private final Map<String, Prior> special = new LinkedHashMap<>();

  /**
   * Reads the priors of single tissues.
   *
   * @param ordinary of a tissue that is not named
   * @param background of the tissue of the legend's first entry, if it is not named
   * @param tissues each {@code name: mean; deviation} or {@code name: mean}, or blank
   * @throws IllegalArgumentException if one is of another form, or names a tissue for the second
   *     time
   */
  Priors(Prior ordinary, Background background, String... tissues) {
    this.ordinary = ordinary;
    this.background = background;
    for (String text : tissues) {
      if (!text.isBlank()) {
        add(text);
      }
    }
  }

  private void add(String text) {
    int colon = text.indexOf(':');
    String name = text.substring(0, Math.max(0, colon)).strip();
    String[] laws = text.substring(colon + 1).split(";", -1);
    if (name.isEmpty() || laws.length > 2) {
      throw new IllegalArgumentException(
          "tissues: needs 'tissue: mean; deviation', got '" + text + "'");
    }
    Prior mean = Prior.parse("tissues", laws[0], "tissues", laws.length == 2 ? laws[1] : "0");
    Prior prior = laws.length == 2 ? mean : new Prior(mean.mean(), ordinary.deviation());
    if (special.putIfAbsent(name, prior) != null) {
      throw new IllegalArgumentException("tissues: needs each tissue once, got two of " + name);
    }
  }

  /**
   * Draws all tissues' means and standard deviations.
   *
   * @param tissues the legend's
   * @param mean receives them, by number of tissue
   * @param deviation receives them, by number of tissue
   * @throws IllegalArgumentException if a prior is for a tissue that is not in the legend
   */
  void draw(TissueDraws tissues, float[] mean, float[] deviation) {
    for (String name : special.keySet()) {
      if (!tissues.names().contains(name)) {
        throw new IllegalArgumentException(
            "tissues: the legend has no tissue '"
                + name
                + "', "
                + NearestName.hint(name, tissues.names()));
      }
    }
    for (int i = 0; i < mean.length; i++) {
      String name = tissues.names().get(i);
      Prior prior = special.getOrDefault(name, ordinary);
      if (i == tissues.background() && !special.containsKey(name)) {
        if (background.isZero(tissues.stage())) {
          continue;
        }
        prior = background.prior(tissues.stage(), ordinary);
      }
      mean[i] = prior.drawMean(tissues.of(i));
      deviation[i] = prior.drawDeviation(tissues.of(i));
    }
  }
}
