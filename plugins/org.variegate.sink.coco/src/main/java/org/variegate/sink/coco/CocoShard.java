package org.variegate.sink.coco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.variegate.api.Member;
import org.variegate.api.Shard;

/**
 * A shard with one file of annotations. They are written as they come; some hundred bytes for each
 * image are kept until the end.
 */
final class CocoShard implements Shard {
  /** The member that tells of the image. */
  static final String IMAGE = "image.json";

  /** The member with the list of annotations. */
  static final String ANNOTATIONS = "annotations.json";

  private static final String CATEGORY = "category-";

  private final Shard pictures;
  private final OutputStream out;
  private final ByteArrayOutputStream images = new ByteArrayOutputStream();
  private final byte[] info;
  private final Map<String, byte[]> categories;
  private boolean some;

  /** A shard of these categories, and of those that samples tell. */
  CocoShard(Shard pictures, OutputStream out, byte[] info, Map<String, byte[]> categories)
      throws IOException {
    this.pictures = pictures;
    this.out = out;
    this.info = info;
    this.categories = new TreeMap<>(categories);
    write(out, "{\"annotations\":[");
  }

  /** The member that tells of a class. */
  static String category(int number) {
    return String.format(Locale.ROOT, CATEGORY + "%05d.json", number);
  }

  @Override
  public void append(long index, List<Member> members) throws IOException {
    List<Member> files = new ArrayList<>();
    for (Member member : members) {
      if (member.name().equals(IMAGE)) {
        write(images, images.size() == 0 ? "\n" : ",\n");
        member.writeTo(images);
      } else if (member.name().equals(ANNOTATIONS)) {
        annotations(bytes(member));
      } else if (member.name().startsWith(CATEGORY)) {
        category(member.name(), bytes(member));
      } else {
        files.add(member);
      }
    }
    pictures.append(index, files);
  }

  /** Keeps the longer one, which knows of keypoints; up to these they must be alike. */
  private void category(String number, byte[] category) throws IOException {
    byte[] known = categories.putIfAbsent(number, category);
    if (known == null) {
      return;
    }
    boolean more = category.length > known.length;
    byte[] shorter = more ? known : category;
    byte[] longer = more ? category : known;
    if (!Arrays.equals(shorter, 0, shorter.length - 1, longer, 0, shorter.length - 1)) {
      throw new IOException(
          "coco: needs one class a number, got "
              + new String(shorter, StandardCharsets.UTF_8)
              + " and "
              + new String(longer, StandardCharsets.UTF_8)
              + "; tell each source all categories");
    }
    categories.put(number, longer);
  }

  /** Takes the brackets off a list. */
  private void annotations(byte[] list) throws IOException {
    if (list.length > 2) {
      write(out, some ? ",\n" : "\n");
      out.write(list, 1, list.length - 2);
      some = true;
    }
  }

  private static byte[] bytes(Member member) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) member.length());
    member.writeTo(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void finish() throws IOException {
    write(out, "\n],\n\"categories\":[");
    String separator = "\n";
    for (byte[] category : categories.values()) {
      write(out, separator);
      write(category);
      separator = ",\n";
    }
    write(out, "\n],\n\"images\":[");
    images.writeTo(out);
    write(out, "\n],\n\"info\":");
    out.write(info);
    write(out, "}\n");
    out.close();
    pictures.finish();
  }

  /** Readers that know keypoints ask for lines between them. */
  private void write(byte[] category) throws IOException {
    String text = new String(category, StandardCharsets.UTF_8);
    if (text.contains("\"keypoints\":") && !text.contains("\"skeleton\":")) {
      out.write(category, 0, category.length - 1);
      write(out, ",\"skeleton\":[]}");
    } else {
      out.write(category);
    }
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
