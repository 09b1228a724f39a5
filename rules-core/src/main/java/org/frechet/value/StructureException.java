package org.frechet.value;

import java.io.Serial;

/**
 * Something that should be a value, or a list or record of values, is not, or cannot be rebuilt.
 */
public final class StructureException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  /** An error with this message. */
  public StructureException(String message) {
    super(message);
  }

  /** An error with this message, brought about by {@code cause}. */
  public StructureException(String message, Throwable cause) {
    super(message, cause);
  }
}
