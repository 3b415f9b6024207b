package org.variegate.source.breeds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.variegate.api.Arena;
import org.variegate.scene.Genome;
import org.variegate.scene.PackedMesh;
import org.variegate.scene.PackedModel;
import org.variegate.scene.RegrowingSpecies;

/** Individuals whose meshes are kept in a folder from one run to the next. */
final class Kept {
  private final MeshFolder folder;
  private final Map<Class<?>, byte[]> codes = new ConcurrentHashMap<>();

  Kept(Path folder, long capacity) {
    this.folder = new MeshFolder(folder, capacity);
  }

  /** An individual, grown unless its mesh is there. */
  PackedModel grow(RegrowingSpecies species, Genome genome, Arena arena) {
    String name = name(species.getClass(), genome);
    Optional<PackedMesh> mesh = folder.read(name);
    if (mesh.isPresent()) {
      return PackedModel.of(species.regrow(genome, mesh.get().unpack(arena)), mesh.get());
    }
    PackedModel model = PackedModel.of(species.grow(genome));
    model.mesh().ifPresent(grown -> folder.keep(name, grown));
    return model;
  }

  /** SHA-256 of the code that grows it and of its genome. */
  private String name(Class<?> species, Genome genome) {
    MessageDigest digest = digest();
    digest.update(codes.computeIfAbsent(species, Kept::code));
    add(digest, species.getName());
    add(digest, genome.breed());
    genome
        .genes()
        .forEach(
            (gene, value) -> {
              add(digest, gene);
              digest.update(ByteBuffer.allocate(8).putDouble(0, value).array());
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] code(Class<?> species) {
    MessageDigest digest = digest();
    CodeHash.add(digest, species);
    return digest.digest();
  }

  /** With its length, so that no two lists of words are alike. */
  private static void add(MessageDigest digest, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
