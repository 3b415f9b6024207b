package org.variegate.sink.kitti;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.variegate.api.Member;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;

/**
 * A shard whose members, in the order in which the sink writes them, become files such as {@code
 * label_2/000042.txt}.
 */
record KittiShard(ShardFiles files) implements Shard {
  /** The folder of each member: image, labels, calibration. */
  static final List<String> FOLDERS = List.of("image_2", "label_2", "calib");

  @Override
  public void append(long index, List<Member> members) throws IOException {
    for (int i = 0; i < members.size(); i++) {
      String suffix = members.get(i).name().replaceFirst(".*\\.", ".");
      String name = String.format(Locale.ROOT, "%s/%06d%s", FOLDERS.get(i), index, suffix);
      try (OutputStream out = files.create(name)) {
        members.get(i).writeTo(out);
      }
    }
  }

  @Override
  public void finish() {}
}
