package org.variegate.scene;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A species whose meshes take so much longer to grow than to read that they are worth keeping. It
 * is registered as a {@link Species}.
 */
@ConsumerType
public interface RegrowingSpecies extends Species {

  /**
   * Makes an individual about a mesh that was kept since it was grown.
   *
   * @param genome of this species
   * @param mesh as the same species of the same version grew it of this genome, {@linkplain
   *     PackedMesh rounded}; it is lent
   * @return what {@link #grow} gives, to the last bit, but for the mesh
   */
  Model regrow(Genome genome, Mesh mesh);
}
