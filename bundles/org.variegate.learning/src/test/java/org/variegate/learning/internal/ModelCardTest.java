package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.learning.Trained;

class ModelCardTest {
  @TempDir Path temporary;

  @Test
  void isWrittenForPeople() throws Exception {
    Trainings trainings = new Trainings(temporary);
    Trained trained = trainings.train("lines", 1);
    try (ModelFolder folder = ModelFolder.take(temporary.resolve("lines"), "recipe\n")) {
      ModelCard card = new ModelCard(folder.path());
      card.describe(Map.of("classes", Map.of("1", "cat|kitten"), "sizes", List.of(64, 32)));
      card.write("lines", folder.last(), folder.checkpoint(trained.best()).network());
    }
    String text = Files.readString(temporary.resolve("lines").resolve(ModelCard.NAME));
    assertTrue(text.contains("| classes | 1 cat\\|kitten |\n"), text);
    assertTrue(text.contains("| sizes | 64, 32 |\n"), text);
    assertTrue(text.contains("| state | after step " + trained.best() + " of 39 |\n"), text);
  }
}
