package org.variegate.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.engine.Outcome;

class RunTest {
  private static final long SAMPLES = 53;
  private static final int EACH = 10;

  @TempDir Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void makesTheSameBytesWithAnyNumberOfWorkers() throws Exception {
    SortedMap<String, String> one = Fixture.reference(folder, SAMPLES, EACH);
    for (int workers : new int[] {2, 8}) {
      Path many = folder.resolve("many" + workers);
      Outcome outcome = new Fixture().run(many, SAMPLES, EACH, workers);
      assertTrue(outcome.complete());
      assertEquals(one, Fixture.files(many));
    }
    assertEquals(6 + 1 + 3 * SAMPLES, one.size());
  }

  @Test
  void hashesWhatIsNotKeptAsWhatIs() throws Exception {
    String kept = fixture.run(folder.resolve("kept"), SAMPLES, EACH, 2).sha256();
    assertEquals(kept, new Fixture().run((Path) null, SAMPLES, EACH, 3).sha256());
  }

  @Test
  void endsAtOnceWhenThereIsNothingToDo() throws Exception {
    Path target = folder.resolve("again");
    Outcome first = fixture.run(target, SAMPLES, EACH, 2);
    assertEquals(first, fixture.run(target, SAMPLES, EACH, 2));
    Outcome none = fixture.run(folder.resolve("none"), 0, EACH, 2);
    assertEquals(0, none.samples());
    assertNotNull(none.sha256());
  }
}
