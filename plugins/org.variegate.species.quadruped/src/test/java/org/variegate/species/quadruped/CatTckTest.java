package org.variegate.species.quadruped;

import org.variegate.scene.Species;
import org.variegate.tck.SpeciesContract;

class CatTckTest implements SpeciesContract {

  @Override
  public Species species() {
    return new Cat();
  }
}
