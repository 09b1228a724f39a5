package org.frechet.reverse;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Large arrays that nobody needs any more, for the next recording: to fill memory that the
 * processor has at hand costs half of what new memory does. There is one chunk of a tape of each
 * size, and one array of cotangents; the garbage collector takes them when it needs room. Safe to
 * share between threads.
 */
final class SpareMemory {

  /** What is shorter is cheaper made than found: chunks with this index have 1024 slots. */
  private static final int SHORTEST = 7;

  private static final int CHUNKS = 20;

  private record Spare(AtomicReferenceArray<Chunk> chunks, AtomicReference<double[]> numbers) {
    Spare() {
      this(new AtomicReferenceArray<>(CHUNKS), new AtomicReference<>());
    }
  }

  private volatile SoftReference<Spare> spare = new SoftReference<>(null);

  /** A chunk without notes, as the one with this index on a tape; null if there is none. */
  Chunk takeChunk(int index) {
    Spare found = index < SHORTEST || index >= CHUNKS ? null : spare.get();
    return found == null ? null : found.chunks.getAndSet(index, null);
  }

  /** Keeps a chunk, whose notes have been cleared. */
  void give(int index, Chunk chunk) {
    if (index >= SHORTEST && index < CHUNKS) {
      kept().chunks.set(index, chunk);
    }
  }

  /** At least this many zeros. */
  double[] takeNumbers(int size) {
    Spare found = size < Tape.slots(SHORTEST) ? null : spare.get();
    double[] numbers = found == null ? null : found.numbers.getAndSet(null);
    if (numbers == null || numbers.length < size) {
      return new double[size];
    }
    Arrays.fill(numbers, 0, size, 0);
    return numbers;
  }

  /** Keeps an array of numbers. */
  void give(double[] numbers) {
    if (numbers.length >= Tape.slots(SHORTEST) && numbers.length <= Tape.slots(CHUNKS)) {
      kept().numbers.set(numbers);
    }
  }

  private Spare kept() {
    Spare found = spare.get();
    if (found == null) {
      found = new Spare();
      spare = new SoftReference<>(found);
    }
    return found;
  }
}
