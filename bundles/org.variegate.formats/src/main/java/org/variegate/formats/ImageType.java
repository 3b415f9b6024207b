package org.variegate.formats;

/** What an image's values become in a file. */
public enum ImageType {
  /** As they are. */
  FLOAT32,
  /** 65,536 steps from the image's smallest value to its largest. */
  INT16,
  /** 256 steps from the image's smallest value to its largest. */
  UINT8
}
