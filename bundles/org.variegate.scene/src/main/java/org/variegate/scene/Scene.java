package org.variegate.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.variegate.api.Arena;
import org.variegate.api.Part;

/**
 * What a picture is taken of. Belongs to one sample; stages change it by replacing instances,
 * camera, lights and sky, each of which is a value.
 */
public final class Scene {
  /** The scene of a sample. */
  public static final Part<Scene> SCENE = new Part<>("SCENE", Scene.class);

  private final List<Instance> instances = new ArrayList<>();
  private Camera camera;
  private List<Light> lights;
  private Sky sky;
  private Backdrop backdrop;
  private List<String> classes = List.of();
  private final Map<Integer, Movement<Instance>> movements = new TreeMap<>();
  private Movement<Camera> cameraMovement;

  /** Kept for the next who asks; no part of what the scene is, which {@code transient} tells. */
  private final transient List<Posed> posed = new ArrayList<>();

  /** The geometry that was made last for the instance of its place. */
  private record Posed(Model model, Pose pose, Geometry geometry) {}

  /**
   * An empty scene.
   *
   * @param camera where the picture is taken from, unless a stage moves it
   * @param lights unless a stage changes them
   * @param sky unless a stage changes it
   */
  public Scene(Camera camera, List<Light> lights, Sky sky) {
    this.camera = camera;
    this.lights = List.copyOf(lights);
    this.sky = sky;
  }

  /** All instances, by id. */
  public List<Instance> instances() {
    return List.copyOf(instances);
  }

  /** The id of the next instance to be added. */
  public int nextId() {
    return instances.size() + 1;
  }

  /**
   * The first subject.
   *
   * @throws NoSuchElementException if there is none
   */
  public Instance subject() {
    return instances.stream()
        .filter(i -> i.role() == Role.SUBJECT)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("scene: needs a subject, has none"));
  }

  /**
   * Adds an instance.
   *
   * @param instance its id is {@link #nextId()}
   * @throws IllegalArgumentException if it has another
   */
  public void add(Instance instance) {
    if (instance.id() != nextId()) {
      throw new IllegalArgumentException("id: needs " + nextId() + ", got " + instance.id());
    }
    instances.add(instance);
  }

  /**
   * Puts an instance in the place of the one with its id.
   *
   * @param instance the new one
   * @throws IllegalArgumentException if there is none with its id
   */
  public void replace(Instance instance) {
    if (instance.id() < 1 || instance.id() > instances.size()) {
      throw new IllegalArgumentException(
          "id: needs 1 to " + instances.size() + ", got " + instance.id());
    }
    instances.set(instance.id() - 1, instance);
  }

  /**
   * All classes that subjects of the dataset may have; the number of a class is its place from 1.
   *
   * @return in alphabetical order; those of this scene's subjects, unless the source tells more
   */
  public List<String> classes() {
    Set<String> all = new TreeSet<>(classes);
    instances.stream().filter(i -> i.role() == Role.SUBJECT).forEach(i -> all.add(i.category()));
    return List.copyOf(all);
  }

  /**
   * Tells all classes, so that each has the same number in all samples.
   *
   * @param all classes of which the source has subjects
   */
  public void classes(Collection<String> all) {
    classes = List.copyOf(all);
  }

  /** Where the picture is taken from. */
  public Camera camera() {
    return camera;
  }

  /** Moves the camera. */
  public void camera(Camera other) {
    camera = other;
  }

  /** The lights beside the sky. */
  public List<Light> lights() {
    return lights;
  }

  /** Sets other lights. */
  public void lights(List<Light> others) {
    lights = List.copyOf(others);
  }

  /** What surrounds everything. */
  public Sky sky() {
    return sky;
  }

  /** Sets another sky. */
  public void sky(Sky other) {
    sky = other;
  }

  /**
   * Sets an instance in motion.
   *
   * @param id the instance's
   * @param how it goes on from the moment of the picture; applied to the instance as it is when the
   *     picture is taken
   */
  public void moves(int id, Movement<Instance> how) {
    movements.put(id, how);
  }

  /**
   * Sets the camera in motion.
   *
   * @param how it goes on from the moment of the picture
   */
  public void cameraMoves(Movement<Camera> how) {
    cameraMovement = how;
  }

  /** Whether nothing was set in motion: every moment looks alike. */
  public boolean isStill() {
    return movements.isEmpty() && cameraMovement == null;
  }

  /** How an instance goes on, null if it stands still. */
  Movement<Instance> movement(int id) {
    return movements.get(id);
  }

  Movement<Camera> cameraMovement() {
    return cameraMovement == null ? (now, seconds) -> now : cameraMovement;
  }

  /** The same things, which share their geometry as far as they stand still. */
  Scene copy(Arena arena) {
    Scene copy = new Scene(camera, lights, sky);
    copy.backdrop = backdrop;
    copy.classes = classes;
    for (Instance instance : instances) {
      boolean still = !movements.containsKey(instance.id());
      copy.instances.add(instance);
      copy.posed.add(
          still
              ? new Posed(instance.model(), instance.pose(), geometry(instance.id(), arena))
              : null);
    }
    return copy;
  }

  /** What is seen in the place of the sky, if anything. */
  public Optional<Backdrop> backdrop() {
    return Optional.ofNullable(backdrop);
  }

  /** Sets a picture in the place of the sky; the sky still gives its light. */
  public void backdrop(Backdrop other) {
    backdrop = other;
  }

  /**
   * An instance's mesh in its pose, in its model's space. It is made once, and again only after the
   * pose has changed; the place does not matter.
   *
   * @param id the instance's
   * @param arena of the sample
   * @return positions and normals
   */
  public Geometry geometry(int id, Arena arena) {
    Instance instance = instances.get(id - 1);
    while (posed.size() < id) {
      posed.add(null);
    }
    Posed last = posed.get(id - 1);
    if (last != null && last.model == instance.model() && last.pose == instance.pose()) {
      return last.geometry;
    }
    if (last != null) {
      last.geometry.release(last.model.mesh(), arena);
    }
    Geometry geometry = Geometry.of(instance.model(), instance.pose(), arena);
    posed.set(id - 1, new Posed(instance.model(), instance.pose(), geometry));
    return geometry;
  }

  /**
   * The box in the world that holds an instance.
   *
   * @param id the instance's
   * @param arena of the sample
   * @return its bounds along the world's axes
   */
  public Bounds bounds(int id, Arena arena) {
    return geometry(id, arena).bounds(instances.get(id - 1).placement());
  }
}
