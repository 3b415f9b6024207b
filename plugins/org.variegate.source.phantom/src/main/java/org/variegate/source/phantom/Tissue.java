package org.variegate.source.phantom;

import java.util.ArrayList;
import java.util.List;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;

/**
 * What the head is made of; the ordinal is the place in the legend. Numbers are those of
 * FreeSurfer's colour table where it has one for the structure.
 */
enum Tissue {
  BACKGROUND(0, "background", false),
  CSF(24, "cerebrospinal fluid", true),
  THIRD_VENTRICLE(14, "third ventricle", true),
  FOURTH_VENTRICLE(15, "fourth ventricle", true),
  BRAINSTEM(16, "brainstem", true),
  SKIN(118, "skin", false),
  FAT(125, "fat", false),
  MUSCLE(123, "muscle", false),
  BONE(121, "cortical bone", false),
  MARROW(129, "bone marrow", false),
  LEFT_WHITE(2, "left cerebral white matter", true),
  LEFT_CORTEX(3, "left cerebral cortex", true),
  LEFT_VENTRICLE(4, "left lateral ventricle", true),
  LEFT_CEREBELLAR_WHITE(7, "left cerebellar white matter", true),
  LEFT_CEREBELLAR_CORTEX(8, "left cerebellar cortex", true),
  LEFT_THALAMUS(10, "left thalamus", true),
  LEFT_CAUDATE(11, "left caudate", true),
  LEFT_PUTAMEN(12, "left putamen", true),
  LEFT_PALLIDUM(13, "left pallidum", true),
  LEFT_HIPPOCAMPUS(17, "left hippocampus", true),
  LEFT_AMYGDALA(18, "left amygdala", true),
  LEFT_EYE(134, "left eye", false),
  RIGHT_WHITE(41, "right cerebral white matter", true),
  RIGHT_CORTEX(42, "right cerebral cortex", true),
  RIGHT_VENTRICLE(43, "right lateral ventricle", true),
  RIGHT_CEREBELLAR_WHITE(46, "right cerebellar white matter", true),
  RIGHT_CEREBELLAR_CORTEX(47, "right cerebellar cortex", true),
  RIGHT_THALAMUS(49, "right thalamus", true),
  RIGHT_CAUDATE(50, "right caudate", true),
  RIGHT_PUTAMEN(51, "right putamen", true),
  RIGHT_PALLIDUM(52, "right pallidum", true),
  RIGHT_HIPPOCAMPUS(53, "right hippocampus", true),
  RIGHT_AMYGDALA(54, "right amygdala", true),
  RIGHT_EYE(234, "right eye", false);

  /** The legend of every phantom. */
  static final Legend LEGEND = legend();

  private final int id;
  private final String text;
  private final boolean target;

  Tissue(int id, String text, boolean target) {
    this.id = id;
    this.text = text;
    this.target = target;
  }

  /** The place in the legend. */
  byte place() {
    return (byte) ordinal();
  }

  /** Whether it is a ventricle of the brain. */
  boolean isVentricle() {
    return text.endsWith("ventricle");
  }

  /** Whether it is one of the grey structures within the brain, whose size and place vary. */
  boolean isNucleus() {
    Tissue left = ordinal() < RIGHT_WHITE.ordinal() ? this : partner();
    return left.ordinal() >= LEFT_THALAMUS.ordinal() && left.ordinal() <= LEFT_AMYGDALA.ordinal();
  }

  /** The same structure on the other side, or itself. */
  Tissue partner() {
    int sides = RIGHT_WHITE.ordinal() - LEFT_WHITE.ordinal();
    if (ordinal() < LEFT_WHITE.ordinal()) {
      return this;
    }
    return values()[ordinal() < RIGHT_WHITE.ordinal() ? ordinal() + sides : ordinal() - sides];
  }

  /** The set of some tissues, one bit each. */
  static long set(Tissue... tissues) {
    long set = 0;
    for (Tissue tissue : tissues) {
      set |= 1L << tissue.ordinal() | 1L << tissue.partner().ordinal();
    }
    return set;
  }

  private static Legend legend() {
    List<Label> labels = new ArrayList<>();
    for (Tissue t : values()) {
      String tissue = t.text.replaceFirst("^(left|right) ", "");
      labels.add(new Label(t.id, t.text, tissue, t.partner().id, t.target ? t.id : 0));
    }
    return new Legend(labels);
  }
}
