package org.variegate.dl4j.internal;

import java.nio.file.Path;
import org.bytedeco.javacpp.NativeEnvironment;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.config.DL4JClassLoading;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.variegate.dl4j.BackendReport;
import org.variegate.dl4j.layers.internal.Workers;

/** The one class that touches ND4J, once all is set that it reads when it is loaded. */
final class Nd4jStart {
  private static final String WAITING = "OMP_WAIT_POLICY";

  private Nd4jStart() {}

  static BackendReport start(Natives natives, Path folder, int threads, long startNanos) {
    // before anything is loaded that reads it
    NativeEnvironment.put("OMP_NUM_THREADS", String.valueOf(threads));
    NativeEnvironment.put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    if (System.getenv(WAITING) == null) {
      // threads that wait leave the processor to those that make samples
      NativeEnvironment.put(WAITING, "PASSIVE");
    }
    ClassLoader here = Nd4jStart.class.getClassLoader();
    ND4JClassLoading.setNd4jClassloader(here);
    DL4JClassLoading.setDl4jClassloader(here);
    Nd4j.getExecutioner();
    // ND4J itself would take one for each core
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
    Workers.use(threads);
    String slow = slowBecause(natives);
    return new BackendReport(
        natives.version(),
        natives.platform(),
        Machine.instructions(natives, System.getenv(Machine.LARGEST_INSTRUCTIONS)),
        slow.isEmpty(),
        slow,
        threads,
        Pointer.maxPhysicalBytes(),
        folder,
        (System.nanoTime() - startNanos) / 1e9);
  }

  /** Asks a layer, since everything on the way to its helper fails silently. */
  private static String slowBecause(Natives natives) {
    if (!natives.withOneDnn()) {
      return "these natives have no oneDNN";
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(1, 1).nOut(1).build())
                .setInputType(InputType.convolutional(1, 1, 1))
                .build());
    network.init();
    return network.getLayer(0).getHelper() != null ? "" : "layers are not given oneDNN's functions";
  }
}
