package org.variegate.model.registration.affine;

import java.util.Locale;
import org.variegate.api.space.Affine;

/** How the moving view is brought roughly onto the fixed one, by both images alone. */
public enum Initialization {
  /** As they lie in the world. */
  NONE {
    @Override
    public Affine of(Level fixed, Level moving) {
      return Affine.IDENTITY;
    }
  },
  /** By the middles of what is unlike the background. */
  CENTER {
    @Override
    public Affine of(Level fixed, Level moving) {
      return AffineSearch.centres(fixed, moving);
    }
  },
  /** By mutual information. */
  AFFINE {
    @Override
    public Affine of(Level fixed, Level moving) {
      return AffineSearch.of(fixed, moving);
    }
  };

  /** From points of the fixed image in mm to points of the moving one. */
  public abstract Affine of(Level fixed, Level moving);

  public static Initialization of(String key, String name) {
    for (Initialization one : values()) {
      if (one.toString().equals(name)) {
        return one;
      }
    }
    throw new IllegalArgumentException(key + ": needs none, center or affine, got " + name);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
