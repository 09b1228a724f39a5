package org.frechet;

/** What the operators share. */
abstract class EngineHolder {

  final Engine engine;

  EngineHolder(Engine engine) {
    this.engine = engine;
  }
}
