package org.variegate.model.segmentation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.variegate.api.Part;
import org.variegate.api.Sample;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Targets;

/** The targets that a network tells from each other: its outputs, in the order of their numbers. */
final class Classes {
  private static final int MOST = 255;
  private static final String MERGED = "targets";

  private record Class(int number, String name, int partner) {}

  private final List<Class> all;

  private Classes(List<Class> all) {
    this.all = all;
  }

  /** The classes that were told, by the annotator {@code targets} or by a source; may be none. */
  static Classes told(Map<String, Object> facts) {
    List<Class> all = new ArrayList<>();
    if (facts.get(MERGED) instanceof List<?> names) {
      names.forEach(name -> all.add(new Class(all.size(), String.valueOf(name), all.size())));
    } else {
      Targets.names(facts)
          .forEach((n, name) -> all.add(new Class(n, name, Targets.partner(facts, n))));
    }
    return new Classes(all);
  }

  /** The classes to learn. */
  static Classes toLearn(Map<String, Object> facts) {
    Classes classes = told(facts);
    if (classes.size() < 2 || classes.size() > MOST) {
      throw new IllegalArgumentException(
          "targets: segmentation needs 2 to " + MOST + " of its source, got " + classes.size());
    }
    return classes;
  }

  static Classes read(DataInputStream in) throws IOException {
    List<Class> all = new ArrayList<>();
    int count = in.readUnsignedByte();
    for (int i = 0; i < count; i++) {
      all.add(new Class(in.readInt(), in.readUTF(), in.readInt()));
    }
    return new Classes(all);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(all.size());
    for (Class one : all) {
      out.writeInt(one.number);
      out.writeUTF(one.name);
      out.writeInt(one.partner);
    }
  }

  int size() {
    return all.size();
  }

  String name(int place) {
    return all.get(place).name;
  }

  SortedMap<Integer, String> names() {
    SortedMap<Integer, String> names = new TreeMap<>();
    all.forEach(one -> names.put(one.number, one.name));
    return names;
  }

  /** Whether a class is what is measured by no one: number 0, the background. */
  boolean isBackground(int place) {
    return all.get(place).number == 0;
  }

  /** The place of a number, or -1. */
  int place(int number) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number == number) {
        return i;
      }
    }
    return -1;
  }

  /** The place of what stands in a mirror where a class stood, for each. */
  int[] partners() {
    int[] partners = new int[all.size()];
    for (int i = 0; i < partners.length; i++) {
      int partner = place(all.get(i).partner);
      partners[i] = partner < 0 ? i : partner;
    }
    return partners;
  }

  /** The place of a name, or -1. */
  private int place(String name) {
    for (int i = 0; i < all.size(); i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Which of these a dataset tells of. A dataset may know less than the network, not otherwise. */
  boolean[] known(Classes told) throws IOException {
    boolean[] known = new boolean[all.size()];
    for (Class one : told.all) {
      int place = place(one.name);
      if (place < 0) {
        throw new IOException(
            "targets: the network knows " + names().values() + ", the data have " + one.name);
      }
      known[place] = true;
    }
    return known;
  }

  /**
   * The class of each voxel, by its name.
   *
   * @param told what the labels' targets are called
   */
  byte[] of(Sample sample, Classes told) {
    boolean merged = sample.has(Part.TARGETS);
    LabelMap labels = sample.get(merged ? Part.TARGETS : Part.LABELS);
    int[] places = new int[labels.legend().size()];
    for (int i = 0; i < places.length; i++) {
      Label label = labels.legend().labels().get(i);
      int at = merged ? -1 : told.place(label.target());
      places[i] = merged ? place(label.name()) : at < 0 ? -1 : place(told.name(at));
    }
    byte[] classes = new byte[labels.grid().size()];
    for (int i = 0; i < classes.length; i++) {
      int place = labels.place(i);
      if (places[place] < 0) {
        throw new IllegalArgumentException(
            (merged ? "TARGETS" : "LABELS")
                + ": needs targets of "
                + names().values()
                + ", got that of "
                + labels.legend().labels().get(place).name());
      }
      classes[i] = (byte) places[place];
    }
    return classes;
  }

  /** What predicted labels mean. */
  Legend legend() {
    List<Label> labels = new ArrayList<>();
    for (Class one : all) {
      int partner = place(one.partner) < 0 ? one.number : one.partner;
      labels.add(new Label(one.number, one.name, one.name, partner, one.number));
    }
    return new Legend(labels);
  }
}
