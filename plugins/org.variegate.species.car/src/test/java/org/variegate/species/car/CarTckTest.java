package org.variegate.species.car;

import org.variegate.scene.Species;
import org.variegate.tck.SpeciesContract;

class CarTckTest implements SpeciesContract {

  @Override
  public Species species() {
    return new CarSpecies();
  }
}
