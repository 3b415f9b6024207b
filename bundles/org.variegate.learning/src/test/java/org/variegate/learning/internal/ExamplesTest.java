package org.variegate.learning.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void filesThatASourceShowsAreToldFromItsNotes() {
    assertTrue(Examples.isShown("labelmap/head 01.nii.gz", "labelmap"));
    assertTrue(Examples.isShown("mix.sources[1].scans/image a/legend", "mix"));
    assertTrue(Examples.isShown("images/legend.png", "images"));
    assertFalse(Examples.isShown("labelmap/legend", "labelmap"));
    assertFalse(Examples.isShown("labelmap/path", "labelmap"));
    assertFalse(Examples.isShown("sky/field.hdr", "labelmap"));
    assertFalse(Examples.isShown("targets/mapping", "labelmap"));
    assertFalse(Examples.isShown("pairs.fixed.targets/mapping", "pairs"));
  }
}
