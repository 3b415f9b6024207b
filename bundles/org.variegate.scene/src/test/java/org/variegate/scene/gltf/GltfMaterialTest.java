package org.variegate.scene.gltf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.variegate.scene.gltf.Documents.TRIANGLE;
import static org.variegate.scene.gltf.Documents.data;
import static org.variegate.scene.gltf.Documents.read;
import static org.variegate.scene.gltf.Documents.triangle;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.variegate.scene.Material;
import org.variegate.scene.Model;
import org.variegate.scene.Rgb;

class GltfMaterialTest {
  private static final String TURNED =
      "{'index':0,'extensions':{'KHR_texture_transform':"
          + "{'offset':[1,2],'scale':[2,4],'rotation':1.5707964}}}";

  @TempDir Path folder;

  @Test
  void materials() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff102030);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    String text =
        triangle(
            "'meshes'",
            "'images':[{'uri':'"
                + data(png.toByteArray())
                + "'}],'textures':[{'source':0}],'materials':[{'name':'skin','alphaMode':'MASK',"
                + "'alphaCutoff':0.3,'doubleSided':true,'extensions':{'KHR_materials_unlit':{}},"
                + "'emissiveFactor':[0.1,0.1,0.1],'normalTexture':"
                + TURNED
                + ","
                + "'pbrMetallicRoughness':{'baseColorFactor':[0.5,0.25,0.25,1],"
                + "'metallicFactor':0,'roughnessFactor':0.4,'metallicRoughnessTexture':"
                + TURNED
                + ","
                + "'baseColorTexture':"
                + TURNED
                + "}}],'meshes'",
            "{'attributes':{'POSITION':0}}",
            "{'material':0,'attributes':{'POSITION':0,'COLOR_0':0,'TEXCOORD_0':1}}",
            "'accessors':[",
            "'accessors':[{'bufferView':0,'componentType':5126,'count':3,'type':'VEC3'},"
                + "{'bufferView':0,'componentType':5126,'count':3,'type':'VEC2'},");
    Model model = read(folder, text).model();
    Material skin = model.materials().get(0);
    assertEquals("skin", skin.name());
    assertEquals(new Rgb(.5f, .25f, .25f), skin.color());
    assertEquals(.4f, skin.roughness());
    assertEquals(0, skin.metallic());
    assertEquals(.3f, skin.emission(), 1e-6f);
    assertEquals(.3f, skin.coverage());
    assertTrue(skin.twoSided() && skin.unlit());
    assertEquals(0xff302010, skin.albedo().packed(0)[0]);
    assertTrue(skin.albedo().srgb() && !skin.surface().srgb() && !skin.normals().srgb());
    assertArrayEquals(TRIANGLE, model.mesh().colors());
    // (0, 0), (0, 1), (0, 0): scaled by (2, 4), turned a quarter so that v becomes u, moved
    assertArrayEquals(new float[] {1, 2, 5, 2, 1, 2}, model.mesh().uvs(), 1e-5f);
  }

  @Test
  void whatIsHiddenIsLeftOut() throws IOException {
    String text =
        triangle(
            "'meshes'",
            "'materials':[{'alphaMode':'BLEND','pbrMetallicRoughness':"
                + "{'baseColorFactor':[1,1,1,0]}}],'meshes'",
            "{'attributes'",
            "{'mode':1,'attributes':{'POSITION':0}},{'material':0,'attributes'",
            "'nodes':[{'mesh':0}]",
            "'nodes':[{'mesh':0,'children':[1]},{'mesh':1}]",
            "'nodes':[0]",
            "'nodes':[0]");
    String both =
        text.replace(
            "}]}],\"nodes\"",
            "}]},{\"primitives\":[{\"attributes\":{\"POSITION\":0}}]}],\"nodes\"");
    assertEquals(3, read(folder, both).model().mesh().triangles().length);
  }

  /** The triangle with coordinates (u, 0), (u + w, 0), (u, 0) on a texture of this sampler. */
  private String wrapped(float u, float w, String sampler, String more) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png);
    float[] floats = {0, 0, 0, 1, 0, 0, 0, 1, 0, u, 0, u + w, 0, u, 0};
    return Documents.document(
        floats,
        "'accessors':[{'bufferView':0,'componentType':5126,'count':3,'type':'VEC3'},"
            + "{'bufferView':0,'byteOffset':36,'componentType':5126,'count':3,'type':'VEC2'}]",
        "'images':[{'uri':'" + data(png.toByteArray()) + "'}]",
        "'samplers':[{" + sampler + "}]",
        "'textures':[{'source':0,'sampler':0},{'source':0}]",
        "'materials':[{'pbrMetallicRoughness':{'baseColorTexture':{'index':0}" + more + "}}]",
        "'meshes':[{'primitives':[{'material':0,'attributes':"
            + "{'POSITION':0,'TEXCOORD_0':1,'TEXCOORD_1':1}}]}]",
        "'nodes':[{'mesh':0}]");
  }

  private float[] across(float u, float w, String sampler) throws IOException {
    float[] uvs = read(folder, wrapped(u, w, sampler, "")).model().mesh().uvs();
    return new float[] {uvs[0], uvs[2]};
  }

  @Test
  void texturesAreMirroredAndClamped() throws IOException {
    assertArrayEquals(new float[] {1.25f, 1.75f}, across(1.25f, .5f, "'wrapS':10497"));
    assertArrayEquals(new float[] {.75f, .25f}, across(1.25f, .5f, "'wrapS':33648"), 1e-6f);
    assertArrayEquals(new float[] {.75f, .25f}, across(-.75f, .5f, "'wrapS':33648"), 1e-6f);
    assertArrayEquals(new float[] {.25f, .75f}, across(2.25f, .5f, "'wrapS':33648"), 1e-6f);
    assertArrayEquals(new float[] {1, 1}, across(1.25f, .5f, "'wrapS':33071"));
    assertArrayEquals(new float[] {.25f, 1}, across(.25f, .755f, "'wrapS':33071"));
    assertArrayEquals(new float[] {.25f, .75f}, across(.25f, .5f, "'wrapT':33071"));
  }

  private String refused(String text) {
    return Documents.refused(Documents.write(folder, text));
  }

  @Test
  void whatCannotBeShownIsRefusedByName() throws IOException {
    assertEquals(
        "meshes[0].primitives[0]: needs triangles that do not cross the edges of a texture that is"
            + " mirrored, got one from 0.5 to 1.5",
        refused(wrapped(.5f, 1, "'wrapS':33648", "")));
    assertEquals(
        "meshes[0].primitives[0]: needs triangles that do not cross the edges of a texture that is"
            + " clamped, got one from -0.5 to 0.5",
        refused(wrapped(-.5f, 1, "'wrapS':33071", "")));
    assertEquals(
        "samplers[0].wrapS: needs 10497 (repeat), 33071 (clamp to edge) or 33648 (mirrored repeat),"
            + " got 5",
        refused(wrapped(0, 1, "'wrapS':5", "")));
    String others =
        "materials[0].pbrMetallicRoughness.metallicRoughnessTexture: needs coordinates and wrapping"
            + " of the other textures";
    String second = ",'metallicRoughnessTexture':{'index':%d,'texCoord':%d}";
    assertEquals(others, refused(wrapped(0, 1, "", String.format(second, 0, 1))));
    assertEquals(others, refused(wrapped(0, 1, "'wrapT':33071", String.format(second, 1, 0))));
    read(folder, wrapped(0, 1, "'wrapT':10497", String.format(second, 1, 0)));
  }
}
