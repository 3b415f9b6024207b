package org.variegate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Genome;
import org.variegate.scene.Model;
import org.variegate.scene.Species;
import org.variegate.species.quadruped.Cat;
import org.variegate.species.quadruped.Dog;

/** Growing cats and dogs, one in turn of 48 of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class Individuals {
  private final List<Species> species = List.of(new Cat(), new Dog());
  private final List<Genome> genomes = new ArrayList<>();
  private int next;

  /** Draws all genomes. */
  public Individuals() {
    for (int i = 0; i < 48; i++) {
      SampleDraws draws = new SampleDraws(7, i, new DrawRecord(), Overrides.NONE);
      genomes.add(species.get(i % 2).genome(draws));
    }
  }

  /** A cat or a dog. */
  @Benchmark
  public Model grow() {
    int i = next++ % genomes.size();
    return species.get(i % 2).grow(genomes.get(i));
  }
}
