package org.variegate.dl4j.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.variegate.dl4j.BackendException;

/** What this machine is, before anything native is loaded: a wrong instruction ends the process. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** oneDNN reads it. */
  static final String LARGEST_INSTRUCTIONS = "DNNL_MAX_CPU_ISA";

  private static final double SHARE = 0.85;

  private Machine() {}

  /** The platform in JavaCPP's words. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("mac") ? "macosx" : system.split(" ")[0];
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name
        + "-"
        + switch (machine) {
          case "amd64", "x64", "x86-64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
  }

  /** Refuses natives that would not run. */
  static void check(Natives natives, String platform) throws BackendException {
    if (!natives.platform().equals(platform)) {
      throw new BackendException(
          "Deeplearning4j: this distribution has natives for "
              + natives.platform()
              + ", got a machine of "
              + platform
              + "; build it with -Dnatives.platform="
              + platform
              + ", as bundles/org.variegate.dl4j/README.md says");
    }
    String needed = natives.instructions().equals("avx512") ? "avx512f" : natives.instructions();
    if (!needed.equals("generic") && !has(PROCESSORS, needed)) {
      throw new BackendException(
          "Deeplearning4j: needs a processor with "
              + needed
              + ", this one has none; build the distribution with -Dnatives.extension=");
    }
  }

  /**
   * What convolutions will use: oneDNN chooses by the processor, whatever it was built for.
   *
   * @param largest what the environment restricts it to, or null
   */
  static String instructions(Natives natives, String largest) {
    return natives.withOneDnn()
        ? instructions(PROCESSORS, natives.instructions(), largest)
        : natives.instructions();
  }

  static String instructions(Path processors, String built, String largest) {
    if (largest != null && !largest.isBlank()) {
      return largest.strip().toLowerCase(Locale.ROOT);
    }
    return Files.isReadable(processors) && has(processors, "avx512bw") ? "avx512" : built;
  }

  /** Whether the processor says that it knows some instructions; true where nobody can be asked. */
  static boolean has(Path processors, String flag) {
    if (!Files.isReadable(processors)) {
      return true;
    }
    try (Stream<String> lines = Files.lines(processors)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> (line + " ").contains(" " + flag + " "))
          .orElse(true);
    } catch (IOException e) {
      return true;
    }
  }

  /** The most that this process may take unless told otherwise. */
  static long memoryBytes() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return (long) (SHARE * system.getTotalMemorySize());
  }
}
