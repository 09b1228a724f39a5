/** Values, primitives, the rule contracts and their registry, the backend SPI, dense kernels. */
module org.frechet.rules {
  requires org.apache.commons.numbers.gamma;

  exports org.frechet.kernel;

  uses org.frechet.kernel.Kernels;
}
