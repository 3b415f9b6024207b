package org.variegate.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.variegate.api.space.Grid;
import org.variegate.api.space.Movable;
import org.variegate.api.space.Resampler;
import org.variegate.api.space.SpatialMap;
import org.variegate.api.space.Transform;
import org.variegate.api.space.Warp;

/**
 * One training example on its way through a pipeline: its parts, its annotations, and where it lies
 * in space. Confined to one thread at a time.
 *
 * <p>Spatial stages compose: {@link #move} and {@link #regrid} only note what is to be done. All
 * parts that lie in space go through the composed map at once, with one interpolation, when one of
 * them is asked for.
 */
public final class Sample {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final long index;
  private final Resampler resampler;
  private final Arena arena;
  private final BiConsumer<String, String> inputs;
  private final Map<Part<?>, Object> parts = new LinkedHashMap<>();
  private final Map<String, Object> annotations = new TreeMap<>();
  private SpatialMap pending;
  private SpatialMap total;

  /**
   * An empty sample of which nobody wants to know what files it is made from.
   *
   * @param index its number in the dataset, at least 0
   * @param resampler moves parts through space
   * @param arena lends buffers for as long as the sample lives
   */
  public Sample(long index, Resampler resampler, Arena arena) {
    this(index, resampler, arena, (name, sha256) -> {});
  }

  /**
   * An empty sample.
   *
   * @param index its number in the dataset, at least 0
   * @param resampler moves parts through space
   * @param arena lends buffers for as long as the sample lives
   * @param inputs is told name and hash of each {@linkplain #input input}
   */
  public Sample(long index, Resampler resampler, Arena arena, BiConsumer<String, String> inputs) {
    this.index = index;
    this.resampler = resampler;
    this.arena = arena;
    this.inputs = inputs;
  }

  /**
   * The sample's number in the dataset.
   *
   * @return at least 0
   */
  public long index() {
    return index;
  }

  /**
   * Where to take buffers from.
   *
   * @return this sample's arena
   */
  public Arena arena() {
    return arena;
  }

  /**
   * An empty sample beside this one, with a space of its own: the second view of a pair, or the
   * photograph that a scene is composed over. A source that combines others opens them in such
   * samples, and keeps what it needs as parts of this one: a sample is a part like any other value,
   * and moves with nothing.
   *
   * @return a sample of the same index, whose buffers are lent as long as this one's
   */
  public Sample beside() {
    return new Sample(index, resampler, arena, inputs);
  }

  /**
   * The keys of the parts it has.
   *
   * @return a view, in the order in which they were put
   */
  public Set<Part<?>> parts() {
    return Collections.unmodifiableSet(parts.keySet());
  }

  /**
   * Whether there is such a part.
   *
   * @param part its key
   * @return true if it was put
   */
  public boolean has(Part<?> part) {
    return parts.containsKey(part);
  }

  /**
   * A part, where the spatial stages so far have brought it.
   *
   * @param part its key
   * @return the value
   * @throws IllegalStateException if there is none
   */
  public <T> T get(Part<T> part) {
    if (!parts.containsKey(part)) {
      throw new IllegalStateException("the sample has no " + part.name());
    }
    if (parts.get(part) instanceof Movable<?>) {
      settle();
    }
    return part.type().cast(parts.get(part));
  }

  /**
   * Puts a part, or replaces it.
   *
   * @param part its key
   * @param value if it lies in space, on the sample's {@linkplain #grid() grid}, which the first
   *     such part sets
   * @throws IllegalArgumentException if it lies on another grid
   */
  public <T> void put(Part<T> part, T value) {
    if (value instanceof Movable<?> movable) {
      if (total == null) {
        total = SpatialMap.identity(movable.grid());
        pending = total;
      }
      settle();
      if (!movable.grid().equals(grid())) {
        throw new IllegalArgumentException(
            part.name() + ": needs the sample's grid " + grid() + ", got " + movable.grid());
      }
    }
    parts.put(part, value);
  }

  /**
   * Changes what a part means, voxel by voxel, not where it lies: labels swapped between sides, a
   * unit converted. Such a change does not care whether the part has been moved before, so it is
   * made at once, and nothing is interpolated for it.
   *
   * @param part its key
   * @param change from the part, possibly not yet moved, to one on the same grid
   * @throws IllegalStateException if there is no such part
   * @throws IllegalArgumentException if the change moves it to another grid
   */
  public <T extends Movable<T>> void replace(Part<T> part, UnaryOperator<T> change) {
    if (!parts.containsKey(part)) {
      throw new IllegalStateException("the sample has no " + part.name());
    }
    T before = part.type().cast(parts.get(part));
    T after = change.apply(before);
    if (!after.grid().equals(before.grid())) {
      throw new IllegalArgumentException(
          part.name() + ": needs to stay on " + before.grid() + ", got " + after.grid());
    }
    parts.put(part, after);
  }

  /**
   * The grid on which the sample's parts lie, or will lie once one is asked for.
   *
   * @return the current grid
   * @throws IllegalStateException if no part lies in space yet
   */
  public Grid grid() {
    return map().target();
  }

  /**
   * How the sample came from where its source put it: from points of the current grid to points of
   * the source's.
   *
   * @return all spatial stages so far, composed
   * @throws IllegalStateException if no part lies in space yet
   */
  public SpatialMap map() {
    if (total == null) {
      throw new IllegalStateException("the sample has no part that lies in space");
    }
    return total;
  }

  /**
   * Moves the sample within its grid.
   *
   * @param transform takes a point of the moved sample to where its content comes from
   */
  public void move(Transform transform) {
    total = map().then(transform);
    pending = pending.then(transform);
  }

  /**
   * Shows the sample on another grid: a crop, another resolution, other axes.
   *
   * @param grid the new grid, in the same world
   */
  public void regrid(Grid grid) {
    total = map().onto(grid);
    pending = pending.onto(grid);
  }

  /**
   * Adds a truth about the sample, for the manifest.
   *
   * @param key its name
   * @param value a Boolean, Number or String, a list or array of those, or a map from String to
   *     those, which is told sorted by its keys whatever its own order is
   */
  public void annotate(String key, Object value) {
    annotations.put(key, sorted(value));
  }

  /** The order of a hash map may differ from one process to the next. */
  private static Object sorted(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), sorted(item)));
      return sorted;
    }
    return value instanceof List<?> list ? list.stream().map(Sample::sorted).toList() : value;
  }

  /**
   * The annotations so far.
   *
   * @return a view sorted by name
   */
  public Map<String, Object> annotations() {
    return Collections.unmodifiableMap(annotations);
  }

  /**
   * Notes a file that the sample is made from, for the manifest. A run that goes on stops where the
   * file is another than that of earlier samples; so may a stage note what else its samples depend
   * on beside its options and draws, by the hash of a text that says it.
   *
   * @param name the file's, as short as tells it from all others that this stage reads
   * @param sha256 of the file's bytes, 64 hexadecimal digits
   * @throws IllegalArgumentException if that is no hash, or the sample has another of this name
   */
  public void input(String name, String sha256) {
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "input " + name + ": needs 64 hexadecimal digits, got '" + sha256 + "'");
    }
    inputs.accept(name, sha256);
  }

  private void settle() {
    if (pending == null || pending.isIdentity()) {
      return;
    }
    Warp warp = resampler.prepare(pending, arena);
    parts.replaceAll((part, value) -> value instanceof Movable<?> m ? m.moved(warp) : value);
    pending = SpatialMap.identity(pending.target());
  }
}
