package org.variegate.scene.gltf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Matrix4d;
import org.variegate.scene.Motion;

/** Reads animations of the rig and of morph targets. */
final class Clips {
  private static final List<String> PROPERTIES =
      List.of("translation", "rotation", "scale", "weights");

  /** The property of morph targets. */
  static final int WEIGHTS = 3;

  private final Nodes nodes;
  private final Rig rig;
  private final Morphs morphs;
  private final Accessors accessors;

  Clips(Nodes nodes, Rig rig, Morphs morphs, Accessors accessors) {
    this.morphs = morphs;
    this.nodes = nodes;
    this.rig = rig;
    this.accessors = accessors;
  }

  List<Motion> read(Json document, Matrix4d placing) throws IOException {
    List<Transform> base = new ArrayList<>();
    for (int node : rig.nodes()) {
      base.add(node < 0 ? null : new Transform(nodes.node(node)));
    }
    List<Motion> clips = new ArrayList<>();
    for (Json animation : document.get("animations").items()) {
      List<Track> tracks = tracks(animation, base);
      float start = Float.POSITIVE_INFINITY;
      float end = Float.NEGATIVE_INFINITY;
      for (Track track : tracks) {
        start = Math.min(start, track.times()[0]);
        end = Math.max(end, track.times()[track.times().length - 1]);
      }
      if (!tracks.isEmpty()) {
        String name = animation.get("name").text("clip-" + clips.size());
        String own = name.substring(name.lastIndexOf('|') + 1);
        clips.add(new Clip(own, start, end, base, rig.parents(), placing, morphs.rest(), tracks));
      }
    }
    return clips;
  }

  private List<Track> tracks(Json animation, List<Transform> base) throws IOException {
    List<Track> tracks = new ArrayList<>();
    List<Json> samplers = animation.get("samplers").items();
    for (Json channel : animation.get("channels").items()) {
      Json target = channel.get("target");
      int property = PROPERTIES.indexOf(target.get("path").text());
      Json node = target.get("node");
      int joint = node.exists() ? rig.place(node.integer(0, nodes.count() - 1)) : -1;
      if (property == WEIGHTS && joint >= 0) {
        int number = node.integer(0, nodes.count() - 1);
        if (morphs.first(number) >= 0) {
          tracks.add(weights(number, channel.get("sampler").in(samplers)));
        }
      } else if (property >= 0 && joint >= 0) {
        if (base.get(joint).isFixed()) {
          throw node.needs("a node without a matrix");
        }
        tracks.add(track(joint, property, channel.get("sampler").in(samplers)));
      }
    }
    return tracks;
  }

  private Track track(int joint, int property, Json sampler) throws IOException {
    int width = property == 1 ? 4 : 3;
    return track(joint, property, width, accessors.floats(sampler.get("output"), width), sampler);
  }

  private Track weights(int node, Json sampler) throws IOException {
    float[] values = accessors.floats(sampler.get("output"), 1);
    return track(morphs.first(node), WEIGHTS, morphs.count(node), values, sampler);
  }

  private Track track(int joint, int property, int width, float[] values, Json sampler)
      throws IOException {
    String interpolation = sampler.get("interpolation").among("LINEAR", "STEP", "CUBICSPLINE");
    boolean cubic = interpolation.equals("CUBICSPLINE");
    float[] times = accessors.floats(sampler.get("input"), 1);
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] >= times[i - 1])) {
        throw sampler.get("input").needs("times that rise");
      }
    }
    if (values.length != times.length * width * (cubic ? 3 : 1)) {
      throw sampler.get("output").needs("as many values as there are times");
    }
    return new Track(joint, property, cubic, interpolation.equals("STEP"), times, values);
  }
}
