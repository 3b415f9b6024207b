package org.variegate.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void findsTheInnermostCause() {
    String trace =
        "java.lang.reflect.InvocationTargetException\n"
            + "\tat x.y(Z.java:1)\n"
            + "Caused by: java.lang.IllegalArgumentException: sigma: needs a number, got x: y\n"
            + "\tat a.b(C.java:2)\n\t... 12 more\n";
    assertEquals("sigma: needs a number, got x: y", Diagnosis.message(trace));
    assertEquals(
        "NoClassDefFoundError: a/b",
        Diagnosis.message("java.lang.NoClassDefFoundError: a/b\n\tat x.y(Z.java:1)"));
    assertEquals(
        "NullPointerException", Diagnosis.message("java.lang.NullPointerException\n\tat x.y(Z)"));
    assertEquals("something else", Diagnosis.message("something else\nand more"));
  }

  @Test
  void prefersWhatThePluginSaysOfAnOptionToItsCause() {
    String trace =
        "java.lang.reflect.InvocationTargetException\n"
            + "Caused by: java.lang.IllegalArgumentException: path: needs a file, got none.nii\n"
            + "\tat a.b(C.java:2)\n"
            + "Caused by: java.nio.file.NoSuchFileException: none.nii\n\t... 12 more\n";
    assertEquals("path: needs a file, got none.nii", Diagnosis.message(trace));
  }
}
