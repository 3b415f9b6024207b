/** The rules that every plugin is tested by. */
package org.variegate.tck;
