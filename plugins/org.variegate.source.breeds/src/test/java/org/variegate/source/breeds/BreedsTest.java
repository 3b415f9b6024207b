package org.variegate.source.breeds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Sample;
import org.variegate.api.Source;
import org.variegate.draws.Distribution;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Draws;
import org.variegate.draws.Overrides;
import org.variegate.draws.SampleDraws;
import org.variegate.scene.Categories;
import org.variegate.scene.Genome;
import org.variegate.scene.Landmarks;
import org.variegate.scene.Material;
import org.variegate.scene.Mesh;
import org.variegate.scene.Model;
import org.variegate.scene.RegrowingSpecies;
import org.variegate.scene.Rgb;
import org.variegate.scene.Scene;
import org.variegate.scene.Species;
import org.variegate.tck.Fixtures;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SourceContract;

class BreedsTest implements SourceContract {
  @TempDir Path folder;

  private static final Distribution SIZE = Distribution.parse("size", "uniform(0.5, 1)");

  /** Grows triangles. */
  private record Triangles(String name, List<Genome> grown) implements RegrowingSpecies {
    @Override
    public Genome genome(Draws draws) {
      return new Genome(name, Map.of("size", draws.sample("size", SIZE)));
    }

    @Override
    public Model regrow(Genome genome, Mesh mesh) {
      return Model.rigid(genome.breed(), mesh, Material.plain("plain", Rgb.WHITE, 1));
    }

    @Override
    public Landmarks landmarks() {
      return new Landmarks(List.of("corner"), List.of());
    }

    @Override
    public Model grow(Genome genome) {
      synchronized (grown) {
        grown.add(genome);
      }
      float s = (float) genome.gene("size");
      float[] normals = {0, 0, 1, 0, 0, 1, 0, 0, 1};
      Mesh mesh =
          Mesh.of(new float[] {0, 0, 0, s, 0, 0, 0, s, 0}, normals, new int[] {0, 1, 2}).build();
      return regrow(genome, mesh);
    }
  }

  private static Breeds breeds(List<Genome> grown, Object... options) {
    return breeds(grown, (String) null, options);
  }

  private static Breeds breeds(List<Genome> grown, String home, Object[] options) {
    return new Breeds(
        home,
        List.of(
            Map.entry(Map.of(Species.PROPERTY, "cat"), new Triangles("cat", grown)),
            Map.entry(Map.of(Species.PROPERTY, "dog"), new Triangles("dog", grown))),
        Options.of(Breeds.Config.class, options));
  }

  private static Breeds breeds(Object... options) {
    return breeds(new java.util.ArrayList<>(), options);
  }

  @Override
  public Breeds stage() {
    return breeds();
  }

  @Override
  public Map<String, Supplier<? extends Source>> refused() {
    return Map.ofEntries(
        Map.entry("classes=[bird]", () -> breeds("classes", new String[] {"bird"})),
        Map.entry("classes=[]", () -> breeds("classes", new String[] {})),
        Map.entry("categories=[cat]", () -> breeds("categories", new String[] {"cat"})),
        Map.entry("classes=[cat, cat]", () -> breeds("classes", new String[] {"cat", "cat"})),
        Map.entry("weights=[1]", () -> breeds("weights", new double[] {1})),
        Map.entry("weights=[0, 0]", () -> breeds("weights", new double[] {0, 0})),
        Map.entry("weights=[1, -1]", () -> breeds("weights", new double[] {1, -1})),
        Map.entry("genomes=-1", () -> breeds("genomes", -1)),
        Map.entry("memory=0", () -> breeds("memory", 0)),
        Map.entry("cache=pom.xml", () -> breeds("cache", "pom.xml")),
        Map.entry("cacheSize=0", () -> breeds("cacheSize", 0)));
  }

  private static Scene open(Breeds breeds, long index) {
    Sample sample = Fixtures.empty().get(0).open(index, HeapArena.zeroed());
    breeds.open(
        sample, new SampleDraws(1, index, new DrawRecord(), Overrides.NONE).child("breeds"));
    return sample.get(Scene.SCENE);
  }

