package org.variegate.species.bike;

import org.variegate.scene.Species;
import org.variegate.tck.SpeciesContract;

class BikeTckTest implements SpeciesContract {

  @Override
  public Species species() {
    return new BikeSpecies();
  }
}
