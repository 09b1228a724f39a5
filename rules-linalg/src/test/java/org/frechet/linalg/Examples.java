package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.frechet.linalg.Operands.Kind;
import org.frechet.value.Matrix;
import org.frechet.value.Vector;

/** A list of examples that is being written; see {@link #all()}. Confined to one thread. */
final class Examples {

  final List<Example> list = new ArrayList<>();

  /** Every function of {@code LinearAlgebra}, family by family. */
  static List<Example> all() {
    Examples examples = new Examples();
    StructureExamples.addTo(examples);
    SolvingExamples.addTo(examples);
    FactorizationExamples.addTo(examples);
    MatrixFunctionExamples.addTo(examples);
    EquationExamples.addTo(examples);
    StatisticsExamples.addTo(examples);
    return List.copyOf(examples.list);
  }

  Examples of(String name, Kind a, Function<Matrix, ?> f) {
    return any(name, List.of(a), x -> f.apply(x.matrix(0)));
  }

  Examples of(String name, Kind a, Kind b, BiFunction<Matrix, Matrix, ?> f) {
    return any(name, List.of(a, b), x -> f.apply(x.matrix(0), x.matrix(1)));
  }

  Examples ofVector(String name, Function<Vector, ?> f) {
    return any(name, List.of(Operands.VECTOR), x -> f.apply(x.vector(0)));
  }

  Examples ofVectors(String name, Kind kind, BiFunction<Vector, Vector, ?> f) {
    return any(name, List.of(kind, kind), x -> f.apply(x.vector(0), x.vector(1)));
  }

  Examples any(String name, List<Kind> kinds, Function<Operands, Object> f) {
    list.add(new Example(name, kinds, false, f));
    return this;
  }

  Examples ofSymmetric(String name, Function<Matrix, ?> f) {
    return symmetric(name, List.of(Operands.SPD), x -> f.apply(x.matrix(0)));
  }

  Examples symmetric(String name, List<Kind> kinds, Function<Operands, Object> f) {
    list.add(new Example(name, kinds, true, f));
    return this;
  }
}
