package org.variegate.render.internal;

import java.util.List;

/**
 * What lights surfaces and lies behind them.
 *
 * @param sky its light comes from everywhere
 * @param stage a picture in the sky's place, or null
 * @param lamps all other lights
 * @param contact what the ground sees of the sky, or null
 */
record World(Panorama sky, Stage stage, List<Lamp> lamps, Contact contact) {}
