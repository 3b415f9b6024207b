package org.variegate.dl4j;

import java.nio.file.Path;

/**
 * What was started.
 *
 * @param version of Deeplearning4j and ND4J
 * @param platform that the natives are for: {@code linux-x86_64}
 * @param instructions the instruction set that convolutions use, which their last bits depend on:
 *     the largest that oneDNN and the processor know, {@code avx512}, say, or what the environment
 *     variable {@code DNNL_MAX_CPU_ISA} says
 * @param fast whether convolutions go through oneDNN; without it they take 10 to 20 times as long
 * @param slowBecause why not, empty if they do
 * @param threads of ND4J, oneDNN and OpenBLAS
 * @param memoryBytes the most that the whole process may take, Java's heap included
 * @param natives the folder with the native libraries
 * @param seconds that the start took, unpacking included
 */
public record BackendReport(
    String version,
    String platform,
    String instructions,
    boolean fast,
    String slowBecause,
    int threads,
    long memoryBytes,
    Path natives,
    double seconds) {}
