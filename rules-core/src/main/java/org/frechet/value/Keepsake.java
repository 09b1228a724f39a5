package org.frechet.value;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;

/** One entry of the immutable list of things kept with a value; computed at most once. */
final class Keepsake {

  private static final AtomicReferenceFieldUpdater<Keepsake, Object> CONTENT =
      AtomicReferenceFieldUpdater.newUpdater(Keepsake.class, Object.class, "content");

  final Object key;
  final Keepsake next;
  private volatile Object content;

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
  Object get(Supplier<?> supplier) {
    Object known = content;
    return known == null ? compute(supplier) : known;
  }

  private synchronized Object compute(Supplier<?> supplier) {
    if (content == null) {
      CONTENT.lazySet(this, supplier.get()); // whoever does not see it waits for the lock
    }
    return content;
  }

  /** The content; null as long as there is none. */
  Object peek() {
    return content;
  }
}
