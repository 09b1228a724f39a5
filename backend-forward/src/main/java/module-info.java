/** The forward backend: tangents travel beside the values. */
module org.frechet.forward {
  requires transitive org.frechet.rules;

  exports org.frechet.forward;

  provides org.frechet.backend.Backend with
      org.frechet.forward.Forward;
}
