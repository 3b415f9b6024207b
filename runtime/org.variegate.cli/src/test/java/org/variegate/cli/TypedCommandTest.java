package org.variegate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

  @Test
  void hasWhatTheRunWasGiven() {
    TypedCommand command =
        new TypedCommand(
            "./variegate",
            Path.of("my recipes/a.yaml"),
            List.of("labels=a.nii.gz", "stages.noise.sigma=uniform(0, 5)", "name=it's"),
            List.of(Path.of("drop")));
    assertEquals(
        "./variegate replay 'my recipes/a.yaml' 7 --set labels=a.nii.gz"
            + " --set 'stages.noise.sigma=uniform(0, 5)' --set 'name=it'\\''s' --plugins drop",
        command.replay(7));
  }
}
