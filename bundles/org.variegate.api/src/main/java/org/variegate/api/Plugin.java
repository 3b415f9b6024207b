package org.variegate.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * What a plugin is called in a pipeline, and how it fits into one. On the component's class.
 *
 * <p>Parts are named by {@link Part#name()}. {@code LABELS|IMAGE} needs either.
 */
@ComponentPropertyType
@Capability(namespace = Plugin.CAPABILITY, attribute = "name=${#name}")
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Plugin {
  /**
   * The namespace of the capability by which a bundle says that it has a plugin of this {@code
   * name}. A bundle that does is started when a recipe names the plugin.
   */
  String CAPABILITY = "org.variegate.plugin";

  /** The prefix of the service properties that this annotation becomes. */
  String PREFIX_ = "variegate.";

  /**
   * The name.
   *
   * @return lower-case letters, digits and dashes, such as {@code bias-field}
   */
  String name();

  /**
   * What must be in the sample before.
   *
   * @return names of parts
   */
  String[] needs() default {};

  /**
   * What is in the sample afterwards.
   *
   * @return names of parts
   */
  String[] gives() default {};
}
