package org.variegate.render;

import org.variegate.api.Arena;
import org.variegate.scene.Scene;

/** Says how long a picture takes. */
final class Speed {
  private Speed() {}

  public static void main(String[] args) {
    Renderer renderer =
        new Renderer(Settings.of(Integer.getInteger("size", 256), Integer.getInteger("size", 256)));
    Scene model = Scenes.furry();
    PoolArena arena = new PoolArena();
    int frames = args.length > 0 ? Integer.parseInt(args[0]) : 400;
    for (int round = 0; round < 8; round++) {
      long start = cpu();
      for (int i = 0; i < frames; i++) {
        Scene scene = new Scene(model.camera(), model.lights(), model.sky());
        model.instances().forEach(scene::add);
        renderer.render(scene, arena);
        arena.end();
      }
      System.out.printf("%.3f ms of processor time%n", (cpu() - start) / 1e6 / frames);
    }
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Lends arrays again after each frame. */
  static final class PoolArena implements Arena {
    private final java.util.Map<String, java.util.ArrayDeque<Object>> idle =
        new java.util.HashMap<>();
    private final java.util.List<Object> lent = new java.util.ArrayList<>();

    private Object lend(Class<?> type, int length) {
      var free = idle.get(type.getName() + length);
      Object array =
          free == null || free.isEmpty()
              ? java.lang.reflect.Array.newInstance(type, length)
              : free.pop();
      lent.add(array);
      return array;
    }

    void end() {
      lent.forEach(this::put);
      lent.clear();
    }

    private void put(Object array) {
      String key =
          array.getClass().getComponentType().getName() + java.lang.reflect.Array.getLength(array);
      idle.computeIfAbsent(key, k -> new java.util.ArrayDeque<>()).push(array);
    }

    @Override
    public float[] floats(int length) {
      return (float[]) lend(float.class, length);
    }

    @Override
    public int[] ints(int length) {
      return (int[]) lend(int.class, length);
    }

    @Override
    public short[] shorts(int length) {
      return (short[]) lend(short.class, length);
    }

    @Override
    public byte[] bytes(int length) {
      return (byte[]) lend(byte.class, length);
    }

    @Override
    public void release(Object array) {
      for (int i = lent.size() - 1; i >= 0; i--) {
        if (lent.get(i) == array) {
          lent.remove(i);
          put(array);
          return;
        }
      }
    }
  }
}
