package org.variegate.engine.recipe;

import java.nio.file.Path;
import java.util.List;
import org.variegate.engine.recipe.internal.RecipeBuilder;

/**
 * Reads recipes: YAML 1.2, its includes and parameters, checked against the installed plugins.
 *
 * <p>In text, {@code ${name}} stands for a parameter, {@code ${recipe}} for the folder of the file
 * in which it is written, and {@code $${name}} for itself without the first dollar.
 */
public final class RecipeReader {
  private final PluginCatalog catalog;

  /**
   * Reads against a catalog.
   *
   * @param catalog the plugins that recipes may name
   */
  public RecipeReader(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a recipe from a file.
   *
   * @param file as the user typed it
   * @param assignments {@code key=value}: a declared parameter, or a path such as {@code
   *     stages.noise.sigma}; later ones win
   * @return the recipe
   * @throws RecipeException what is wrong first
   */
  public Recipe read(Path file, List<String> assignments) throws RecipeException {
    return RecipeBuilder.build(catalog, file, null, assignments);
  }

  /**
   * Reads a recipe from text, such as {@link Recipe#resolved()}.
   *
   * @param text YAML
   * @param file where it stands, for messages and relative includes
   * @param assignments as for a file
   * @return the recipe
   * @throws RecipeException what is wrong first
   */
  public Recipe read(String text, Path file, List<String> assignments) throws RecipeException {
    return RecipeBuilder.build(catalog, file, text, assignments);
  }
}
