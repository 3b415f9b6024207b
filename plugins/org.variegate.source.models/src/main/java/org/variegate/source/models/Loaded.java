package org.variegate.source.models;

import java.util.Map;
import org.variegate.scene.Model;

/**
 * A model in memory, and the bytes it was read from.
 *
 * @param model shared by samples
 * @param inputs SHA-256 of each file by its name
 */
record Loaded(Model model, Map<String, String> inputs) {}
