package org.variegate.engine.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.variegate.engine.internal.pipeline.Slot;
import org.variegate.engine.recipe.RecipeException;

/** Says why a stage's component is not there. */
final class Diagnosis {
  private static final Pattern CAUSE =
      Pattern.compile("^(?:Caused by: )?([\\w.$]+(?:Exception|Error))(?:: (.*))?$");
  private static final Pattern KEY = Pattern.compile("^([A-Za-z][\\w.-]*)(?:\\[\\d+])?: .*");

  private final ServiceComponentRuntime runtime;
  private final String run;

  Diagnosis(ServiceComponentRuntime runtime, String run) {
    this.runtime = runtime;
    this.run = run;
  }

  /** The state of a slot's component, if its bundle is there. */
  Optional<ComponentConfigurationDTO> component(Slot slot) {
    List<ComponentConfigurationDTO> found = new ArrayList<>();
    for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
      if (Arrays.asList(description.configurationPid).contains(slot.plugin().pid())) {
        for (ComponentConfigurationDTO state : runtime.getComponentConfigurationDTOs(description)) {
          if ((run + "/" + slot.path()).equals(state.properties.get(Wiring.STAGE))) {
            found.add(state);
          }
        }
      }
    }
    return found.stream().max((a, b) -> Integer.compare(rank(a), rank(b)));
  }

  private static int rank(ComponentConfigurationDTO state) {
    return state.state == ComponentConfigurationDTO.FAILED_ACTIVATION ? 1 : 0;
  }

  static boolean failed(ComponentConfigurationDTO state) {
    return state.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
  }

  /** Whether the component may still be under way: its constructor may read many files. */
  static boolean busy(ComponentConfigurationDTO state) {
    return state.state == ComponentConfigurationDTO.SATISFIED;
  }

  /** One line, without the stage's name. */
  String why(Slot slot) {
    return component(slot).map(Diagnosis::why).orElse("is gone");
  }

  private static String why(ComponentConfigurationDTO state) {
    if (failed(state)) {
      return "was refused: " + message(state.failure);
    }
    if (state.unsatisfiedReferences != null && state.unsatisfiedReferences.length > 0) {
      UnsatisfiedReferenceDTO reference = state.unsatisfiedReferences[0];
      return "waits for the service '" + reference.name + "'";
    }
    return switch (state.state) {
      case ComponentConfigurationDTO.SATISFIED -> "is being activated";
      case ComponentConfigurationDTO.ACTIVE -> "is active, but no stage of this engine's api";
      default -> "waits for its configuration";
    };
  }

  /** What is wrong with a stage that could not be made, at the option it is about. */
  RecipeException exception(Slot slot) {
    Optional<ComponentConfigurationDTO> state = component(slot);
    if (state.isEmpty() || !failed(state.get())) {
      return new RecipeException(slot.node().position(), slot.path() + ": " + why(slot));
    }
    String message = message(state.get().failure);
    Matcher key = KEY.matcher(message);
    if (key.matches() && slot.node().options().containsKey(key.group(1))) {
      return new RecipeException(slot.node().position(key.group(1)), slot.path() + "." + message);
    }
    return new RecipeException(slot.node().position(), slot.path() + ": " + message);
  }

  /**
   * What the user should read of a stack trace: the outermost words about an option, which a plugin
   * that wraps a cause has chosen, else the words of the innermost cause.
   */
  static String message(String trace) {
    String innermost = null;
    for (String line : String.valueOf(trace).lines().toList()) {
      Matcher cause = CAUSE.matcher(line.strip());
      if (cause.matches() && (innermost == null || line.startsWith("Caused by: "))) {
        innermost = words(cause.group(1), cause.group(2));
        if (cause.group(1).endsWith(".IllegalArgumentException")
            && KEY.matcher(innermost).matches()) {
          return innermost;
        }
      }
    }
    return innermost != null
        ? innermost
        : String.valueOf(trace).lines().findFirst().orElse("no reason given");
  }

  private static String words(String type, String message) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    if (message == null || message.isEmpty()) {
      return name;
    }
    return name.equals("IllegalArgumentException") ? message : name + ": " + message;
  }
}
