package org.variegate.api.volume;

/**
 * An entry of a legend.
 *
 * @param id the label's number in files
 * @param name what it is, {@code left hippocampus}
 * @param tissue the class whose intensity it shares; labels of one class look alike
 * @param partner the id of the same structure on the other side, or its own id
 * @param target the id it has in the annotation that a network learns from
 */
public record Label(int id, String name, String tissue, int partner, int target) {

  /**
   * A label of which only the number is known: a class, a partner and a target of its own.
   *
   * @param id its number in files
   * @return the label
   */
  public static Label plain(int id) {
    return new Label(id, "label " + id, "label " + id, id, id);
  }
}
