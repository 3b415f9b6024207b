package org.variegate.cli;

import org.variegate.engine.RunException;

/** What the process's exit code says. */
final class ExitCode {
  static final int DONE = 0;
  static final int DEFECT = 1;
  static final int USAGE = 2;
  static final int RECIPE = 3;
  static final int TARGET = 4;
  static final int SAMPLES_FAILED = 5;
  static final int TOO_MANY_FAILED = 6;
  static final int STAGE_ABSENT = 7;
  static final int MISMATCH = 8;
  static final int MEMORY = 9;
  static final int LEARNING = 10;
  static final int STOPPED = 130;

  private ExitCode() {}

  static int of(RunException.Cause cause) {
    return switch (cause) {
      case TARGET -> TARGET;
      case FAILURES -> TOO_MANY_FAILED;
      case ABSENT -> STAGE_ABSENT;
      case MISMATCH -> MISMATCH;
      case LEARNING -> LEARNING;
      case MEMORY -> MEMORY;
      case SAMPLE -> SAMPLES_FAILED;
      case OVERRIDE -> USAGE;
    };
  }
}
