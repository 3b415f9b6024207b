package org.variegate.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.api.space.Affine;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Legend;
import org.variegate.api.volume.Raster;

/**
 * Files go to nibabel and SimpleITK and come from nibabel; skipped where they are not installed.
 */
class PeersTest {
  private static final String WRITE =
      """
      import itertools, sys
      import nibabel, numpy
      rng = numpy.random.default_rng(1)
      n = 0
      for axes in itertools.permutations(range(3)):
        for kind, dtype in ((nibabel.Nifti1Image, 'u1'), (nibabel.Nifti1Image, '>i2'),
                            (nibabel.Nifti2Image, 'f4'), (nibabel.Nifti2Image, '>f8'),
                            (nibabel.MGHImage, '>i4')):
          signs = rng.choice([-1, 1], 3)
          affine = numpy.eye(4)
          affine[:3, :3] = 0
          for a in range(3):
            affine[axes[a], a] = signs[a] * (a + 1) * .8
            affine[axes[a - 1], a] = .1
          affine[:3, 3] = rng.normal(0, 50, 3)
          data = rng.integers(0, 100, (5, 6, 7)).astype(dtype)
          image = kind(data, affine)
          if kind is nibabel.Nifti1Image and dtype == 'u1':
            image.set_sform(None, 0)
            image.set_qform(affine, 1)
          name = '%02d' % n + ('.mgz' if kind is nibabel.MGHImage else '.nii.gz')
          nibabel.save(image, name)
          image = nibabel.load(name)
          ras = nibabel.as_closest_canonical(image)
          print(name, *ras.shape, *ras.affine[:3].ravel(), ';',
                *numpy.asarray(ras.dataobj).astype(int).ravel(order='F'))
          n += 1
      """;

  private static final String READ =
      """
      import sys
      import nibabel, numpy
      import SimpleITK
      def show(affine, spacing, values):
        print(*affine[:3].ravel(), ';', *spacing, ';', *values.ravel())
      for name in sys.argv[1:]:
        image = nibabel.load(name)
        show(image.affine, image.header.get_zooms()[:3],
             numpy.asarray(image.dataobj).ravel(order='F'))
        image = SimpleITK.ReadImage(name)
        m = numpy.eye(4)
        m[:3, :3] = numpy.array(image.GetDirection()).reshape(3, 3) * image.GetSpacing()
        m[:3, 3] = image.GetOrigin()
        show(numpy.diag([-1, -1, 1, 1]) @ m, image.GetSpacing(),
             SimpleITK.GetArrayFromImage(image))
      """;

  @TempDir Path folder;

  private List<String> python(String script, String... arguments) throws Exception {
    Files.writeString(folder.resolve("script.py"), script);
    String[] command = {"python3", "script.py"};
    String[] all = Arrays.copyOf(command, 2 + arguments.length);
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Path output = folder.resolve("output.txt");
    int exit = run(new ProcessBuilder(all).redirectOutput(output.toFile()));
    String errors = Files.readString(folder.resolve("errors.txt"), StandardCharsets.UTF_8);
    Assumptions.assumeFalse(
        errors.contains("ModuleNotFoundError"), "no nibabel or SimpleITK: " + errors);
    assertEquals(0, exit, errors);
    return Files.readAllLines(output);
  }

  private int run(ProcessBuilder builder) throws InterruptedException {
    try {
      return builder
          .directory(folder.toFile())
          .redirectError(folder.resolve("errors.txt").toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      Assumptions.abort("no python3: " + e.getMessage());
      return -1;
    }
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void assertAffine(double[] expected, Affine actual, double tolerance) {
    double[] rows = IntStream.range(0, 12).mapToDouble(i -> actual.get(i / 4, i % 4)).toArray();
    assertArrayEquals(expected, rows, tolerance);
  }

  @Test
  void whatNibabelWroteIsReadAsNibabelReadsIt() throws Exception {
    List<String> lines = python(WRITE);
    assertEquals(30, lines.size());
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(' '));
      String[] parts = line.substring(name.length()).split(";");
      double[] header = numbers(parts[0]);
      VolumeFile file = VolumeFile.open(folder.resolve(name));
      Raster image = file.image(Orientation.RAS, "1");
      assertEquals(header[0], image.grid().nx(), name);
      assertEquals(header[2], image.grid().nz(), name);
      assertAffine(Arrays.copyOfRange(header, 3, 15), image.grid().toWorld(), 2e-5);
      double[] values = numbers(parts[1]);
      for (int i = 0; i < values.length; i++) {
        assertEquals(values[i], image.values()[i], name);
      }
    }
  }

  @Test
  void nibabelAndSimpleItkReadWhatIsWritten() throws Exception {
    Grid grid = new Grid(7, 6, 5, NiftiWriterTest.OBLIQUE);
    Raster image = NiftiWriterTest.image(grid, 1);
    Legend legend = new Legend(IntStream.range(0, 5).mapToObj(Label::plain).toList());
    byte[] places = new byte[grid.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = (byte) (i * 31 % 5);
    }
    int[] ids = {0, 7, 300, -5, 41};
    try (OutputStream out = gzip("image.nii.gz")) {
      new NiftiWriter(out).image(image, ImageType.FLOAT32);
    }
    try (OutputStream out = gzip("labels.nii.gz")) {
      new NiftiWriter(out).labels(LabelMap.of(grid, legend, places), ids);
    }
    List<String> lines = python(READ, "image.nii.gz", "labels.nii.gz");
    assertEquals(4, lines.size());
    for (String line : lines) {
      String[] parts = line.split(";");
      assertAffine(numbers(parts[0]), NiftiWriterTest.OBLIQUE.inverse().inverse(), 2e-5);
      assertArrayEquals(new double[] {1, 2, 3}, numbers(parts[1]), 1e-5);
      double[] values = numbers(parts[2]);
      boolean isImage = lines.indexOf(line) < 2;
      for (int i = 0; i < values.length; i++) {
        assertEquals(isImage ? image.values()[i] : ids[places[i]], (float) values[i]);
      }
    }
    assertTrue(Files.size(folder.resolve("labels.nii.gz")) < 1000);
  }

  private OutputStream gzip(String name) throws IOException {
    return new GzipOutput(Files.newOutputStream(folder.resolve(name)), 1);
  }
}
