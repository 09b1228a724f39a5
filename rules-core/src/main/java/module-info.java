/** Values, primitives, the rule contracts and their registry, the backend SPI, dense kernels. */
module org.frechet.rules {
  requires org.apache.commons.numbers.gamma;

  exports org.frechet.backend;
  exports org.frechet.kernel;
  exports org.frechet.rule;
  exports org.frechet.value;

  uses org.frechet.kernel.Kernels;
  uses org.frechet.rule.RuleSet;
}
