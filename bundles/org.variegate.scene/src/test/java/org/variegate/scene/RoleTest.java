package org.variegate.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void optionsNameRoles() {
    assertEquals(
        EnumSet.complementOf(EnumSet.of(Role.SUBJECT)), Role.named("target", "surroundings"));
    assertEquals(
        EnumSet.of(Role.GROUND, Role.SURROUNDING), Role.named("target", "walls", "ground"));
    assertEquals(
        EnumSet.allOf(Role.class),
        Role.named("x", "subject", "ground", "walls", "occluders", "distractors"));
  }

  @Test
  void othersAndNoneAreRefused() {
    assertEquals(
        "target: needs surroundings, ground, walls, occluders, distractors or subject, got sky",
        assertThrows(IllegalArgumentException.class, () -> Role.named("target", "ground", "sky"))
            .getMessage());
    assertEquals(
        "target: needs at least one, got none",
        assertThrows(IllegalArgumentException.class, () -> Role.named("target")).getMessage());
  }
}
