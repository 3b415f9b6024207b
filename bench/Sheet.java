import java.awt.Graphics;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Lays out the first pictures of a data set in rows that are full: FOLDER PNG COUNT TILE. */
final class Sheet {
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[2]);
    int tile = Integer.parseInt(args[3]);
    int root = (int) Math.ceil(Math.sqrt(count));
    int columns =
        IntStream.range(root, 2 * root).filter(c -> count % c == 0).findFirst().orElse(root);
    int rows = (count + columns - 1) / columns;
    var sheet = new BufferedImage(columns * tile, rows * tile, BufferedImage.TYPE_INT_RGB);
    Graphics graphics = sheet.getGraphics();
    List<Path> pictures = pictures(Path.of(args[0]), count);
    for (int i = 0; i < pictures.size(); i++) {
      Image picture = ImageIO.read(pictures.get(i).toFile());
      Image small = picture.getScaledInstance(tile, tile, Image.SCALE_AREA_AVERAGING);
      graphics.drawImage(small, i % columns * tile, i / columns * tile, null);
    }
    ImageIO.write(sheet, "png", Path.of(args[1]).toFile());
  }

  private static List<Path> pictures(Path folder, int count) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(p -> p.toString().endsWith("-image.jpg")).sorted().limit(count).toList();
    }
  }
}
