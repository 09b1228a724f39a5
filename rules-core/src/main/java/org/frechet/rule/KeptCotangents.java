package org.frechet.rule;

/**
 * A demand that keeps what it takes.
 *
 * @param wanted which arguments' cotangents are asked for
 * @param pulled their cotangents; null for zeros, and for those not asked for
 */
record KeptCotangents(boolean[] wanted, Object[] pulled) implements Demand {
  @Override
  public boolean wants(int i) {
    return wanted[i];
  }

  @Override
  public void accept(int i, Object cotangent) {
    pulled[i] = cotangent;
  }
}
