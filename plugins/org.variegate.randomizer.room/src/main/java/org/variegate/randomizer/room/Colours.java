package org.variegate.randomizer.room;

import org.variegate.draws.Distribution;
import org.variegate.draws.Draws;
import org.variegate.scene.Material;
import org.variegate.scene.Rgb;

/**
 * What walls are painted with.
 *
 * @param wall of the walls
 * @param skirting of the skirting boards, or null for none
 */
record Colours(Material wall, Material skirting) {
  private static final Distribution BRIGHT = Distribution.parse("bright", "uniform(0.15, 0.85)");
  private static final Distribution HUE = Distribution.parse("hue", "uniform(0.75, 1)");

  static Colours of(Draws draws, double probability) {
    boolean boards = draws.chance("skirting", probability);
    Material board = Material.plain("skirting", paint(draws.child("board")), 0.5f);
    return new Colours(
        Material.plain("wall", paint(draws.child("paint")), 0.9f), boards ? board : null);
  }

  private static Rgb paint(Draws draws) {
    float bright = (float) draws.sample("bright", BRIGHT);
    double[] hue = draws.sample("hue", HUE, 3);
    return new Rgb((float) hue[0] * bright, (float) hue[1] * bright, (float) hue[2] * bright);
  }
}
