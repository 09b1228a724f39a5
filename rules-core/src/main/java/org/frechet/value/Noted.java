package org.frechet.value;

/** What a trace notes beside a value that is no plain number: what it stands for, and an object. */
record Noted(Value primal, Object slot) {}
