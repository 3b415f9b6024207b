package org.variegate.cli;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.variegate.draws.DrawRecord;
import org.variegate.draws.Overrides;
import org.variegate.engine.Engine;
import org.variegate.engine.MadeSample;
import org.variegate.engine.Pipeline;
import org.variegate.engine.RunException;
import org.variegate.engine.recipe.Recipe;
import org.variegate.engine.recipe.RecipeException;

/** A picture of the first samples of a recipe. */
final class ContactSheet {
  private static final int GAP = 6;
  private static final int CAPTION = 18;
  private static final int TILES_PER_LINE = 6;
  private static final Color PAPER = new Color(0x22252b);
  private static final Color INK = new Color(0xd8dbe0);

  /** Some tiles side by side, with a caption. */
  record Entry(String caption, List<BufferedImage> tiles) {
    int width() {
      return tiles.stream().mapToInt(BufferedImage::getWidth).sum() + GAP * (tiles.size() - 1);
    }

    int height() {
      return tiles.stream().mapToInt(BufferedImage::getHeight).max().orElse(0) + CAPTION;
    }
  }

  private final List<List<Entry>> lines = new ArrayList<>();

  private ContactSheet(List<Entry> entries) {
    for (Entry entry : entries) {
      int perLine = Math.max(1, TILES_PER_LINE / entry.tiles().size());
      if (lines.isEmpty() || lines.get(lines.size() - 1).size() >= perLine) {
        lines.add(new ArrayList<>());
      }
      lines.get(lines.size() - 1).add(entry);
    }
  }

  /**
   * Makes samples, draws them and writes the picture. It appears under its name when it is whole.
   *
   * @param engine makes the samples
   * @param recipe what to make
   * @param samples how many, from index 0
   * @param file a PNG
   * @throws CommandFailure if there is nothing to show
   */
  static void write(Engine engine, Recipe recipe, long samples, Path file)
      throws RecipeException, RunException, CommandFailure, IOException {
    List<Entry> entries = new ArrayList<>();
    try (Pipeline pipeline = engine.open(recipe)) {
      for (long index = 0; index < samples; index++) {
        entries.add(entry(pipeline, index));
      }
    }
    if (entries.stream().allMatch(entry -> entry.tiles().isEmpty())) {
      throw new CommandFailure(
          ExitCode.RECIPE, recipe.file() + ": a picture needs an IMAGE or LABELS, got neither");
    }
    write(entries, file);
  }

  /**
   * Writes a picture of entries. It appears under its name when it is whole.
   *
   * @param entries in order
   * @param file a PNG
   */
  static void write(List<Entry> entries, Path file) throws IOException {
    save(new ContactSheet(entries).draw(), file);
  }

  private static Entry entry(Pipeline pipeline, long index) throws RunException {
    try (MadeSample made = pipeline.make(index, new DrawRecord(), Overrides.NONE)) {
      return new Entry("sample " + index, SampleTiles.of(made.sample()));
    } catch (RuntimeException e) {
      return new Entry("sample " + index + " failed", List.of(new BufferedImage(170, 170, 1)));
    }
  }

  private static void save(BufferedImage image, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        ImageIO.write(image, "png", out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private BufferedImage draw() {
    int width = lines.stream().mapToInt(ContactSheet::width).max().orElse(1);
    int height = lines.stream().mapToInt(line -> height(line) + GAP).sum();
    BufferedImage sheet =
        new BufferedImage(width + 2 * GAP, height + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    boolean captions = prepareText(graphics);
    int y = GAP;
    for (List<Entry> line : lines) {
      int x = GAP;
      for (Entry entry : line) {
        if (captions) {
          graphics.drawString(entry.caption(), x, y + CAPTION - 5);
        }
        drawTiles(graphics, entry, x, y + CAPTION);
        x += entry.width() + 2 * GAP;
      }
      y += height(line) + GAP;
    }
    graphics.dispose();
    return sheet;
  }

  private static int width(List<Entry> line) {
    return line.stream().mapToInt(Entry::width).sum() + 2 * GAP * (line.size() - 1);
  }

  private static int height(List<Entry> line) {
    return line.stream().mapToInt(Entry::height).max().orElse(0);
  }

  private static void drawTiles(Graphics2D graphics, Entry entry, int left, int top) {
    int x = left;
    for (BufferedImage tile : entry.tiles()) {
      graphics.drawImage(tile, x, top, null);
      x += tile.getWidth() + GAP;
    }
  }

  /** Says whether there are fonts: on a machine without any, the sheet has no captions. */
  private static boolean prepareText(Graphics2D graphics) {
    graphics.setColor(INK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    try {
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
      return graphics.getFontMetrics().stringWidth("sample") > 0;
    } catch (RuntimeException | Error e) { // what a Java without fonts throws is not documented
      return false;
    }
  }
}
