package org.variegate.scene;

import java.util.List;
import org.variegate.api.Part;
import org.variegate.api.volume.LabelMap;
import org.variegate.api.volume.Raster;

/**
 * What the synthesizer knows about the picture it took, beside the picture. The maps lie in the
 * picture's space, one pixel for each of its pixels, and move with it.
 *
 * @param camera it was taken with
 * @param width of the picture as it was taken, in pixels
 * @param height of the picture as it was taken, in pixels
 * @param sightings of the instances that have a class, by id
 */
public record View(Camera camera, int width, int height, List<Sighting> sightings) {
  /** What the synthesizer knows. */
  public static final Part<View> VIEW = new Part<>("VIEW", View.class);

  /**
   * Which instance is seen in each pixel: labels are instance ids, 0 is the sky, their target is
   * their class's number in {@link Scene#classes()} from 1 (0 for what has no class), their tissue
   * the class's name.
   */
  public static final Part<LabelMap> INSTANCES = new Part<>("INSTANCES", LabelMap.class);

  /** Distance in front of the camera along its axis, in m; 0 where the sky is. */
  public static final Part<Raster> DEPTH = new Part<>("DEPTH", Raster.class);

  /**
   * Unit normals in the camera's space; 0 where the sky is. Spatial stages move them, and leave
   * them as they are; {@link Normals} turns them with the picture.
   */
  public static final Part<Raster> NORMALS = new Part<>("NORMALS", Raster.class);

  /** Where in the instance's rest space the surface is, in m; 0 where the sky is. */
  public static final Part<Raster> COORDINATES = new Part<>("COORDINATES", Raster.class);

  /**
   * Where the surface in each pixel is seen at the next instant: x and y in pixels from the left
   * and the top edge of the picture as it was taken, and 1 if it is seen there, 0 if something
   * hides it or it lies outside. {@link Flow} makes motion vectors of it.
   */
  public static final Part<Raster> NEXT = new Part<>("NEXT", Raster.class);

  /**
   * The picture at the next instant, in linear light like the image, on its grid: it moves with it,
   * and {@link Flow} takes the image to it.
   */
  public static final Part<Raster> LATER = new Part<>("LATER", Raster.class);

  /** Takes a copy. */
  public View {
    sightings = List.copyOf(sightings);
  }

  /**
   * How an instance was seen.
   *
   * @param instance its id
   * @param category its class
   * @param visible pixels in which it is seen
   * @param unoccluded pixels in which it would be seen if nothing else were there
   * @param outside share of it that lies outside the picture, in [0, 1]
   */
  public record Sighting(
      int instance, String category, long visible, long unoccluded, double outside) {

    /** The share of it that is seen, of what lies in the picture; 0 if nothing does. */
    public double visibleFraction() {
      return unoccluded == 0 ? 0 : (double) visible / unoccluded;
    }
  }
}
