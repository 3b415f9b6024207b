package org.variegate.engine;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.variegate.api.Sample;

/** A sample whose buffers are lent to it until it is closed. */
@ProviderType
public interface MadeSample extends AutoCloseable {

  /**
   * The sample.
   *
   * @return after the last stage
   */
  Sample sample();

  /**
   * What made it.
   *
   * @return stage id to bundle, version and the first 12 digits of the jar's SHA-256
   */
  Map<String, String> versions();

  /**
   * The files it is made from. To be asked by the thread that made it, before it makes another.
   *
   * @return the stage's path, a slash and the file's name, to SHA-256, in the order of reading
   */
  Map<String, String> inputs();

  @Override
  void close();
}
