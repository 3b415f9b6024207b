package org.variegate.yardsticks;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line. */
@Command(
    name = "yardsticks",
    description = "What pretrained networks make of frames, in comparison with photographs.",
    subcommands = {Yardsticks.Judging.class, Yardsticks.Transferring.class},
    mixinStandardHelpOptions = true)
final class Yardsticks {
  /** What both yardsticks need. */
  static final class Common {
    @Option(names = "--data", required = true, description = "folder with pretrained/ and photos/")
    Path data;

    @Option(names = "--cache", required = true, description = "folder to keep features in")
    Path cache;

    @Option(
        names = "--threads",
        defaultValue = "2",
        description = "of a network (${DEFAULT-VALUE})")
    int threads;

    @Option(
        names = "--frames",
        defaultValue = "1000",
        description = "of each class, the first ones (${DEFAULT-VALUE})")
    int frames;

    @Option(names = "--table", description = "file for a line for each picture, with tabs")
    Path table;

    Features features() {
      return new Features(data.resolve("pretrained"), cache, threads);
    }
  }

  /** Shares right of a classifier learnt from photographs. */
  @Command(
      name = "judge",
      description = "The share of frames that a classifier learnt from photographs gets right.",
      mixinStandardHelpOptions = true)
  static final class Judging implements Callable<Integer> {
    @CommandLine.Mixin Common common;

    @Parameters(arity = "1..*", description = "datasets, or folders with cat/ and dog/")
    List<Path> datasets;

    @Override
    public Integer call() throws IOException, OrtException {
      Judge judge = Judge.read(common.data.resolve("pretrained/cat_dog_judge.csv"));
      List<String> lines = new ArrayList<>();
      for (Path dataset : datasets) {
        List<Shot> all = Shots.first(Shots.read(dataset), common.frames);
        List<Shot> shots = Shots.of(Judge.LABELS, all, dataset);
        float[][] features = common.features().of(Backbone.EFFICIENTNET, shots);
        Table table = new Table(Judge.LABELS);
        for (int i = 0; i < features.length; i++) {
          double dog = judge.dog(features[i]);
          Shot shot = shots.get(i);
          table.add(shot.label(), dog > 0.5 ? "dog" : "cat");
          lines.add(String.format(Locale.ROOT, "%s\t%s\t%.4f", shot.label(), shot.name(), dog));
        }
        System.out.println("judge " + dataset);
        System.out.println(table.print());
      }
      write(common.table, lines);
      return 0;
    }
  }

  /** What a classifier learnt from frames makes of photographs. */
  @Command(
      name = "transfer",
      description = "The share of photographs that classifiers learnt from frames get right.",
      mixinStandardHelpOptions = true)
  static final class Transferring implements Callable<Integer> {
    @CommandLine.Mixin Common common;

    @Option(
        names = "--penalty",
        defaultValue = "0.001",
        description = "C, the inverse strength (${DEFAULT-VALUE})")
    double c;

    @Parameters(description = "a dataset, or a folder with a folder for each class")
    Path dataset;

    @Override
    public Integer call() throws IOException, OrtException {
      List<Shot> frames = Shots.first(Shots.read(dataset), common.frames);
      List<String> labels = Shots.labels(frames);
      Path photos = common.data.resolve("photos");
      List<Shot> photographs = Shots.of(labels, Shots.read(photos), photos);
      if (labels.size() < 2 || !Shots.labels(photographs).equals(labels)) {
        throw new IOException(
            dataset
                + ": needs two classes and more, each with photographs, got "
                + labels
                + " and photographs of "
                + Shots.labels(photographs));
      }
      List<String> lines = new ArrayList<>();
      for (Backbone backbone : Backbone.values()) {
        Transfer transfer =
            Transfer.of(
                labels,
                common.features().of(backbone, frames),
                frames,
                common.features().of(backbone, photographs),
                photographs,
                c);
        System.out.printf(
            Locale.ROOT,
            "transfer %s %s: %.3f of %d photographs, learnt from %d frames%n",
            backbone,
            dataset,
            transfer.table().accuracy(),
            photographs.size(),
            frames.size());
        System.out.println(transfer.table().print());
        for (int i = 0; i < photographs.size(); i++) {
          lines.add(backbone + "\t" + photographs.get(i).name() + "\t" + transfer.answers().get(i));
        }
      }
      write(common.table, lines);
      return 0;
    }
  }

  private Yardsticks() {}

  private static void write(Path table, List<String> lines) throws IOException {
    if (table != null) {
      Files.write(table, lines);
    }
  }

  /** Runs a command. */
  public static void main(String[] arguments) {
    PrintStream error = System.err;
    CommandLine commands = new CommandLine(new Yardsticks());
    commands.setExecutionExceptionHandler(
        (e, line, parsed) -> {
          error.println("yardsticks: " + e.getMessage());
          return 1;
        });
    System.exit(commands.execute(arguments));
  }
}
