package org.variegate.sink.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.variegate.api.Member;
import org.variegate.api.Shard;

/** A shard whose samples' annotations become lines of one file. */
record JsonLines(Shard pictures, OutputStream lines) implements Shard {
  /** The member that becomes a line. */
  static final String NAME = "annotations.json";

  @Override
  public void append(long index, List<Member> members) throws IOException {
    List<Member> files = new ArrayList<>();
    for (Member member : members) {
      if (member.name().equals(NAME)) {
        member.writeTo(lines);
      } else {
        files.add(member);
      }
    }
    pictures.append(index, files);
  }

  @Override
  public void finish() throws IOException {
    pictures.finish();
    lines.close();
  }
}
