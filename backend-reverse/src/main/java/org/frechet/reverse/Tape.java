package org.frechet.reverse;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a reverse trace has recorded, by slot number: for a number its partial derivatives and where
 * they lead, in arrays; for everything else the node that made it. Recording takes one atomic
 * number and hardly ever a lock, so the differentiated function may use threads of its own.
 */
final class Tape {

  private static final int FIRST = 32;
  private static final int FIRST_BITS = 5;

  /** A run of consecutive slots; each chunk is twice as long as the one before. */
  private static final class Chunk {
    final Node[] nodes;
    final int[] first;
    final int[] second;
    final double[] byFirst;
    final double[] bySecond;

    Chunk(int size) {
      nodes = new Node[size];
      first = new int[size];
      second = new int[size];
      byFirst = new double[size];
      bySecond = new double[size];
    }
  }

  private final AtomicInteger size = new AtomicInteger();
  private final AtomicReferenceArray<Chunk> chunks = new AtomicReferenceArray<>(32 - FIRST_BITS);

  /** Takes {@code leaves} consecutive slots, and returns the first. */
  int take(int leaves) {
    return size.getAndAdd(leaves);
  }

  int size() {
    return size.get();
  }

  /** Notes what was applied to make the value in this slot and, for lists and records, the next. */
  void note(int slot, Node node) {
    Chunk chunk = chunk(slot);
    chunk.nodes[offset(slot, chunk)] = node;
  }

  /** Notes a number that depends on those in two slots. */
  void note(int slot, int first, double byFirst, int second, double bySecond) {
    Chunk chunk = chunk(slot);
    int at = offset(slot, chunk);
    chunk.first[at] = first;
    chunk.second[at] = second;
    chunk.byFirst[at] = byFirst;
    chunk.bySecond[at] = bySecond;
  }

  /** The node whose result begins in this slot; null for a number and for an input. */
  Node node(int slot) {
    Chunk chunk = chunk(slot);
    return chunk.nodes[offset(slot, chunk)];
  }

  /** Moves a number's cotangents on to the numbers that it was made from. */
  void pullBack(int slot, Cotangents cotangents) {
    Chunk chunk = chunk(slot);
    int at = offset(slot, chunk);
    if (chunk.byFirst[at] != 0) {
      cotangents.move(slot, chunk.first[at], chunk.byFirst[at]);
    }
    if (chunk.bySecond[at] != 0) {
      cotangents.move(slot, chunk.second[at], chunk.bySecond[at]);
    }
  }

  /** The last offset of a chunk is one less than its length, which is a power of two. */
  private static int offset(int slot, Chunk chunk) {
    return slot + FIRST - chunk.nodes.length;
  }

  private Chunk chunk(int slot) {
    int index = 31 - FIRST_BITS - Integer.numberOfLeadingZeros(slot + FIRST);
    Chunk chunk = chunks.get(index);
    if (chunk == null) {
      chunks.compareAndSet(index, null, new Chunk(FIRST << index));
      chunk = chunks.get(index);
    }
    return chunk;
  }
}
