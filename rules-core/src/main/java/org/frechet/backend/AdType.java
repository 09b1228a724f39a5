package org.frechet.backend;

/**
 * A token that picks a backend: a record, pure data, printable, without behaviour. Code can name a
 * backend that it does not depend on. Third parties add tokens of their own with a {@link Backend}
 * that handles them.
 */
public interface AdType {}
