package org.variegate.randomizer.texture;

import java.util.List;
import org.variegate.api.Cache;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;

/** All materials to choose from, each made when it is first asked for. */
final class Textures {
  private final List<Pattern> patterns;
  private final List<String> names;
  private final int variants;
  private final ImageFolder images;
  private final double imageProbability;
  private final Cache<String, Baked> cache;

  Textures(Texturing.Config config) {
    patterns = Catalog.of(config.materials());
    names = patterns.stream().map(Pattern::name).toList();
    variants = config.variants();
    if (variants < 1) {
      throw new IllegalArgumentException("variants: needs at least 1, got " + variants);
    }
    if (config.cache() < 0) {
      throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
    }
    double size = config.imageSize();
    if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("imageSize: needs a length above 0 m, got " + size);
    }
    imageProbability = Probability.require("imageProbability", config.imageProbability());
    images = config.images().length == 0 ? null : new ImageFolder(List.of(config.images()), size);
    cache = new Cache<>(config.cache() * 1_000_000L, Baked::bytes);
  }

  /** The variants of one dataset: its seed decides what they are. */
  Seeded of(Sample sample, Draws draws) {
    return new Seeded(sample, draws.shared("variants", 0).index("seed", Integer.MAX_VALUE));
  }

  /** The materials as one sample sees them. */
  final class Seeded {
    private final Sample sample;
    private final int seed;

    private Seeded(Sample sample, int seed) {
      this.sample = sample;
      this.seed = seed;
    }

    Baked choose(Draws draws) {
      if (images != null && draws.chance("image", imageProbability)) {
        return images.draw(sample, draws, cache);
      }
      int place = names.indexOf(draws.choose("material", names));
      int variant = draws.index("variant", variants);
      Pattern pattern = patterns.get(place);
      int own = Dice.hash(seed, pattern.name().hashCode(), variant);
      return cache.get(pattern.name() + " " + own, key -> Baked.of(pattern, own));
    }
  }
}
