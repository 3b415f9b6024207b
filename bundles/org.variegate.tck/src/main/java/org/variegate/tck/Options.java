package org.variegate.tck;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.variegate.draws.NearestName;

/** Configurations of plugins, made without a framework. */
public final class Options {
  private Options() {}

  /**
   * A configuration with its defaults, but for some options.
   *
   * @param config the plugin's annotation type
   * @param keysAndValues the options that differ: key, value, key, value; a value is of the
   *     option's type, or an array of it
   * @return the configuration
   * @throws IllegalArgumentException if there is no such option or the value is of another type
   */
  public static <A extends Annotation> A of(Class<A> config, Object... keysAndValues) {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String key = (String) keysAndValues[i];
      given.put(key, checked(option(config, key), keysAndValues[i + 1]));
    }
    InvocationHandler handler = (proxy, method, args) -> value(config, method, given);
    return config.cast(
        Proxy.newProxyInstance(config.getClassLoader(), new Class<?>[] {config}, handler));
  }

  private static Method option(Class<?> config, String key) {
    return Arrays.stream(config.getDeclaredMethods())
        .filter(method -> method.getName().equals(key))
        .findFirst()
        .orElseThrow(() -> unknown(config, key));
  }

  private static IllegalArgumentException unknown(Class<?> config, String key) {
    var keys = Arrays.stream(config.getDeclaredMethods()).map(Method::getName).toList();
    return new IllegalArgumentException(key + ": no such option, " + NearestName.hint(key, keys));
  }

  private static Object checked(Method option, Object value) {
    Class<?> type = option.getReturnType();
    Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    if (!boxed.isInstance(value)) {
      throw new IllegalArgumentException(
          option.getName()
              + ": needs a value of type "
              + type.getSimpleName()
              + ", got "
              + value.getClass().getSimpleName());
    }
    return value;
  }

  private static Object value(Class<?> config, Method method, Map<String, Object> given) {
    if (method.getDeclaringClass() != config) {
      return method.getName().equals("toString") ? config.getName() + given : null;
    }
    Object value = given.getOrDefault(method.getName(), method.getDefaultValue());
    if (value == null) {
      throw new IllegalStateException(method.getName() + ": needs a value, has no default");
    }
    return value;
  }
}
