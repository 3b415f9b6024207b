package org.variegate.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.function.Executable;
import org.objectweb.asm.Type;
import org.variegate.api.Annotator;
import org.variegate.api.Randomizer;
import org.variegate.api.Sink;
import org.variegate.api.Source;
import org.variegate.api.Synthesizer;
import org.variegate.draws.Distribution;

/** What must hold for a plugin's class, its annotations and its configuration. */
final class ComponentRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern NEED = Pattern.compile("[A-Z_]+(\\|[A-Z_]+)*");
  private static final Pattern GIVE = Pattern.compile("[A-Z_]+");
  private static final Pattern UNIT = Pattern.compile("\\[[^\\]]+\\]");
  private static final List<Class<?>> KINDS =
      List.of(Source.class, Randomizer.class, Synthesizer.class, Annotator.class, Sink.class);

  private ComponentRules() {}

  static void isPlugin(Class<?> type) {
    ComponentClass component = ComponentClass.of(type);
    String name = type.getName();
    assertTrue(component.annotations().containsKey("Plugin"), name + ": has no @Plugin");
    assertTrue(component.annotations().containsKey("Component"), name + ": has no @Component");
    assertEquals(
        "REQUIRE",
        component.annotation("Component").get("configurationPolicy"),
        name + ": configurationPolicy");
    assertEquals(
        true, component.annotation("Designate").get("factory"), name + ": @Designate(factory)");
    assertFalse(name.contains("-"), name + ": a PID has no dash");
    matches(NAME, List.of(String.valueOf(component.annotation("Plugin").get("name"))));
    matches(NEED, component.strings("Plugin", "needs"));
    matches(GIVE, component.strings("Plugin", "gives"));
    assertEquals(1, services(type, component).size(), name + ": is of exactly one kind");
  }

  /** The kinds of stage it is registered as. */
  private static List<Class<?>> services(Class<?> type, ComponentClass component) {
    Object declared = component.annotation("Component").get("service");
    List<?> names =
        declared instanceof List<?> list && !list.isEmpty()
            ? list.stream().map(item -> ((Type) item).getClassName()).toList()
            : Arrays.stream(type.getInterfaces()).map(Class::getName).toList();
    return KINDS.stream()
        .filter(kind -> names.contains(kind.getName()))
        .filter(kind -> kind.isAssignableFrom(type))
        .toList();
  }

  private static void matches(Pattern pattern, List<String> names) {
    names.forEach(
        name ->
            assertTrue(
                pattern.matcher(name).matches(), "'" + name + "' does not match " + pattern));
  }

  /** Whether it takes inner pipelines, whose parts it gives. */
  static boolean nests(Class<?> type) {
    return Arrays.stream(type.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getGenericParameterTypes()))
        .anyMatch(parameter -> parameter.getTypeName().contains(Source.class.getName()));
  }

  static void describesOptions(Class<?> type) {
    ComponentClass component = ComponentClass.of(type);
    Class<?> config = config(component, type);
    ComponentClass definition = ComponentClass.of(config);
    assertTrue(
        described(definition.annotation("ObjectClassDefinition").get("description")),
        config.getName() + ": needs @ObjectClassDefinition(description = ...)");
    for (Method option : config.getDeclaredMethods()) {
      Object text =
          definition.annotation(option.getName(), "AttributeDefinition").get("description");
      String key = config.getName() + "." + option.getName();
      assertTrue(described(text), key + ": needs @AttributeDefinition(description = ...)");
      assertTrue(
          !isNumber(option) || UNIT.matcher(String.valueOf(text)).find(),
          key + ": needs a unit such as [mm] or [1] in its description, got '" + text + "'");
      assertTrue(
          option.getDefaultValue() != null
              || !Boolean.FALSE.equals(
                  definition.annotation(option.getName(), "AttributeDefinition").get("required")),
          key + ": needs a default, or to be required");
    }
  }

  private static boolean described(Object text) {
    return text instanceof String description && !description.isBlank();
  }

  private static Class<?> config(ComponentClass component, Class<?> type) {
    Object ocd = component.annotation("Designate").get("ocd");
    assertTrue(ocd instanceof Type, type.getName() + ": has no @Designate(ocd)");
    try {
      return Class.forName(((Type) ocd).getClassName().replaceAll("\\.(?=Config$)", "\\$"));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(type.getName() + ": its configuration cannot be found", e);
    }
  }

  private static boolean isNumber(Method option) {
    Class<?> type = option.getReturnType();
    Class<?> item = type.isArray() ? type.getComponentType() : type;
    return item.isPrimitive() && item != boolean.class || isDistribution(option);
  }

  private static boolean isDistribution(Method option) {
    if (!(option.getDefaultValue() instanceof String text)) {
      return false;
    }
    try {
      Distribution.parse(option.getName(), text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static void refusesNoNumbers(Class<?> type) {
    Class<?> config = config(ComponentClass.of(type), type);
    Optional<Constructor<?>> constructor =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(c -> Arrays.equals(c.getParameterTypes(), new Class<?>[] {config}))
            .findFirst();
    assumeTrue(constructor.isPresent(), type.getName() + " takes more than its configuration");
    constructor.get().setAccessible(true);
    for (Method option : config.getDeclaredMethods()) {
      if (option.getReturnType() == double.class) {
        isRefused(option.getName(), make(constructor.get(), config, option, Double.NaN));
      } else if (isDistribution(option)) {
        isRefused(option.getName(), make(constructor.get(), config, option, "normal(0, NaN)"));
        isRefused(option.getName(), make(constructor.get(), config, option, "unifrom(0, 1)"));
      }
    }
  }

  private static Supplier<Object> make(
      Constructor<?> constructor, Class<?> config, Method option, Object value) {
    return () -> {
      try {
        return constructor.newInstance(
            Options.of(config.asSubclass(Annotation.class), option.getName(), value));
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refusal) {
          throw refusal;
        }
        throw new AssertionError(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    };
  }

  /** The attempt fails by an IllegalArgumentException {@code key: ...} of one line. */
  static void isRefused(String what, Supplier<?> attempt) {
    String key = what.split("[=:\\[ ]", 2)[0];
    Executable run = attempt::get;
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, run, what + " must be refused");
    String message = String.valueOf(error.getMessage());
    assertTrue(
        message.startsWith(key + ": ") || message.startsWith(key + "["),
        what + " must be refused by an error that begins with '" + key + ": ', got: " + message);
    assertFalse(message.contains("\n"), what + " must be refused in one line, got: " + message);
  }
}
