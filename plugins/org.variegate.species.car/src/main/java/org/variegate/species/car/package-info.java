/** Cars of many types: bodies from curves, cut into windows, lamps and doors. */
package org.variegate.species.car;
