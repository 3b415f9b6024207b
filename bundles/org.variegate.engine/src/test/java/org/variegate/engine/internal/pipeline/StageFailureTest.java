package org.variegate.engine.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class StageFailureTest {
  @Test
  void wordsThatAStageChoseStandAlone() {
    var unreadable = new UncheckedIOException("a.nii: is cut off", new IOException("end"));
    assertEquals("maps: a.nii: is cut off", StageFailure.line("maps", unreadable));
    assertEquals(
        "maps: path: needs one",
        StageFailure.line("maps", new IllegalArgumentException("path: needs one")));
    assertEquals(
        "maps: ArithmeticException: / by zero",
        StageFailure.line("maps", new ArithmeticException("/ by zero")));
    assertEquals("maps: RuntimeException", StageFailure.line("maps", new RuntimeException()));
  }

  /** Names of files may hold anything. */
  @Test
  void whatTerminalsObeyIsLeftOut() {
    var odd = new IllegalArgumentException("a\n  b\u001b[31m\u009bc\u2028d\0: is none");
    assertEquals("maps: a b [31m c d : is none", StageFailure.line("maps", odd));
  }
}
