package org.frechet.reverse;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.frechet.value.Value;

/**
 * What a reverse trace has recorded, by slot number. A result has a larger number than what it was
 * made from. The thread that began the recording takes its slots from a run of its own, without
 * locks or atomic numbers; other threads, which the differentiated function may start, take single
 * slots behind it, and from then on so does the first.
 */
final class Tape {

  private static final int FIRST = 8;
  private static final int FIRST_BITS = 3;
  private static final AtomicIntegerFieldUpdater<Tape> TAKEN =
      AtomicIntegerFieldUpdater.newUpdater(Tape.class, "takenBehindFirst");

  /** Chunk k holds 8 · 2ᵏ slots, beginning with slot 8 · (2ᵏ − 1). Most tapes need one. */
  private final Chunk first = new Chunk(0, FIRST);

  private volatile AtomicReferenceArray<Chunk> others;
  private final SpareMemory spare;
  private final Thread owner = Thread.currentThread();
  private volatile boolean shared;

  /** Of all slots but those of the first chunk, which is the owner's first run. */
  private volatile int takenBehindFirst;

  /** The run of the owner's own slots: the rest of a chunk, from {@code next} to {@code end}. */
  private Chunk own;

  private int start;
  private int end;
  private int next;

  /** An empty tape, of new chunks and spare ones. */
  Tape(SpareMemory spare) {
    this.spare = spare;
    this.own = first;
    this.end = own.size();
  }

  /** Where memory comes from and goes to. */
  SpareMemory spare() {
    return spare;
  }

  /** One more than the largest slot number; for the owner, when the recording is done. */
  int size() {
    return shared || next == own.size() ? FIRST + takenBehindFirst : own.start + next;
  }

  /** Notes a number that depends on those in two slots, and returns its slot. */
  int note(int first, double byFirst, int second, double bySecond) {
    int at = next;
    if (at == end || shared || Thread.currentThread() != owner) {
      return noteElsewhere(first, byFirst, second, bySecond);
    }
    next = at + 1;
    own.note(at, first, byFirst, second, bySecond);
    return start + at;
  }

  private int noteElsewhere(int first, double byFirst, int second, double bySecond) {
    int slot = take(1);
    Chunk chunk = own.contains(slot) ? own : chunk(slot);
    chunk.note(slot - chunk.start, first, byFirst, second, bySecond);
    return slot;
  }

  /** Notes a number that is an entry of what is in slot {@code of}, and returns its slot. */
  int noteEntry(int of, int index) {
    return note(Chunk.entryOf(of), 1, index, 0);
  }

  /** Notes a node, or a value for a leaf that is like it, in a slot that was taken. */
  void note(int slot, Object note) {
    Chunk chunk = own.contains(slot) ? own : chunk(slot);
    chunk.notes[slot - chunk.start] = note;
  }

  /** What is noted in a slot: a node, a value for a leaf, or null for a number. */
  Object at(int slot) {
    Chunk chunk = chunk(slot);
    return chunk.notes[slot - chunk.start];
  }

  /** What the vector or matrix in a slot is like. */
  Value like(int slot) {
    return (Value) (at(slot) instanceof Node node ? node.result() : at(slot));
  }

  /** Takes {@code leaves} consecutive slots, and returns the first. */
  int take(int leaves) {
    if (Thread.currentThread() != owner || shared) {
      shared = true;
      return FIRST + TAKEN.getAndAdd(this, leaves);
    }
    if (next + leaves > own.size()) {
      takeRun(leaves);
    }
    int slot = own.start + next;
    next += leaves;
    return slot;
  }

  /** Takes the rest of a chunk that has room for {@code leaves}: a smaller rest is left unused. */
  private void takeRun(int leaves) {
    while (true) {
      int behind = takenBehindFirst;
      int from = FIRST + behind;
      Chunk chunk = chunk(from);
      int end = chunk.start + chunk.size();
      if (TAKEN.compareAndSet(this, behind, end - FIRST) && end - from >= leaves) {
        own = chunk;
        start = chunk.start;
        this.end = chunk.size();
        next = from - chunk.start;
        return;
      }
    }
  }

  /** How many slots the chunk with this index has. */
  static int slots(int index) {
    return FIRST << index;
  }

  /** The first slot of the chunk with this index. */
  static int start(int index) {
    return slots(index) - FIRST;
  }

  /** The index of the chunk of a slot. */
  static int index(int slot) {
    return 31 - FIRST_BITS - Integer.numberOfLeadingZeros(slot + FIRST);
  }

  /** The chunk of a slot. */
  Chunk chunk(int slot) {
    return slot < FIRST ? first : other(index(slot));
  }

  private Chunk other(int index) {
    AtomicReferenceArray<Chunk> chunks = others == null ? makeOthers() : others;
    Chunk chunk = chunks.get(index);
    if (chunk == null) {
      chunks.compareAndSet(index, null, empty(index));
      chunk = chunks.get(index);
    }
    return chunk;
  }

  private synchronized AtomicReferenceArray<Chunk> makeOthers() {
    if (others == null) {
      others = new AtomicReferenceArray<>(32 - FIRST_BITS);
    }
    return others;
  }

  private Chunk empty(int index) {
    Chunk found = spare.takeChunk(index);
    return found == null ? new Chunk(start(index), slots(index)) : found;
  }

  /**
   * Gives the chunks back: the recording is gone. Not if other threads had a part in it, of which
   * one might still be at work.
   */
  void release() {
    AtomicReferenceArray<Chunk> chunks = others;
    for (int i = 1; chunks != null && !shared && i < chunks.length(); i++) {
      Chunk chunk = chunks.getAndSet(i, null);
      if (chunk != null) {
        chunk.clear();
        spare.give(i, chunk);
      }
    }
  }
}
