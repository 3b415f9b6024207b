package org.variegate.sink.webdataset;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.variegate.api.Member;
import org.variegate.api.Shard;
import org.variegate.formats.Tar;

/** A shard whose members become entries {@code 000042.jpg} of one archive. */
record TarShard(Tar tar) implements Shard {

  @Override
  public void append(long index, List<Member> members) throws IOException {
    String key = String.format(Locale.ROOT, "%06d.", index);
    for (Member member : members) {
      tar.add(key + member.name(), member.length(), member::writeTo);
    }
  }

  @Override
  public void finish() throws IOException {
    tar.close();
  }
}
