package org.variegate.species.quadruped.anatomy;

import org.variegate.scene.Genome;

/**
 * What a genome comes to at its age and weight. Lengths in units in which hip and shoulder of a
 * trunk of 1 are {@value #TRUNK} apart; what lies in the head in radii of the skull.
 */
public final class Traits {
  /** From hip to shoulder. */
  public static final double TRUNK = 0.72;

  private final Genome genome;
  private final boolean cat;
  private final double young;
  private final double fat;

  public Traits(Genome genome, boolean cat) {
    this.genome = genome;
    this.cat = cat;
    young = 1 - genome.gene("age");
    fat = genome.gene("fat");
  }

  public boolean cat() {
    return cat;
  }

  /** 0 for an adult, 1 for a newborn. */
  public double young() {
    return young;
  }

  /** -1 for the thin, 1 for the fat. */
  public double fat() {
    return fat;
  }

  /** A gene as it is. */
  public double gene(String name) {
    return genome.gene(name);
  }

  /** A gene that counts things. */
  public int index(String name) {
    return (int) genome.gene(name);
  }

  /** A gene as age and weight change it. */
  public double of(String name) {
    double g = genome.gene(name);
    return switch (name) {
      case "head" -> g * (1 + (cat ? 0.30 : 0.36) * young);
      case "leg" -> g * (1 - 0.20 * young);
      case "trunk" -> g * (1 - 0.06 * young);
      case "muzzle" -> g * (1 - (cat ? 0.2 : 0.42) * young);
      case "neck" -> g * (1 - 0.25 * young);
      case "tail" -> g * (1 - 0.35 * young);
      case "paw", "bone" -> g * (1 + 0.16 * young);
      case "eye" -> g * (1 + 0.12 * young);
      case "lid" -> Math.min(0.95, g * (1 + 0.12 * young));
      case "belly" -> g * (1 + 0.12 * young + (fat > 0 ? 0.38 : 0.12) * fat);
      case "chest" -> g * (1 + (fat > 0 ? 0.16 : 0.05) * fat);
      case "pelvis", "thigh" -> g * (1 + 0.15 * fat);
      case "neckWidth", "cheek" -> g * (1 + 0.12 * fat);
      default -> g;
    };
  }

  /** Height at the withers in m. */
  public double height() {
    return genome.gene("height") * (1 - 0.58 * young);
  }
}
