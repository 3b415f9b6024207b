package org.variegate.formats;

/** What becomes of a voxel whose label is not in the legend. */
public enum UnknownLabels {
  /** The file is refused. */
  FAIL,
  /** It becomes the legend's first entry. */
  BACKGROUND
}
