/** The reverse backend: a recorded function, run backwards. */
module org.frechet.reverse {
  requires transitive org.frechet.rules;

  exports org.frechet.reverse;

  provides org.frechet.backend.Backend with
      org.frechet.reverse.Reverse;
}
