package org.variegate.randomizer.noise;

import org.variegate.api.volume.BlockChange;
import org.variegate.draws.Noise;

/** How noise comes into the image. */
enum Law {
  GAUSSIAN,
  RICIAN,
  NONCENTRAL_CHI;

  static Law parse(String text) {
    return switch (text) {
      case "gaussian" -> GAUSSIAN;
      case "rician" -> RICIAN;
      case "noncentral-chi" -> NONCENTRAL_CHI;
      default ->
          throw new IllegalArgumentException(
              "law: needs gaussian, rician or noncentral-chi, got " + text);
    };
  }

  BlockChange change(float sigma, int coils, Noise field) {
    return switch (this) {
      case GAUSSIAN -> new GaussianNoise(sigma, field);
      case RICIAN -> new MagnitudeNoise(sigma, 1, field);
      case NONCENTRAL_CHI -> new MagnitudeNoise(sigma, coils, field);
    };
  }
}
