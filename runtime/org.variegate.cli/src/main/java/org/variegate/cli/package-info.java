/** The command line. */
package org.variegate.cli;
