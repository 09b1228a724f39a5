package org.frechet.reverse;

/**
 * What a reverse trace notes beside a value: where it is on the tape.
 *
 * @param number the number of the slot
 */
record Slot(int number) {}
