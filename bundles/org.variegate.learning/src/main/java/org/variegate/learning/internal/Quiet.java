package org.variegate.learning.internal;

import org.variegate.engine.learning.TrainingListener;

/** A listener that hears of no steps: those of a validation are not those of the training. */
record Quiet(TrainingListener listener) implements TrainingListener {
  @Override
  public void notice(String message) {
    listener.notice("validation: " + message);
  }

  @Override
  public boolean stopRequested() {
    return listener.stopRequested();
  }
}
