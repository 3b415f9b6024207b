package org.variegate.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built distribution, and a working directory. */
final class Variegate {
  private static final long LONGEST_SECONDS = 120;

  /** What a process left behind. */
  record Result(int exitCode, String out, String err) {
    /** The last line: the dataset's hash, if all went well. */
    String lastLine() {
      List<String> lines = out.lines().toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }

  private static boolean prepared;

  private final Map<Long, ProcessBuilder> started = new TreeMap<>();
  private final Path home;
  private final Path work;
  private String java = System.getProperty("java.home");
  private String options = "";

  private Variegate(Path home, Path work) {
    this.home = home;
    this.work = work;
  }

  /** The distribution, after a first start, which makes the archive of classes and says so. */
  private static synchronized Path built() throws IOException {
    Path built = Path.of(System.getProperty("variegate.distribution")).normalize();
    if (!prepared) {
      Process first =
          builder(System.getProperty("java.home"), built.resolve("bin/variegate"), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      first.onExit().join();
      prepared = true;
    }
    return built;
  }

  /** The distribution as it was built, not to be changed; works in the given folder. */
  static Variegate inPlace(Path folder) throws IOException {
    return new Variegate(built(), folder);
  }

  /**
   * A copy whose plugins may be changed, without what learns, which is large; works beside it. A
   * file in the place of its archive of classes keeps it from making one, which takes longer than
   * it saves here.
   */
  static Variegate copied(Path folder) throws IOException {
    Path home = folder.resolve("variegate");
    copy(built(), home);
    for (Path archive : list(home.resolve("archive"))) {
      Files.delete(archive);
    }
    Files.delete(home.resolve("archive"));
    Files.createFile(home.resolve("archive"));
    return new Variegate(home, Files.createDirectories(folder.resolve("work")));
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      Path learning = from.resolve("learning");
      for (Path path : walk.filter(path -> !path.startsWith(learning)).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  Path home() {
    return home;
  }

  Path work() {
    return work;
  }

  /** Uses another Java from now on. */
  Variegate with(Path javaHome) {
    java = javaHome.toString();
    return this;
  }

  /** Gives Java options from now on. */
  Variegate withOptions(String javaOptions) {
    options = javaOptions;
    return this;
  }

  /** Writes a recipe into the working directory. */
  void recipe(String name, String text) throws IOException {
    Files.writeString(work.resolve(name), text);
  }

  private static ProcessBuilder builder(String java, Path script, String... words) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    return builder(java, command);
  }

  private static ProcessBuilder builder(String java, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", java);
    return builder;
  }

  Process start(String... words) throws IOException {
    return start(builder(java, home.resolve("bin/variegate"), words));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    builder.directory(work.toFile()).environment().put("VARIEGATE_OPTS", options);
    builder.redirectOutput(Files.createTempFile(work, "stdout", null).toFile());
    builder.redirectError(Files.createTempFile(work, "stderr", null).toFile());
    Process process = builder.start();
    started.put(process.pid(), builder);
    return process;
  }

  /** What a process has written to standard output so far. */
  String outputOf(Process process) throws IOException {
    return Files.readString(started.get(process.pid()).redirectOutput().file().toPath());
  }

  /** What a process has written to standard error so far. */
  String errorsOf(Process process) throws IOException {
    return Files.readString(started.get(process.pid()).redirectError().file().toPath());
  }

  Result wait(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running: " + errorsOf(process));
    }
    ProcessBuilder builder = started.remove(process.pid());
    return new Result(
        process.exitValue(),
        read(builder.redirectOutput().file().toPath()),
        read(builder.redirectError().file().toPath()));
  }

  private static String read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  Result run(String... words) throws IOException, InterruptedException {
    return wait(start(words));
  }

  /** Pastes a line into a shell. */
  Result paste(String line) throws IOException, InterruptedException {
    return wait(start(builder(java, List.of("sh", "-c", line))));
  }

  /** Every file below a folder of the working directory, and what it holds. */
  Map<String, String> content(String folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    Path root = work.resolve(folder);
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile)
          .forEach(file -> content.put(root.relativize(file).toString(), text(file)));
    }
    return content;
  }

  /** What a file holds, a character for each byte. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder of the working directory. */
  void delete(String folder) throws IOException {
    try (Stream<Path> walk = Files.walk(work.resolve(folder))) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
