package org.variegate.model.registration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.volume.Targets;

/** The targets that a network says shares of: names by number. */
final class KnownTargets {
  private static final String MERGED = "targets";

  private KnownTargets() {}

  /** Those that were told by the annotator {@code targets} or by a source. */
  static SortedMap<Integer, String> toLearn(Map<String, Object> facts) {
    SortedMap<Integer, String> targets = new TreeMap<>();
    if (facts.get(MERGED) instanceof List<?> names) {
      names.forEach(name -> targets.put(targets.size(), String.valueOf(name)));
    } else {
      targets.putAll(Targets.names(facts));
    }
    if (targets.size() < 2) {
      throw new IllegalArgumentException(
          "targets: needs 2 or more for the method structures, got " + targets.size());
    }
    return targets;
  }

  static SortedMap<Integer, String> read(DataInputStream in) throws IOException {
    SortedMap<Integer, String> targets = new TreeMap<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      targets.put(in.readInt(), in.readUTF());
    }
    return targets;
  }

  static void write(DataOutputStream out, SortedMap<Integer, String> targets) throws IOException {
    out.writeShort(targets.size());
    for (Map.Entry<Integer, String> one : targets.entrySet()) {
      out.writeInt(one.getKey());
      out.writeUTF(one.getValue());
    }
  }
}
