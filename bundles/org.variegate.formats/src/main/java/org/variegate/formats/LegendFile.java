package org.variegate.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.variegate.api.volume.Label;
import org.variegate.api.volume.Legend;
import org.variegate.formats.internal.RegularFile;

/**
 * Reads a table of labels.
 *
 * <p>UTF-8; empty lines and lines that begin with # are left out; the first other line names the
 * columns. Cells are separated by tabs if that line has one, else by commas. The first label is the
 * background.
 *
 * <pre>
 *   id       whole number in files; needed
 *   name     what it is; if missing or empty: label and its id
 *   tissue   the class whose intensity it shares; if missing or empty: its name
 *   partner  the id of the same structure on the other side; if missing or empty: its own
 *   target   the id that a network learns; if missing or empty: its own
 * </pre>
 */
public final class LegendFile {
  private static final List<String> COLUMNS = List.of("id", "name", "tissue", "partner", "target");

  private final Path file;
  private final List<Label> labels = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private String separator;
  private List<String> columns;

  private LegendFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a legend.
   *
   * @param file the table
   * @return its legend
   * @throws FormatException what is wrong, with file and line
   */
  public static Legend read(Path file) throws FormatException {
    return new LegendFile(file).parse();
  }

  private Legend parse() throws FormatException {
    List<String> text = text();
    for (int i = 0; i < text.size(); i++) {
      String line =
          i == 0 && text.get(0).startsWith("\ufeff") ? text.get(0).substring(1) : text.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (columns == null) {
        header(line, i + 1);
      } else {
        labels.add(label(cells(line, i + 1), i + 1));
        lines.add(i + 1);
      }
    }
    if (labels.isEmpty()) {
      throw new FormatException(file, "needs a line of column names and one for each label", null);
    }
    checkIds();
    return legend();
  }

  private Legend legend() throws FormatException {
    try {
      return new Legend(labels);
    } catch (IllegalArgumentException e) {
      throw new FormatException(file, e.getMessage(), e);
    }
  }

  private List<String> text() throws FormatException {
    try {
      RegularFile.require(file);
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw FormatException.of(file, e);
    }
  }

  private void header(String line, int number) throws FormatException {
    separator = line.indexOf('\t') >= 0 ? "\t" : ",";
    columns = new ArrayList<>();
    for (String cell : line.split(separator, -1)) {
      String column = cell.strip();
      if (!COLUMNS.contains(column) || columns.contains(column)) {
        throw new FormatException(
            file, number, "needs columns of " + COLUMNS + ", each once, got '" + column + "'");
      }
      columns.add(column);
    }
    if (!columns.contains("id")) {
      throw new FormatException(file, number, "needs a column id, got " + columns);
    }
  }

  private Map<String, String> cells(String line, int number) throws FormatException {
    String[] cells = line.split(separator, -1);
    if (cells.length > columns.size()) {
      throw new FormatException(
          file, number, "needs at most " + columns.size() + " cells, got " + cells.length);
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isBlank()) {
        row.put(columns.get(i), cells[i].strip());
      }
    }
    return row;
  }

  private Label label(Map<String, String> row, int number) throws FormatException {
    if (!row.containsKey("id")) {
      throw new FormatException(file, number, "id: needs a whole number, got nothing");
    }
    int id = whole("id", row.get("id"), number);
    String own = Integer.toString(id);
    String name = row.getOrDefault("name", "label " + id);
    return new Label(
        id,
        name,
        row.getOrDefault("tissue", name),
        whole("partner", row.getOrDefault("partner", own), number),
        whole("target", row.getOrDefault("target", own), number));
  }

  private int whole(String column, String text, int number) throws FormatException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new FormatException(
          file, number, column + ": needs a whole number, got '" + text + "'");
    }
  }

  private void checkIds() throws FormatException {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      Integer other = places.putIfAbsent(labels.get(i).id(), i);
      if (other != null) {
        throw new FormatException(
            file,
            lines.get(i),
            "id: needs each once, got " + labels.get(i).id() + " as in line " + lines.get(other));
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      checkPartner(labels.get(i), lines.get(i), places);
    }
  }

  private void checkPartner(Label label, int line, Map<Integer, Integer> places)
      throws FormatException {
    Integer place = places.get(label.partner());
    if (place == null) {
      throw new FormatException(
          file, line, "partner: needs an id of the legend, got " + label.partner());
    }
    Label partner = labels.get(place);
    if (partner.partner() != label.id()) {
      throw new FormatException(
          file,
          line,
          "partner: needs a label whose partner is "
              + label.id()
              + ", got "
              + partner.id()
              + ", whose partner is "
              + partner.partner());
    }
  }
}
