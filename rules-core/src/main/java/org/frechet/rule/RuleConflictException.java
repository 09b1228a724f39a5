package org.frechet.rule;

import java.io.Serial;
import java.util.List;

/** Several rule sets say different things about one primitive. */
public final class RuleConflictException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  RuleConflictException(List<String> conflicts) {
    super(String.join(System.lineSeparator(), conflicts));
  }
}
