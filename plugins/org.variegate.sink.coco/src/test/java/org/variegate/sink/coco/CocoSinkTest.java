package org.variegate.sink.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.Member;
import org.variegate.api.Sample;
import org.variegate.api.Shard;
import org.variegate.api.ShardFiles;
import org.variegate.api.Sink;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.scene.Categories;
import org.variegate.scene.Landmarks;
import org.variegate.scene.Truth;
import org.variegate.tck.Fixture;
import org.variegate.tck.HeapArena;
import org.variegate.tck.Options;
import org.variegate.tck.SceneFixtures;
import org.variegate.tck.SinkContract;

class CocoSinkTest implements SinkContract {
  private static final String INFO =
      "\"info\":{\"description\":\"Made by Variegate\",\"version\":\"1.0.0\"}}\n";

  @TempDir Path folder;

  @Override
  public Sink stage() {
    return new CocoSink(Options.of(CocoSink.Config.class));
  }

  @Override
  public List<Fixture> samples() {
    return List.of(SceneFixtures.annotated(40, 30), SceneFixtures.annotated(17, 31));
  }

  @Override
  public Map<String, Supplier<? extends Sink>> refused() {
    return Map.of(
        "format=gif", () -> new CocoSink(Options.of(CocoSink.Config.class, "format", "gif")),
        "quality=0", () -> new CocoSink(Options.of(CocoSink.Config.class, "quality", 0)));
  }

  private record Bytes(String name, byte[] bytes) implements Member {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  private record Kept(Map<String, ByteArrayOutputStream> files, Map<String, Object> facts)
      implements ShardFiles {
    @Override
    public long shard() {
      return 0;
    }

    @Override
    public OutputStream create(String name) {
      files.put(name, new ByteArrayOutputStream());
      return files.get(name);
    }
  }

  /** A shard of samples 3, 4, ... */
  private Map<String, ByteArrayOutputStream> shard(List<Fixture> fixtures) throws IOException {
    return shard(fixtures, Map.of());
  }

  private Map<String, ByteArrayOutputStream> shard(
      List<Fixture> fixtures, Map<String, Object> facts) throws IOException {
    Kept kept = new Kept(new TreeMap<>(), facts);
    Shard shard = stage().begin(kept);
    long index = 3;
    for (Fixture fixture : fixtures) {
      List<Member> members = new ArrayList<>();
      apply(stage(), fixture.open(index, HeapArena.zeroed()), null)
          .forEach((name, bytes) -> members.add(new Bytes(name, bytes)));
      shard.append(index++, members);
    }
    shard.finish();
    return kept.files;
  }

