package org.variegate.cli;

/**
 * Something the doctor looked at.
 *
 * @param level how it is
 * @param subject what it is
 * @param message what was found, and what to do about it
 */
record Finding(Level level, String subject, String message) {

  enum Level {
    OK,
    WARN,
    FAIL
  }
}
