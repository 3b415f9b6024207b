package org.variegate.scene;

import java.util.EnumSet;
import java.util.Set;

/** What an instance is in the scene for. */
public enum Role {
  /** What the picture is of: it has a class. */
  SUBJECT,
  /** What the subject stands on. */
  GROUND,
  /** Walls and whatever else stands around without a class. */
  SURROUNDING,
  /** May stand between the camera and the subject. */
  OCCLUDER,
  /** Stands elsewhere. */
  DISTRACTOR;

  /**
   * The roles that an option names.
   *
   * @param key the option; errors begin with it
   * @param names any of surroundings (all but subjects), ground, walls, occluders, distractors and
   *     subject
   * @return at least one
   * @throws IllegalArgumentException if there is none or another
   */
  public static Set<Role> named(String key, String... names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      switch (name) {
        case "surroundings" -> roles.addAll(EnumSet.complementOf(EnumSet.of(SUBJECT)));
        case "ground" -> roles.add(GROUND);
        case "walls" -> roles.add(SURROUNDING);
        case "occluders" -> roles.add(OCCLUDER);
        case "distractors" -> roles.add(DISTRACTOR);
        case "subject" -> roles.add(SUBJECT);
        default ->
            throw new IllegalArgumentException(
                key
                    + ": needs surroundings, ground, walls, occluders, distractors or subject, got "
                    + name);
      }
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(key + ": needs at least one, got none");
    }
    return roles;
  }
}