  private static String text(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aShardIsADatasetOfCoco() throws IOException {
    Map<String, ByteArrayOutputStream> files = shard(samples());
    assertEquals(
        List.of("000003-image.jpg", "000004-image.jpg", "annotations.json"),
        List.copyOf(files.keySet()));
    String json = text(files.get("annotations.json"));
    assertTrue(json.startsWith("{\"annotations\":[\n{\"id\":3001,\"image_id\":3,"), json);
    assertTrue(
        json.contains("{\"id\":2,\"name\":\"cat\",\"supercategory\":\"object\",\"keyp"), json);
    assertTrue(json.contains("{\"id\":1,\"name\":\"bird\",\"supercategory\":\"object\"},"), json);
    String image = "{\"id\":4,\"file_name\":\"000004-image.jpg\",\"width\":17,\"height\":31}\n],\n";
    assertTrue(json.endsWith(image + INFO), json);
  }

  @Test
  void aNumberStandsForOneClass() throws IOException {
    Shard shard = stage().begin(new Kept(new TreeMap<>(), Map.of()));
    String cat = "{\"id\":1,\"name\":\"cat\",\"keypoints\":[\"nose\"]}";
    for (String category : List.of("{\"id\":1,\"name\":\"cat\"}", cat)) {
      shard.append(0, List.of(member(category)));
    }
    Member dog = member("{\"id\":1,\"name\":\"dog\"}");
    IOException error = assertThrows(IOException.class, () -> shard.append(1, List.of(dog)));
    assertEquals(
        "coco: needs one class a number, got {\"id\":1,\"name\":\"dog\"} and "
            + cat
            + "; tell each source all categories",
        error.getMessage());
  }

  private static Map<String, Object> facts(List<String> classes) {
    Map<String, Object> facts = new TreeMap<>(Categories.numbered(classes));
    facts.putAll(
        Categories.keypoints(
            "dog", new Landmarks(List.of("tail", "nose"), List.of(List.of("tail", "nose")))));
    return facts;
  }

  @Test
  void allClassesAreToldWhateverTheShardHas() throws IOException {
    Map<String, Object> facts = facts(List.of("cat", "dog"));
    String cat = "{\"id\":1,\"name\":\"cat\",\"supercategory\":\"object\"},\n";
    String dog = "{\"id\":2,\"name\":\"dog\",\"supercategory\":\"object\"";
    String json = text(shard(List.of(), facts).get("annotations.json"));
    assertTrue(json.contains("\"categories\":[\n" + cat + dog + "}\n]"), json);
    facts.put(Categories.KEYPOINTS, true);
    json = text(shard(List.of(), facts).get("annotations.json"));
    String keypoints = ",\"keypoints\":[\"nose\",\"tail\"],\"skeleton\":[[2,1]]}\n]";
    assertTrue(json.contains(cat + dog + keypoints), json);
  }

  @Test
  void samplesMustBeOfTheClassesThatWereTold() throws IOException {
    String json =
        text(shard(samples(), facts(List.of("bird", "cat", "dog"))).get("annotations.json"));
    assertTrue(json.contains("],\"skeleton\":[]},\n{\"id\":3,\"name\":\"dog\""), json);
    assertThrows(IOException.class, () -> shard(samples(), facts(List.of("cat", "dog"))));
  }

  @Test
  void infoSaysWhatIsWanted() throws IOException {
    Kept kept = new Kept(new TreeMap<>(), Map.of());
    new CocoSink(Options.of(CocoSink.Config.class, "description", "\"Cats\"", "version", "2"))
        .begin(kept)
        .finish();
    String json = text(kept.files.get("annotations.json"));
    String info = "\"info\":{\"description\":\"\\\"Cats\\\"\",\"version\":\"2\"}}\n";
    assertTrue(json.endsWith(info), json);
  }

  private static Member member(String category) {
    return new Bytes(CocoShard.category(1), category.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEmptyShardIsADatasetToo() throws IOException {
    assertEquals(
        "{\"annotations\":[\n],\n\"categories\":[\n],\n\"images\":[\n],\n" + INFO,
        text(shard(List.of()).get("annotations.json")));
  }

  @Test
  void withoutBoxesThereAreNoAnnotations() {
    Sample sample = SceneFixtures.picture(40, 30).open();
    Truth.tell(sample, sighting -> Map.of());
    var error = assertThrows(IllegalStateException.class, () -> apply(stage(), sample, null));
    assertEquals("coco: needs boxes; put the stage boxes before the sink", error.getMessage());
  }

  @Test
  void runsGoDownTheColumns() {
    Legend legend = new Legend(List.of(Label.plain(0), Label.plain(1)));
    Grid grid = new Grid(3, 2, 1, Affine.IDENTITY);
    LabelMap labels = LabelMap.of(grid, legend, new byte[] {0, 1, 1, 0, 1, 0});
    assertEquals("231", RunLengths.of(labels, 1));
    LabelMap first = LabelMap.of(grid, legend, new byte[] {1, 0, 0, 0, 0, 0});
    assertEquals("015", RunLengths.of(first, 1));
  }

  private static final String READ =
      """
      import json, os, sys
      import numpy
      from pycocotools.coco import COCO
      from pycocotools.cocoeval import COCOeval
      folder = sys.argv[1]
      coco = COCO(os.path.join(folder, 'annotations.json'))
      assert sorted(coco.imgs) == [3, 4]
      for annotation in coco.loadAnns(coco.getAnnIds()):
        mask = coco.annToMask(annotation)
        image = coco.imgs[annotation['image_id']]
        assert mask.shape == (image['height'], image['width'])
        ys, xs = numpy.nonzero(mask)
        box = [xs.min(), ys.min(), xs.max() - xs.min() + 1, ys.max() - ys.min() + 1]
        assert box == annotation['bbox'], (box, annotation)
        assert mask.sum() == annotation['area']
        category = coco.cats[annotation['category_id']]
        assert category['skeleton'] == []
        assert coco.dataset['info']['version'] == '1.0.0'
        assert len(annotation['keypoints']) == 3 * len(category['keypoints'])
        assert os.path.exists(os.path.join(folder, image['file_name']))
      found = [dict(a, score=1) for a in coco.loadAnns(coco.getAnnIds())]
      for kind in ('bbox', 'segm'):
        results = COCOeval(coco, coco.loadRes(found), kind)
        results.params.areaRng = results.params.areaRng[:1]
        results.params.areaRngLbl = results.params.areaRngLbl[:1]
        results.evaluate()
        results.accumulate()
        precision = results.eval['precision']
        print(kind, precision[precision > -1].mean())
      """;

  @Test
  void pycocotoolsReadsIt() throws Exception {
    for (Map.Entry<String, ByteArrayOutputStream> file : shard(samples()).entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue().toByteArray());
    }
    Process process;
    try {
      process = new ProcessBuilder("python3", "-c", READ, folder.toString()).start();
    } catch (IOException e) {
      Assumptions.abort("there is no Python");
      return;
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    Assumptions.assumeFalse(errors.contains("ModuleNotFoundError"), "pycocotools is missing");
    assertTrue(printed.contains("bbox 1.0") && printed.contains("segm 1.0"), printed + errors);
  }
}
