package org.frechet.value;

import java.util.function.Supplier;

/** One entry of the immutable list of things kept with a value; computed at most once. */
final class Keepsake {

  final Object key;
  final Keepsake next;
  private Object content;

  Keepsake(Object key, Keepsake next) {
    this.key = key;
    this.next = next;
  }

  static Keepsake find(Keepsake first, Object key) {
    Keepsake at = first;
    while (at != null && at.key != key) {
      at = at.next;
    }
    return at;
  }

  /** The content; a supplier that throws leaves the entry empty, to be tried again. */
  synchronized Object get(Supplier<?> supplier) {
    if (content == null) {
      content = supplier.get();
    }
    return content;
  }

  synchronized Object peek() {
    return content;
  }
}
