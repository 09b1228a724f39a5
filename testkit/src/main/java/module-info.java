/** Assertions for people who write rules and backends. */
module org.frechet.testkit {
  requires java.management;
  requires jdk.management;
  requires transitive org.assertj.core;
  requires transitive org.frechet;
  requires transitive org.junit.jupiter.api;

  exports org.frechet.testkit;

  uses org.frechet.backend.Backend;
}
