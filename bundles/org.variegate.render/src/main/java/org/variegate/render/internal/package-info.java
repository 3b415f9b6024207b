/** How the rasterizer works: vertices, visibility, shadows, shading. */
package org.variegate.render.internal;
