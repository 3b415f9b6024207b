package org.variegate.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** A shard in which each member of each sample is a file. */
record FilePerMember(ShardFiles files) implements Shard {

  @Override
  public void append(long index, List<Member> members) throws IOException {
    for (Member member : members) {
      String name = String.format(Locale.ROOT, "%06d-%s", index, member.name());
      try (OutputStream out = files.create(name)) {
        member.writeTo(out);
      }
    }
  }

  @Override
  public void finish() {}
}
