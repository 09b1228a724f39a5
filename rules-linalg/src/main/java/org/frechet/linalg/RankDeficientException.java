package org.frechet.linalg;

import java.io.Serial;

/** The columns, or the rows, of a matrix must be independent and are not. */
public final class RankDeficientException extends ArithmeticException {

  @Serial private static final long serialVersionUID = 1L;

  private final double independence;

  RankDeficientException(String operation, String what, double independence) {
    super(
        "%s: the %s of a are linearly dependent within rounding: scaled to length one, they have the reciprocal condition number %.2e. Drop the dependent ones, or use pinv, which takes any rank."
            .formatted(operation, what, independence));
    this.independence = independence;
  }

  /** The reciprocal condition number of the columns (or rows), scaled to length one. */
  public double independence() {
    return independence;
  }
}
