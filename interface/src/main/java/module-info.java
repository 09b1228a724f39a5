/** The facade: operators that differentiate with any backend, and their composition by Guice. */
module org.frechet {
  requires transitive org.frechet.rules;
  requires transitive com.google.guice;

  exports org.frechet;
  exports org.frechet.guice;

  uses org.frechet.backend.Backend;
  uses org.frechet.rule.RuleSet;

  opens org.frechet.guice to
      com.google.guice;
}
