package org.variegate.randomizer.sensor;

import org.variegate.api.Arena;
import org.variegate.api.space.Grid;
import org.variegate.api.volume.Raster;
import org.variegate.raster.GaussianBlur;

/**
 * What a lens does to light.
 *
 * @param aberration how much larger red and smaller blue is seen than green, in 1/1000
 * @param defocus radius of the disc of what is out of focus, in 1/1000 of the picture's height
 * @param blur standard deviation, in 1/1000 of the picture's height
 */
record Lens(double aberration, double defocus, double blur) {

  void apply(Raster image, Arena arena) {
    Grid grid = image.grid();
    float[] values = image.values();
    double spread = aberration / 1000;
    if (spread != 0 && image.channels() == 3) {
      ChromaticAberration.apply(grid, values, 0, 1 + spread, arena);
      ChromaticAberration.apply(grid, values, 2 * grid.size(), 1 - spread, arena);
    }
    double unit = grid.ny() / 1000.0;
    double disc = defocus * unit;
    for (int c = 0; disc > 0 && c < image.channels(); c++) {
      DiscBlur.apply(grid, values, c * grid.size(), disc, arena);
    }
    double sigma = blur * unit;
    if (sigma > 0) {
      new GaussianBlur(grid, sigma * grid.spacing(0), sigma * grid.spacing(1), 0)
          .apply(image, arena);
    }
  }
}
