package org.variegate.species.quadruped;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.variegate.scene.Species;

/** Cats of every breed in the table. */
@Component(service = Species.class, property = Species.PROPERTY + "=cat")
public final class Cat extends Quadruped {

  @Activate
  public Cat() {
    super("cat.breeds", true);
  }
}
