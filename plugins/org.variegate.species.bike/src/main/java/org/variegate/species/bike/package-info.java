/** Bicycles of many types, put together from parts, and their riders. */
package org.variegate.species.bike;
