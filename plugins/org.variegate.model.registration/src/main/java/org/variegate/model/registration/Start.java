package org.variegate.model.registration;

import org.variegate.api.space.Affine;
import org.variegate.model.registration.affine.Initialization;
import org.variegate.model.registration.affine.Level;

/** The initialization of a pair, which is found when it is first asked for. */
final class Start {
  private final Initialization initialization;
  private Affine found;

  Start(Initialization initialization) {
    this.initialization = initialization;
  }

  synchronized Affine of(Level fixed, Level moving) {
    if (found == null) {
      found = initialization.of(fixed.unit(), moving.unit());
    }
    return found;
  }
}
