package org.variegate.engine.internal.run;

import org.variegate.engine.RunListener;

/** Lets one thread at a time through to a listener. */
public final class SerialListener implements RunListener {
  private final RunListener listener;

  /**
   * A wrapper.
   *
   * @param listener called by one thread at a time
   */
  public SerialListener(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void begins(long samples, long present) {
    listener.begins(samples, present);
  }

  @Override
  public synchronized void sampleDone(long done, long failed) {
    listener.sampleDone(done, failed);
  }

  @Override
  public synchronized void notice(String message) {
    listener.notice(message);
  }

  @Override
  public synchronized String replayCommand(long index) {
    return listener.replayCommand(index);
  }

  @Override
  public synchronized boolean stopRequested() {
    return listener.stopRequested();
  }
}
