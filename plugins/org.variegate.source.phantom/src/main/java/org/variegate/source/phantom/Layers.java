package org.variegate.source.phantom;

import org.variegate.api.space.Grid;

/** Labels the voxels of a grid by the layers of the head: skin to bone, cortex to white matter. */
final class Layers {
  private static final double NODES = 7.5;
  private static final double FOLD_NODES = 5;
  private static final float SKIN = 2.2f;
  private static final float FALX = 0.6f;
  private static final float INSULA = 37;
  private static final float TABLE = 0.28f;
  private static final float FOLIA = 2.2f;
  private static final float FURROW = 11;

  private final Grid grid;
  private final Traits traits;
  private final Lattice surfaces;
  private final Lattice folds;
  private final float[][] rows;
  private final float[] fold;
  private final float cortex;
  private final float sulci;
  private final float depth;

  Layers(Grid grid, Traits traits, Ripples ripples) {
    this.grid = grid;
    this.traits = traits;
    surfaces = new Lattice(grid, NODES, Surfaces.COUNT, new Surfaces(traits, ripples));
    folds = new Lattice(grid, FOLD_NODES, 1, new Folds(traits, ripples));
    rows = new float[Surfaces.COUNT][grid.nx()];
    fold = new float[grid.nx()];
    cortex = (float) traits.cortex();
    sulci = (float) traits.sulci();
    depth = (float) traits.depth();
  }

  /** Labels all voxels. */
  void paint(byte[] places) {
    for (int z = 0; z < grid.nz(); z++) {
      for (int y = 0; y < grid.ny(); y++) {
        paintRow(places, y, z, grid.nx() * (y + grid.ny() * z));
      }
    }
  }

  private void paintRow(byte[] places, int y, int z, int from) {
    int nx = grid.nx();
    java.util.Arrays.fill(places, from, from + nx, Tissue.BACKGROUND.place());
    if (!reaches(Surfaces.HEAD, y, z)) {
      return;
    }
    reaches(Surfaces.SKULL, y, z);
    boolean brain = reaches(Surfaces.CAVITY, y, z);
    if (brain) {
      for (int function = Surfaces.CEREBRUM; function < Surfaces.COUNT; function++) {
        surfaces.row(function, y, z, rows[function]);
      }
      folds.row(0, y, z, fold);
    }
    for (int x = 0; x < nx; x++) {
      if (rows[Surfaces.HEAD][x] < 0) {
        boolean inside = brain && rows[Surfaces.CAVITY][x] < 0;
        places[from + x] = (inside ? brain(x) : shell(x)).place();
      }
    }
  }

  /** Interpolates a row, and says whether some of it lies inside. */
  private boolean reaches(int function, int y, int z) {
    float[] row = rows[function];
    surfaces.row(function, y, z, row);
    for (float distance : row) {
      if (distance < 0) {
        return true;
      }
    }
    return false;
  }

  private Tissue shell(int x) {
    float skull = rows[Surfaces.SKULL][x];
    float inner = rows[Surfaces.CAVITY][x];
    if (skull < 0) {
      float table = TABLE * (inner - skull);
      return inner < table || -skull < table ? Tissue.BONE : Tissue.MARROW;
    }
    float under = -rows[Surfaces.HEAD][x];
    if (under < SKIN) {
      return Tissue.SKIN;
    }
    return under < SKIN + traits.scalp() ? Tissue.FAT : Tissue.MUSCLE;
  }

  private Tissue brain(int x) {
    float cerebrum = Math.min(rows[Surfaces.CEREBRUM][x], rows[Surfaces.TEMPORAL][x]);
    float cerebellum = rows[Surfaces.CEREBELLUM][x];
    boolean left = rows[Surfaces.MIDLINE][x] < 0;
    if (cerebrum < 0 && cerebrum <= cerebellum) {
      return cerebral(x, cerebrum, cerebellum, left);
    }
    if (cerebellum < 0) {
      return cerebellar(x, Math.min(-cerebellum, (cerebrum - cerebellum) / 2), left);
    }
    return Tissue.CSF;
  }

  private Tissue cerebral(int x, float hull, float cerebellum, boolean left) {
    float surface = Math.min(-hull, (cerebellum - hull) / 2);
    surface = Math.min(surface, Math.min(fissure(x), sylvian(x)));
    float open = sulci * (1 - surface / depth);
    float sheet = Math.abs(fold[x]);
    if (surface < 0 || sheet < open) {
      return Tissue.CSF;
    }
    float below = Math.max(0, surface - depth);
    float bank = (float) Math.sqrt(sheet * sheet + below * below) - Math.max(0, open);
    if (Math.min(surface, bank) < cortex) {
      return left ? Tissue.LEFT_CORTEX : Tissue.RIGHT_CORTEX;
    }
    return left ? Tissue.LEFT_WHITE : Tissue.RIGHT_WHITE;
  }

  /** Distance from the cleft between the hemispheres, which ends where they join. */
  private float fissure(int x) {
    float side = rows[Surfaces.MIDLINE][x];
    float join = Math.min(0, rows[Surfaces.COMMISSURE][x]);
    return (float) Math.sqrt(side * side + join * join) - FALX;
  }

  /** Distance from the cleft between temporal lobe and the rest, which ends at the insula. */
  private float sylvian(int x) {
    float across = (rows[Surfaces.CEREBRUM][x] - rows[Surfaces.TEMPORAL][x]) / 2;
    float beyond = Math.max(0, INSULA - Math.abs(rows[Surfaces.MIDLINE][x]));
    return (float) Math.sqrt(across * across + beyond * beyond) - sulci;
  }

  private Tissue cerebellar(int x, float surface, boolean left) {
    if (surface < 0.5f) {
      return Tissue.CSF;
    }
    float below = Math.max(0, surface - FURROW);
    float sheet = fold[x];
    float bank = (float) Math.sqrt(sheet * sheet + below * below);
    if (Math.min(surface, bank) < FOLIA) {
      return left ? Tissue.LEFT_CEREBELLAR_CORTEX : Tissue.RIGHT_CEREBELLAR_CORTEX;
    }
    return left ? Tissue.LEFT_CEREBELLAR_WHITE : Tissue.RIGHT_CEREBELLAR_WHITE;
  }
}
