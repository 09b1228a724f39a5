/** Dense kernels in the Vector API, for virtual machines that were started with it. */
module org.frechet.kernels.vector {
  requires transitive org.frechet.rules;
  requires static jdk.incubator.vector; // where the virtual machine was started with it

  exports org.frechet.kernel.vector;

  provides org.frechet.kernel.Kernels with
      org.frechet.kernel.vector.VectorKernels;
}
