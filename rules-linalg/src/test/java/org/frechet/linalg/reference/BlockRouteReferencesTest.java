package org.frechet.linalg.reference;

import static org.frechet.linalg.LinearAlgebra.matrixFunction;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.linalg.LinearAlgebra;
import org.frechet.value.Matrix;

/**
 * {@code matrixFunction}, which knows no derivative of what it is given, against the references of
 * the same functions: ordinary, non-normal and defective points, at every norm.
 */
class BlockRouteReferencesTest extends ReferencesTest {

  @Override
  List<ReferenceFunction> functions() {
    return List.of(
        byBlocks("log", 30, 100, LinearAlgebra::log),
        byBlocks("sqrt", 30, 100, LinearAlgebra::sqrt),
        byBlocks("sin", 19, 65, LinearAlgebra::sin),
        byBlocks("sign", 17, 55, LinearAlgebra::sign),
        byBlocks("exp", 41, 203, LinearAlgebra::exp));
  }

  /** A derivative of order k is a block of a function at the order 2ᵏn. */
  @Override
  int order(Reference r, String quantity) {
    int derivatives = quantity.equals("value") ? 0 : quantity.startsWith("second") ? 2 : 1;
    return r.order() << derivatives;
  }

  private static ReferenceFunction byBlocks(
      String file, int cases, int expectations, UnaryOperator<Matrix> f) {
    return new ReferenceFunction(
        file, cases, expectations, parameter -> x -> matrixFunction(f, x.get(0)));
  }
}
