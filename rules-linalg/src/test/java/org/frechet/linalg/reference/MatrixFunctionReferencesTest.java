package org.frechet.linalg.reference;

import java.util.List;
import java.util.function.Function;
import org.frechet.linalg.LinearAlgebra;
import org.frechet.linalg.reference.Reference.Point;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;

/** The functions of {@code testkit/references/functions.py}. */
class MatrixFunctionReferencesTest extends ReferencesTest {

  @Override
  List<ReferenceFunction> functions() {
    return List.of(
        plain("log", 30, 100, x -> LinearAlgebra.log(x.get(0))),
        plain("sqrt", 30, 100, x -> LinearAlgebra.sqrt(x.get(0))),
        new ReferenceFunction(
            "power", 48, 156, eighths -> x -> LinearAlgebra.power(x.get(0), eighths / 8.0)),
        plain("powerOfBoth", 6, 24, x -> LinearAlgebra.power(x.get(1), exponent(x))),
        plain(
            "symmetricPowerOfBoth",
            5,
            20,
            x -> LinearAlgebra.symmetricPower(x.get(1), exponent(x))),
        plain("sin", 19, 65, x -> LinearAlgebra.sin(x.get(0))),
        plain("cos", 19, 65, x -> LinearAlgebra.cos(x.get(0))),
        plain("sinh", 17, 57, x -> LinearAlgebra.sinh(x.get(0))),
        plain("cosh", 17, 57, x -> LinearAlgebra.cosh(x.get(0))),
        plain("sign", 17, 55, x -> LinearAlgebra.sign(x.get(0))),
        plain("expAction", 10, 40, x -> LinearAlgebra.expAction(x.get(0), x.get(1))),
        plain(
            "expActionOverTime",
            9,
            44,
            x -> LinearAlgebra.expAction(x.get(0).get(0, 0), x.get(1), x.get(2))),
        plain("symmetricExp", 18, 82, x -> LinearAlgebra.symmetricExp(x.get(0))),
        plain("symmetricLog", 19, 88, x -> LinearAlgebra.symmetricLog(x.get(0))),
        plain("symmetricSqrt", 19, 88, x -> LinearAlgebra.symmetricSqrt(x.get(0))),
        plain(
            "symmetricSinh",
            18,
            82,
            x -> LinearAlgebra.symmetricFunction(Elementary.SINH, x.get(0))),
        new ReferenceFunction(
            "symmetricPower",
            18,
            82,
            eighths -> x -> LinearAlgebra.symmetricPower(x.get(0), eighths / 8.0)));
  }

  private static Scalar exponent(Point x) {
    return x.get(0).get(0, 0);
  }

  private static ReferenceFunction plain(
      String file, int cases, int expectations, Function<Point, Matrix> f) {
    return new ReferenceFunction(file, cases, expectations, parameter -> f);
  }
}
