package org.variegate.tests;

/** Recipes that are done quickly. */
final class Recipes {
  private Recipes() {}

  /** Small planes of random shapes, written as NIfTI. */
  static String shapes(long samples, int samplesPerShard) {
    return """
        name: shapes
        seed: 5
        samples: %d
        source:
          shapes: {size: [48, 48, 1]}
        stages:
          - intensity: {}
          - mri: {}
          - noise: {}
        sink:
          nifti: {directory: out, samplesPerShard: %d}
        """
        .formatted(samples, samplesPerShard);
  }

  /** Small heads through the stages of the quickstart. */
  static String heads(long samples) {
    return """
        name: heads
        seed: 7
        samples: %d
        source:
          phantom: {size: [40, 40, 40], spacing: 5.5}
        stages:
          - deformation: {}
          - flip: {}
          - intensity: {}
          - mri: {}
          - bias-field: {}
          - normalize: {}
          - gamma: {}
          - resolution: {}
          - noise: {}
        sink:
          nifti: {directory: out, samplesPerShard: 3}
        """
        .formatted(samples);
  }
}
