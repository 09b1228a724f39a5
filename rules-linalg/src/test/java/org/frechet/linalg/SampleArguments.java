package org.frechet.linalg;

import static org.frechet.linalg.FamilyCatalogue.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.frechet.rule.RuleRegistry;
import org.frechet.value.Elementary;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Scalar;
import org.frechet.value.Value;
import org.frechet.value.Vector;

/** Arguments of every type that functions of this module take, of shapes that rarely fit. */
final class SampleArguments {

  private static final Matrix SPD = Matrix.of(new double[][] {{2, 0.5}, {0.5, 3}});
  private static final int SPD_AT = 8;
  private static final List<Object> MATRICES = matrices();
  private static final List<Object> VECTORS =
      List.of(Vector.zeros(0), Vector.of(0.5), Vector.of(1, 0), random(3, 4));

  private SampleArguments() {}

  private static List<Object> matrices() {
    List<Object> matrices = new ArrayList<>();
    for (int[] shape :
        new int[][] {{0, 0}, {0, 2}, {2, 0}, {1, 1}, {2, 2}, {3, 2}, {2, 3}, {3, 3}}) {
      matrices.add(random(shape[0], shape[1], 7));
    }
    matrices.add(SPD);
    matrices.add(Matrix.zeros(2, 2));
    matrices.add(Matrix.of(1, 1, 0.0));
    return matrices;
  }

  static List<Object> of(Class<?> type) {
    if (type == Matrix.class) {
      return MATRICES;
    }
    if (type == Vector.class) {
      return VECTORS;
    }
    if (type == Value.class) {
      List<Object> all = new ArrayList<>(MATRICES);
      all.addAll(VECTORS);
      all.add(Scalar.of(2));
      return all;
    }
    if (type == Lu.class || type == Qr.class || type == Ldlt.class) {
      return factored(type);
    }
    return others(type);
  }

  private static List<Object> factored(Class<?> type) {
    List<Object> factored = new ArrayList<>();
    for (Object each : MATRICES) {
      Matrix a = (Matrix) each;
      if (type == Lu.class) {
        factored.add(LinearAlgebra.lu(a));
      } else if (type == Qr.class) {
        factored.add(LinearAlgebra.qr(a));
      }
    }
    factored.add(type == Ldlt.class ? LinearAlgebra.ldlt(SPD) : factored.get(0));
    return factored;
  }

  private static List<Object> others(Class<?> type) {
    if (type == double.class) {
      return List.of(1.5, -1.0, 0.0);
    }
    if (type == int.class) {
      return List.of(0, 1, -1, 5);
    }
    return List.of(other(type));
  }

  private static Object other(Class<?> type) {
    if (type == Scalar.class) {
      return Scalar.of(0.7);
    }
    if (type == List.class) {
      return List.of(random(2, 3, 1), random(1, 1, 2));
    }
    if (type == UnaryOperator.class) {
      UnaryOperator<Matrix> square = x -> x.multiply(x);
      return square;
    }
    if (type == Primitive.Elementwise.class) {
      return Elementary.EXP;
    }
    if (type == RuleRegistry.class) {
      return RuleRegistry.standard();
    }
    StateSpaceModel model = ComposedKalman.model(2, 2, 1);
    return type == StateSpaceModel.class ? model : model.timeVarying();
  }

  /** One that fits, at 2×2. */
  static Object ordinary(Class<?> type) {
    if (type == Matrix.class || type == Value.class) {
      return SPD;
    }
    if (type == Vector.class) {
      return Vector.of(1, 0);
    }
    List<Object> all = of(type);
    return all.get(all.size() > SPD_AT ? SPD_AT : 0);
  }

  /** The same with one number replaced, if it is a number or has some. */
  static Object with(Object value, double entry) {
    if (!(value instanceof Value)) {
      return value instanceof Double ? (Object) entry : value;
    }
    if (value instanceof Matrix a) {
      double[] entries = a.array().clone();
      entries[1] = entry;
      return Matrix.wrap(a.rows(), a.columns(), entries);
    }
    return value instanceof Vector ? Vector.of(1, entry) : Scalar.of(entry);
  }

  static String describe(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(x -> x instanceof Value v ? v.shape() + " " + v : String.valueOf(x))
        .collect(Collectors.joining(", "));
  }
}
