package org.variegate.engine.recipe.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import org.variegate.engine.recipe.RecipeException;
import org.xml.sax.SAXException;

/** Has YAML and XML read once while the framework boots: the first document takes long. */
public final class Preload implements Runnable {

  /** Called by the launcher. */
  public Preload() {}

  @Override
  public void run() {
    byte[] xml = "<MetaData/>".getBytes(StandardCharsets.UTF_8);
    try {
      Metatype.parse(new ByteArrayInputStream(xml), "");
      YamlText.parse("stages:\n  - blur: {sigma: 1}\n", "", "", new YamlText.Budget());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException | RecipeException e) {
      throw new IllegalStateException(e);
    }
  }
}
