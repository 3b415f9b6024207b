package org.variegate.engine.recipe.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.variegate.engine.recipe.Option;
import org.variegate.engine.recipe.Option.Type;
import org.xml.sax.SAXException;

class MetatypeReaderTest {
  /** As bnd 7.1 writes it. */
  static final String GAIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
        <OCD id="test.Gain$Config" name="gain" description="Multiplies &quot;it&quot;.">
          <AD id="factor" type="String" name="Factor" description="Factor [1]"
              default="lognormal(0\\,\\ 0.1)"/>
          <AD id="path" type="String" name="Path"/>
          <AD id="maybe" type="String" required="false" name="Maybe"/>
          <AD id="empty" type="String" name="Empty" default=""/>
          <AD id="none" type="String" cardinality="2147483647" name="None" default=""/>
          <AD id="some" type="String" cardinality="2147483647" name="Some"
              default="a\\,\\ b,c\\\\d, e"/>
          <AD id="size" type="Integer" cardinality="2147483647" name="Size" min="1" max="10"
              default="160,160"/>
          <AD id="ratio" type="Float" name="Ratio" default="0.1"/>
          <AD id="mode" type="String" name="Mode" default="RAS">
            <Option label="" value="RAS"/>
            <Option label="" value="NATIVE"/>
          </AD>
        </OCD>
        <Designate factoryPid="test.gain">
          <Object ocdref="test.Gain$Config"/>
        </Designate>
      </metatype:MetaData>
      """;

  static final String OTHER =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.3.0">
        <OCD id="test.Other$Config" name="other" description="Another."/>
        <Designate factoryPid="test.other"><Object ocdref="test.Other$Config"/></Designate>
      </metatype:MetaData>
      """;

  /** One for all tests, as one reads the metatypes of all bundles. */
  private static final MetatypeReader READER = new MetatypeReader();

  private static Metatype parse(String xml, String pid) throws Exception {
    return READER.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), pid);
  }

  private static Option option(String key) throws Exception {
    return parse(GAIN, "test.gain").options().stream()
        .filter(o -> o.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsTheOrderOfDeclaration() throws Exception {
    List<String> keys = parse(GAIN, "test.gain").options().stream().map(Option::key).toList();
    assertEquals(
        List.of("factor", "path", "maybe", "empty", "none", "some", "size", "ratio", "mode"), keys);
    assertEquals("Multiplies \"it\".", parse(GAIN, "test.gain").description());
  }

  @Test
  void defaultsAreUnescaped() throws Exception {
    assertEquals(List.of("lognormal(0, 0.1)"), option("factor").standard());
    assertEquals(List.of("a, b", "c\\d", "e"), option("some").standard());
    assertEquals(List.of("160", "160"), option("size").standard());
  }

  @Test
  void anEmptyDefaultIsADefault() throws Exception {
    assertEquals(List.of(""), option("empty").standard());
    assertEquals(List.of(), option("none").standard());
    assertEquals(true, option("none").hasDefault());
    assertEquals(false, option("path").hasDefault());
    assertEquals(true, option("maybe").hasDefault());
    assertEquals(List.of(), option("maybe").standard());
  }

  @Test
  void typesLimitsAndChoices() throws Exception {
    Option size = option("size");
    assertEquals(
        new Option(
            "size", Type.INTEGER, true, List.of("160", "160"), true, "", "1", "10", List.of()),
        size);
    assertEquals(Type.DOUBLE, option("ratio").type());
    assertEquals(List.of("RAS", "NATIVE"), option("mode").choices());
    assertEquals("Factor [1]", option("factor").description());
  }

  @Test
  void otherFactoriesAreNotMeant() throws Exception {
    assertNull(parse(OTHER, "test.gain"));
    assertEquals(List.of(), parse(OTHER, "test.other").options());
  }

  @Test
  void readsAfterWhatCouldNotBeRead() throws Exception {
    assertThrows(
        SAXException.class, () -> parse(GAIN.substring(0, GAIN.length() / 2), "test.gain"));
    assertEquals("Another.", parse(OTHER, "test.other").description());
  }
}
