package org.variegate.api;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Receives the encoded bytes of one sample. */
@ProviderType
public interface Members {

  /**
   * Begins a member.
   *
   * @param name letters, digits, dashes and dots, such as {@code image.nii.gz}; unique in the
   *     sample
   * @return takes its bytes until closed; the sample's members are written one after another
   * @throws IOException if it cannot be begun
   */
  OutputStream create(String name) throws IOException;
}
