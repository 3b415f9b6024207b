package org.variegate.learning.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.variegate.api.task.Network;
import org.variegate.engine.RunException;
import org.variegate.engine.RunException.Cause;
import org.variegate.engine.files.Disk;
import org.variegate.engine.files.Json;

/**
 * A training as it was after some step, in a folder of its own.
 *
 * @param path the folder
 */
record Checkpoint(Path path) {
  private static final String NETWORK = "network.bin";
  private static final String STATE = "state.json";
  private static final String FILES = "files.txt";

  /** Makes a network of bytes. */
  @FunctionalInterface
  interface Loader {
    Network load(InputStream in) throws IOException;
  }

  /** Writes all of it, and waits until it is on the disk. */
  void write(State state, Network network, Collection<String> files) throws IOException {
    Disk.remove(path);
    Files.createDirectories(path);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(network()))) {
      network.save(out);
    }
    Files.writeString(path.resolve(FILES), String.join("\n", files));
    Files.writeString(path.resolve(STATE), state.json());
    Disk.force(List.of(network(), path.resolve(FILES), path.resolve(STATE)));
  }

  /** How far the training had come. */
  State state() throws RunException {
    Path file = path.resolve(STATE);
    try {
      return State.of(new TreeMap<>(Json.object(Files.readString(file))));
    } catch (IOException | IllegalArgumentException e) {
      throw broken(file, e);
    }
  }

  /** Hashes of the files that were learned from. */
  Set<String> files() throws RunException {
    Path file = path.resolve(FILES);
    try {
      Set<String> files = new TreeSet<>(Files.readAllLines(file));
      files.remove("");
      return files;
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /** Reads the network. */
  Network load(Loader loader) throws RunException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(network()))) {
      return loader.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw broken(network(), e);
    }
  }

  private static RunException broken(Path file, Exception e) {
    boolean cut = e instanceof EOFException || e instanceof UTFDataFormatException;
    String message = cut ? "is damaged, or ends before its end" : e.getMessage();
    String why = e instanceof NoSuchFileException ? "is not there" : message;
    return new RunException(Cause.LEARNING, file + ": " + why);
  }

  /** The file of weights. */
  Path network() {
    return path.resolve(NETWORK);
  }
}
