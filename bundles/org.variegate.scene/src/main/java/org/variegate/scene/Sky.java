package org.variegate.scene;

/**
 * What surrounds the scene.
 *
 * @param environment its light
 * @param rotation about the vertical, radians: what stood at azimuth 0 stands at this
 * @param intensity factor on all its light
 */
public record Sky(Environment environment, double rotation, double intensity) {}
