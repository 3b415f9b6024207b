package org.variegate.randomizer.distractor;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.vecmath.Matrix4f;
import org.variegate.api.Cache;
import org.variegate.api.Sample;
import org.variegate.draws.Draws;
import org.variegate.draws.Probability;
import org.variegate.formats.FormatException;
import org.variegate.formats.FoundFile;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.gltf.Gltf;
import org.variegate.scene.shape.Placements;
import org.variegate.scene.shape.Volumes;

/** What distractors there are, each with a longest side of 1 m. */
final class Things {
  private static final long LARGEST = 256 << 20;

  private final Volumes volumes;
  private final List<FoundFile> files;
  private final String filesSha256;
  private final double probability;
  private final Cache<FoundFile, Loaded> cache;

  /** A model, and the hashes of its files by name. */
  private record Loaded(Model model, Map<String, String> inputs) {}

  Things(Distractor.Config config) {
    volumes = new Volumes("shapes", List.of(config.shapes()));
    probability = Probability.require("modelProbability", config.modelProbability());
    if (config.cache() < 0) {
      throw new IllegalArgumentException("cache: needs at least 0 MB, got " + config.cache());
    }
    files =
        config.models().length == 0
            ? List.of()
            : FoundFile.find("models", List.of(config.models()), ".glb", ".gltf");
    filesSha256 = FoundFile.sha256(files);
    cache = new Cache<>((long) config.cache() << 20, loaded -> loaded.model().bytes());
  }

  Model draw(Sample sample, Draws draws) {
    if (files.isEmpty() || !draws.chance("model", probability)) {
      return volumes.draw(draws);
    }
    Loaded loaded = cache.get(draws.choose("file", files), Things::load);
    sample.input("models", filesSha256);
    loaded.inputs().forEach(sample::input);
    return loaded.model();
  }

  private static Loaded load(FoundFile file) {
    try {
      Gltf gltf = Gltf.read(file.path(), LARGEST, Things::placing);
      return new Loaded(gltf.model(), gltf.hashes(file.name()));
    } catch (FormatException e) {
      throw new UncheckedIOException("models: " + e.getMessage(), e);
    }
  }

  private static Matrix4f placing(Mesh mesh) {
    float[] low = new float[3];
    float[] high = new float[3];
    float longest = 0;
    for (int c = 0; c < 3; c++) {
      low[c] = Float.POSITIVE_INFINITY;
      high[c] = Float.NEGATIVE_INFINITY;
      for (int i = c; i < mesh.positions().length; i += 3) {
        low[c] = Math.min(low[c], mesh.positions()[i]);
        high[c] = Math.max(high[c], mesh.positions()[i]);
      }
      longest = Math.max(longest, high[c] - low[c]);
    }
    if (!(longest > 0 && longest < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("meshes: needs a size above 0, got " + longest);
    }
    float s = 1 / longest;
    return Placements.scaled(
        s,
        s,
        s,
        -s * (low[0] + high[0]) / 2,
        -s * (low[1] + high[1]) / 2,
        -s * (low[2] + high[2]) / 2);
  }
}