  /** Of 3 + 3 individuals 200 samples miss one with a probability below 1e-14. */
  @Test
  void samplesShareAsManyIndividualsAsAreWanted() {
    List<Genome> grown = new java.util.ArrayList<>();
    Breeds breeds = breeds(grown, "genomes", 3);
    Map<String, String> models = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Scene scene = open(breeds, i);
      String category = scene.subject().category();
      models.put(category + scene.subject().model().mesh().positions()[3], category);
      assertEquals(List.of("cat", "dog"), scene.classes());
    }
    assertEquals(6, models.size());
    assertEquals(6, grown.size());
    assertEquals(Set.of("cat", "dog"), new HashSet<>(models.values()));
  }

  @Test
  void classesAreNumberedAmongAllOfTheDataset() {
    Breeds breeds = breeds("categories", new String[] {"dog", "cat", "bike"});
    assertEquals(List.of("bike", "cat", "dog"), open(breeds, 0).classes());
  }

  @Test
  void classesAndTheirKeypointsAreToldBefore() {
    Map<String, Object> facts =
        breeds("categories", new String[] {"dog", "cat", "bike"}, "classes", new String[] {"dog"})
            .facts();
    assertEquals(Map.of(1, "bike", 2, "cat", 3, "dog"), Categories.classes(facts));
    assertEquals(List.of("corner"), Categories.keypoints(facts, "dog"));
    assertEquals(List.of(), Categories.keypoints(facts, "cat"));
  }

  @Test
  void withoutANumberEachSampleHasAnother() {
    Breeds breeds = breeds("genomes", 0);
    Set<Float> sizes = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      sizes.add(open(breeds, i).subject().model().mesh().positions()[3]);
    }
    assertEquals(50, sizes.size());
  }

  /** With 1 MB, some 90 of these stay; each is asked for again at once. */
  @Test
  void memoryIsBounded() {
    List<Genome> grown = new java.util.ArrayList<>();
    Breeds breeds = breeds(grown, "genomes", 0, "memory", 1);
    open(breeds, 0);
    open(breeds, 0);
    for (int i = 1; i <= 200; i++) {
      open(breeds, i);
    }
    assertEquals(201, grown.size());
    open(breeds, 0);
    assertEquals(202, grown.size());
  }

  @Test
  void whatIsKeptIsNotGrownAgain() {
    List<Genome> grown = new java.util.ArrayList<>();
    for (int run = 0; run < 3; run++) {
      Breeds breeds = breeds(grown, "genomes", 3, "cache", folder.toString());
      for (int i = 0; i < 60; i++) {
        Mesh mesh = open(breeds, i).subject().model().mesh();
        Mesh plain = open(breeds("genomes", 3), i).subject().model().mesh();
        assertArrayEquals(plain.positions(), mesh.positions());
      }
      assertEquals(6, grown.size());
    }
  }

  @Test
  void ownFolderHoldsTheCacheUnlessToldOtherwise() throws IOException {
    String home = folder.toString();
    open(breeds(new java.util.ArrayList<>(), home, new Object[] {"cache", "none"}), 0);
    assertTrue(Files.notExists(folder.resolve("cache")));
    List<Genome> grown = new java.util.ArrayList<>();
    open(breeds(grown, home, new Object[0]), 0);
    open(breeds(grown, home, new Object[0]), 0);
    assertEquals(1, grown.size());
    try (Stream<Path> files = Files.list(folder.resolve("cache/breeds"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aDamagedFileIsGrownAndWrittenAgain() throws IOException {
    List<Genome> grown = new java.util.ArrayList<>();
    float[] first =
        open(breeds(grown, "cache", folder.toString()), 0).subject().model().mesh().positions();
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, 50));
    assertArrayEquals(
        first,
        open(breeds(grown, "cache", folder.toString()), 0).subject().model().mesh().positions());
    assertEquals(2, grown.size());
    assertArrayEquals(whole, Files.readAllBytes(file));
  }

  /** Of 400 fair draws fewer than 140 or more than 260 are one class once in 10^9. */
  @Test
  void classesComeByWeight() {
    Breeds breeds = breeds("weights", new double[] {1, 1});
    long cats = 0;
    for (int i = 0; i < 400; i++) {
      cats += open(breeds, i).subject().category().equals("cat") ? 1 : 0;
    }
    assertTrue(cats > 140 && cats < 260, "cats: " + cats);
    Breeds dogs = breeds("weights", new double[] {0, 1});
    for (int i = 0; i < 50; i++) {
      assertEquals("dog", open(dogs, i).subject().category());
    }
  }
}
