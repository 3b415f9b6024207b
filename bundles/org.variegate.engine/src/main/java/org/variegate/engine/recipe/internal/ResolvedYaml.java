package org.variegate.engine.recipe.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.NumberOutput;
import java.util.List;
import java.util.Map;
import org.variegate.engine.recipe.Learning;
import org.variegate.engine.recipe.PipelineNode;
import org.variegate.engine.recipe.Probe;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.StageNode;
import org.variegate.engine.recipe.Training;

/**
 * Writes a recipe in full. The same recipe makes the same text, on every JDK; the text makes the
 * same recipe.
 */
final class ResolvedYaml {
  private final StringBuilder out = new StringBuilder();

  private ResolvedYaml() {}

  static String of(Recipe recipe) {
    ResolvedYaml yaml = new ResolvedYaml();
    yaml.line(0, "name: " + text(recipe.name()));
    yaml.line(0, "seed: " + recipe.seed());
    yaml.line(0, "samples: " + recipe.samples());
    yaml.line(0, "failures:");
    yaml.line(1, "maximum: " + value(recipe.failuresMaximum()));
    yaml.line(0, "swap:");
    yaml.line(1, "timeout: " + value(recipe.swapTimeout().toMillis() / 1000.0));
    yaml.pipeline(0, recipe.pipeline());
    if (recipe.sink() != null) {
      yaml.line(0, "sink:");
      yaml.line(1, name(recipe.sink()) + ":");
      yaml.line(2, "samplesPerShard: " + recipe.samplesPerShard());
      yaml.options(2, recipe.sink());
    }
    return yaml.out.toString();
  }

  /** What a recipe says of learning, to stand after the rest. */
  static String of(Learning learning) {
    ResolvedYaml yaml = new ResolvedYaml();
    yaml.line(0, "model:");
    yaml.plugin(1, "", learning.model());
    yaml.training(learning.training());
    if (learning.validation() != null) {
      yaml.line(0, "validation:");
      yaml.probe(1, learning.validation());
    }
    if (!learning.tests().isEmpty()) {
      yaml.line(0, "test:");
    }
    for (Map.Entry<String, Probe> test : learning.tests().entrySet()) {
      yaml.line(1, text(test.getKey()) + ":");
      yaml.probe(2, test.getValue());
    }
    return yaml.out.toString();
  }

  private void training(Training training) {
    line(0, "training:");
    line(1, "epochs: " + training.epochs());
    line(1, "batch: " + training.batch());
    line(1, "rate: " + value(training.rate()));
    line(1, "schedule: " + LearningReader.word(training.schedule()));
    line(1, "warmup: " + training.warmup());
    line(1, "interval: " + training.interval());
    line(1, "patience: " + training.patience());
    line(1, "threads: " + training.threads());
    line(1, "memory: " + training.megabytes());
  }

  private void probe(int depth, Probe probe) {
    if (probe.samples() != Probe.ONE_PASS) {
      line(depth, "samples: " + probe.samples());
    }
    pipeline(depth, probe.pipeline());
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private void pipeline(int depth, PipelineNode pipeline) {
    line(depth, "source:");
    plugin(depth + 1, "", pipeline.source());
    line(depth, pipeline.stages().isEmpty() ? "stages: []" : "stages:");
    for (StageNode stage : pipeline.stages()) {
      plugin(depth + 1, "- ", stage);
    }
  }

  private void plugin(int depth, String dash, StageNode stage) {
    if (stage.plugin().equals(StageNode.PIPELINE)) {
      line(depth, dash + StageNode.PIPELINE + ":");
      pipeline(depth + 1, stage.inner().get(StageNode.PIPELINE).get(0));
      return;
    }
    boolean named = !stage.id().equals(stage.plugin());
    boolean empty = stage.options().isEmpty() && stage.inner().isEmpty() && !named;
    line(depth, dash + name(stage) + (empty ? ": {}" : ":"));
    int below = depth + 1 + dash.length() / 2;
    if (named) {
      line(below, StageId.KEY + ": " + text(stage.id()));
    }
    options(below, stage);
    stage.inner().forEach((key, pipelines) -> inner(below, key, pipelines));
  }

  private static String name(StageNode stage) {
    return text(stage.plugin());
  }

  private void options(int depth, StageNode stage) {
    for (Map.Entry<String, Object> option : stage.options().entrySet()) {
      line(depth, option.getKey() + ": " + value(option.getValue()));
    }
  }

  private void inner(int depth, String key, List<PipelineNode> pipelines) {
    line(depth, key + (pipelines.isEmpty() ? ": []" : ":"));
    for (PipelineNode pipeline : pipelines) {
      line(depth + 1, "- " + StageNode.PIPELINE + ":");
      pipeline(depth + 3, pipeline);
    }
  }

  private static String value(Object value) {
    if (value instanceof Object[] array) {
      StringBuilder list = new StringBuilder("[");
      for (Object item : array) {
        list.append(list.length() == 1 ? "" : ", ").append(value(item));
      }
      return list.append(']').toString();
    }
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof String string ? text(string) : value.toString();
  }

  private static String number(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? ".inf" : "-.inf";
    }
    return NumberOutput.toString(number, true);
  }

  /** In quotes, unless it can mean nothing else. JSON's escapes are YAML's. */
  private static String text(String text) {
    boolean safe = text.matches("[A-Za-z_][A-Za-z0-9_./-]*");
    return safe && CoreSchema.of(text) == CoreSchema.TEXT
        ? text
        : '"'
            + new String(JsonStringEncoder.getInstance().quoteAsString(Substitution.escape(text)))
            + '"';
  }
}
