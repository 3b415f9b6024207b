package org.variegate.api.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AffineTest {

  @Test
  void negativeZeroIsZero() {
    Affine negative = Affine.of(1, -0.0, 0, -0.0, 0, 1, 0, 0, 0, 0, 1, 0);
    assertEquals(Affine.IDENTITY, negative);
    assertEquals(Affine.IDENTITY.hashCode(), negative.hashCode());
    Affine mirror = Affine.scaling(-1, 1, 1);
    assertEquals(Affine.IDENTITY, mirror.after(mirror));
    assertEquals(mirror, mirror.inverse());
  }
}
