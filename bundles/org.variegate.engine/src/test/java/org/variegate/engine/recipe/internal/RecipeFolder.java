package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;
import org.variegate.engine.recipe.RecipeReader;

/** A folder with the recipes of a test. */
record RecipeFolder(Path folder) {
  private static final RecipeReader READER = new RecipeReader(ListedPlugins.ALL);

  RecipeFolder write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Recipe read(String name, String... assignments) throws RecipeException {
    return READER.read(folder.resolve(name), List.of(assignments));
  }

  /** The message of the refusal, with paths relative to the folder. */
  String refusal(String name, String... assignments) {
    String message =
        assertThrows(RecipeException.class, () -> read(name, assignments)).getMessage();
    return message.replace(folder + "/", "");
  }
}
