package org.variegate.engine.recipe.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.osgi.framework.Bundle;
import org.variegate.engine.recipe.Option;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads metatypes from the XML itself (OSGi Compendium, chapter 105), because the service of that
 * chapter keeps minima and maxima to itself. With one parser: making one takes longer than reading.
 */
final class MetatypeReader {
  private static final String FOLDER = "OSGI-INF/metatype";

  private SAXParser parser;

  /** Reads the metatype of a factory; that of one without metatype has no options. */
  Metatype read(Bundle bundle, String factoryPid) {
    var entries = bundle.findEntries(FOLDER, "*.xml", false);
    for (URL entry : entries == null ? List.<URL>of() : Collections.list(entries)) {
      try (InputStream in = entry.openStream()) {
        Metatype found = read(in, factoryPid);
        if (found != null) {
          return found;
        }
      } catch (IOException | SAXException | ParserConfigurationException e) {
        throw new IllegalStateException(bundle + ": " + entry.getPath() + ": " + e, e);
      }
    }
    return Metatype.NONE;
  }

  /** Reads one document; null if it designates other factories. */
  synchronized Metatype read(InputStream in, String factoryPid)
      throws IOException, SAXException, ParserConfigurationException {
    if (parser == null) {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      parser = factory.newSAXParser();
    }
    Handler handler = new Handler(factoryPid);
    parser.parse(in, handler);
    return handler.classes.get(handler.designated);
  }

  private static final class Handler extends DefaultHandler {
    private final String factoryPid;
    private final Map<String, Metatype> classes = new HashMap<>();
    private String designated = "";
    private boolean designates;
    private List<Option> options;
    private List<String> choices;

    Handler(String factoryPid) {
      this.factoryPid = factoryPid;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      switch (name) {
        case "OCD" -> {
          options = new ArrayList<>();
          classes.put(
              attributes.getValue("id"), new Metatype(text(attributes, "description"), options));
        }
        case "AD" -> {
          choices = new ArrayList<>();
          options.add(option(attributes, choices));
        }
        case "Option" -> choices.add(attributes.getValue("value"));
        case "Designate" -> designates = factoryPid.equals(attributes.getValue("factoryPid"));
        case "Object" -> designated = designates ? attributes.getValue("ocdref") : designated;
        default -> {
          // the root
        }
      }
    }

    private static String text(Attributes attributes, String name) {
      String value = attributes.getValue(name);
      return value == null ? "" : value;
    }

    private static Option option(Attributes attributes, List<String> choices) {
      String cardinality = attributes.getValue("cardinality");
      boolean many = cardinality != null && !cardinality.equals("0");
      String standard = attributes.getValue("default");
      boolean required = !"false".equals(attributes.getValue("required"));
      return new Option(
          attributes.getValue("id"),
          type(attributes.getValue("type")),
          many,
          standard == null ? List.of() : standard(standard, many),
          standard != null || !required,
          text(attributes, "description"),
          attributes.getValue("min"),
          attributes.getValue("max"),
          choices);
    }
  }

  private static Option.Type type(String type) {
    return switch (type) {
      case "Integer", "Short", "Byte" -> Option.Type.INTEGER;
      case "Long" -> Option.Type.LONG;
      case "Double", "Float" -> Option.Type.DOUBLE;
      case "Boolean" -> Option.Type.BOOLEAN;
      default -> Option.Type.STRING;
    };
  }

  private static List<String> standard(String text, boolean many) {
    if (text.isEmpty()) {
      return many ? List.of() : List.of("");
    }
    return split(text);
  }

  /** Splits at commas; a backslash takes the next character as it is (section 105.8). */
  private static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',') {
        values.add(value.toString());
        value.setLength(0);
      } else if (c == '\\' && i + 1 < text.length()) {
        value.append(text.charAt(++i));
      } else if (!Character.isWhitespace(c)) {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
