package org.variegate.species.quadruped;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.variegate.scene.Species;

/** Dogs of every breed in the table. */
@Component(service = Species.class, property = Species.PROPERTY + "=dog")
public final class Dog extends Quadruped {

  @Activate
  public Dog() {
    super("dog.breeds", false);
  }
}
