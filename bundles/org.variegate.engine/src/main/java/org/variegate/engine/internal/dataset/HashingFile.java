package org.variegate.engine.internal.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.variegate.engine.internal.provenance.Hashes;

/**
 * A new file that knows the hash of what went into it. Where that is one member and nothing else,
 * its bytes are not hashed a second time.
 */
final class HashingFile extends OutputStream {
  private final Path path;
  private final OutputStream out;
  private final MessageDigest digest = Hashes.digest();
  private long length;
  private boolean closed;
  private String sha256;
  private String onlyMember;

  HashingFile(Path path) throws IOException {
    this.path = path;
    this.out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW));
  }

  @Override
  public void write(int b) throws IOException {
    hashMember();
    out.write(b);
    digest.update((byte) b);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    hashMember();
    out.write(bytes, offset, count);
    digest.update(bytes, offset, count);
    length += count;
  }

  /** Takes the bytes of a member, whose hash is known. */
  void write(EncodedMember member) throws IOException {
    if (length > 0) {
      member.copyTo(this);
      return;
    }
    member.copyTo(out);
    onlyMember = member.sha256();
    length = member.length();
  }

  private void hashMember() throws IOException {
    if (onlyMember != null) {
      onlyMember = null;
      out.flush();
      Hashes.update(digest, path);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      out.close();
      sha256 = onlyMember != null ? onlyMember : Hashes.hex(digest);
    }
  }

  /** The hash of all written so far, none of it a member. */
  String hashSoFar() {
    try {
      return Hashes.hex((MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("the platform's digests can be cloned", e);
    }
  }

  Path path() {
    return path;
  }

  long length() {
    return length;
  }

  /** The hash, once the file is closed. */
  String sha256() {
    return sha256;
  }
}
