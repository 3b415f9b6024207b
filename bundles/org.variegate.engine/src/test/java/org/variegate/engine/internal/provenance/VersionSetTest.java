package org.variegate.engine.internal.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionSetTest {
  private static final BundleVersion A = new BundleVersion("a", "1.0.0", "a".repeat(64));
  private static final BundleVersion B = new BundleVersion("b", "1.0.0", "b".repeat(64));
  private static final BundleVersion C = new BundleVersion("b", "1.1.0", "c".repeat(64));

  private static VersionSet set(BundleVersion noise, BundleVersion library) {
    Map<String, BundleVersion> stages = new LinkedHashMap<>();
    stages.put("shapes", A);
    stages.put("noise", noise);
    stages.put("blur", noise);
    return VersionSet.of(stages, Map.of(library.bundle(), library));
  }

  @Test
  void isNamedByItsContent() {
    assertEquals(set(B, A), set(B, A));
    assertEquals(12, set(B, A).id().length());
    assertNotEquals(set(B, A).id(), set(C, A).id());
    assertNotEquals(set(B, B).id(), set(B, C).id());
  }

  @Test
  void saysWhatWasReplaced() {
    assertEquals(
        "b 1.0.0 bbbbbbbbbbbb by b 1.1.0 cccccccccccc in noise, blur",
        set(B, A).replacedBy(set(C, A)));
    assertEquals(
        "b 1.0.0 bbbbbbbbbbbb by b 1.1.0 cccccccccccc in b", set(A, B).replacedBy(set(A, C)));
  }
}
