package org.variegate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.variegate.api.Sample;
import org.variegate.render.Frame;
import org.variegate.render.Renderer;
import org.variegate.render.Settings;
import org.variegate.scene.Scene;

/** Frames of cats and dogs, 256 x 256; one operation is {@value #SCENES} of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class Pictures {
  private static final int SCENES = 64;

  private final Frames frames = new Frames();
  private final Scratch arena = new Scratch();
  private final List<Scene> scenes = new ArrayList<>();
  private final Renderer renderer =
      new Renderer(new Settings(256, 256, 4, 256, Set.of(Settings.Pass.DEPTH), 1));

  /** Makes all scenes, which grows individuals and makes materials that frames find again. */
  @Setup
  public void make() {
    for (int i = 0; i < SCENES; i++) {
      scenes.add(frames.scene(i, new Scratch()));
    }
  }

  /** Pictures of scenes that are there already. */
  @Benchmark
  public float render() {
    float sum = 0;
    for (Scene scene : scenes) {
      Frame frame = renderer.render(scene, arena);
      sum += frame.color()[0];
      arena.end();
    }
    return sum;
  }

  /** Every stage, from the individual to its annotations. */
  @Benchmark
  public int frame() {
    int sum = 0;
    for (int i = 0; i < SCENES; i++) {
      Sample sample = frames.frame(i, arena);
      sum += sample.annotations().size();
      arena.end();
    }
    return sum;
  }
}
