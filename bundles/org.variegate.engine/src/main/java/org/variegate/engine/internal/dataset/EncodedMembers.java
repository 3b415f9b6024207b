package org.variegate.engine.internal.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.variegate.api.Members;
import org.variegate.engine.internal.provenance.Hashes;

/** Takes the members of one sample, hashes them, and keeps their bytes where they are wanted. */
final class EncodedMembers implements Members {
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  private final MessageDigest digest;
  private final Chunks chunks;
  private final List<EncodedMember> members = new ArrayList<>();
  private MemberStream open;

  /** {@code chunks} is null where bytes are not kept. */
  EncodedMembers(MessageDigest digest, Chunks chunks) {
    this.digest = digest;
    this.chunks = chunks;
    digest.reset();
  }

  @Override
  public OutputStream create(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "member: needs a name of letters, digits, dashes and dots, got '" + name + "'");
    }
    if (open != null) {
      throw new IllegalStateException("member " + name + ": begun before the last was closed");
    }
    if (members.stream().anyMatch(member -> member.name().equals(name))) {
      throw new IllegalStateException("member " + name + ": written twice");
    }
    EncodedMember member = new EncodedMember(name, chunks);
    members.add(member);
    open = new MemberStream(member);
    return open;
  }

  /** Ends the sample; the digest is free again. */
  List<EncodedMember> finish() {
    if (open != null) {
      throw new IllegalStateException("member " + open.member.name() + ": not closed");
    }
    return members;
  }

  /** The hash of all members' names and bytes. */
  String sha256() {
    for (EncodedMember member : members) {
      Hashes.add(digest, member.sha256(), member.name());
    }
    return Hashes.hex(digest);
  }

  void release() {
    members.forEach(EncodedMember::release);
  }

  private final class MemberStream extends OutputStream {
    private final EncodedMember member;
    private final byte[] one = new byte[1];

    private MemberStream(EncodedMember member) {
      this.member = member;
    }

    @Override
    public void write(int b) throws IOException {
      one[0] = (byte) b;
      write(one, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      if (open != this) {
        throw new IOException("member " + member.name() + ": written to after it was closed");
      }
      digest.update(bytes, offset, count);
      member.write(bytes, offset, count);
    }

    @Override
    public void close() {
      if (open == this) {
        member.closed(Hashes.hex(digest));
        open = null;
      }
    }
  }
}
