package org.frechet.linalg;

import java.util.ArrayList;
import java.util.List;
import org.frechet.rule.RuleBinder;
import org.frechet.rule.Stacking;
import org.frechet.value.Matrix;
import org.frechet.value.Primitive;
import org.frechet.value.Shaping;
import org.frechet.value.Structure;

/**
 * The rules of an analytic function whose Fréchet derivatives are computed along several directions
 * at once, as those of {@link MatrixFunctionRules} with batch forms. The work does not depend on
 * the structure of a direction, so directions of any are taken together.
 */
final class FrechetBatchRules {

  private final AnalyticFunction f;
  private final Primitive.Nary<Matrix, Matrix> frechet;
  private final Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>> along;

  private FrechetBatchRules(
      AnalyticFunction f, Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>> along) {
    this.f = f;
    this.frechet = f.frechet();
    this.along = along;
  }

  static void declare(
      RuleBinder rules,
      AnalyticFunction f,
      Primitive.Binary<List<Matrix>, List<Matrix>, List<Matrix>> along) {
    new FrechetBatchRules(f, along).declare(rules);
  }

  private void declare(RuleBinder rules) {
    // Y = f(A) :  Ẏ = L(A; Ȧ),  Ā = L(Aᵀ; Ȳ)
    rules
        .on(f.function())
        .frule(
            (y, a, da) -> f.derivative(a, da),
            Stacking.ANY,
            (y, a, das) -> along.apply(List.of(a), das))
        .rrule(
            (y, a, gy) -> f.adjoint(a, gy),
            Stacking.ANY,
            (y, a, gys) -> along.apply(List.of(a.transpose()), gys));
    rules
        .on(frechet)
        .frule(
            (y, xs, dxs) -> MatrixFunctionRules.push(frechet::apply, y, xs, dxs),
            Stacking.ANY,
            this::pushAll)
        .rrule(
            (y, xs, i, gy) -> frechet.apply(MatrixFunctionRules.transposedWith(gy, xs, i)),
            Stacking.ANY,
            (y, xs, i, gys) -> along.apply(transposedWithout(xs, i), gys));
    // Lⱼ = L(A; E₁, …, Fⱼ) :  F̄ⱼ = L(Aᵀ; E₁ᵀ, …, L̄ⱼ)
    rules
        .on(along)
        .first((ls, xs, fs, dxs) -> push(ls, xs, fs, dxs), (ls, xs, fs, gs) -> pull(xs, fs, gs))
        .second(
            (ls, xs, fs, dfs) -> along.apply(xs, dfs),
            (ls, xs, fs, gs) -> along.apply(transposedWithout(xs, 0), gs));
  }

  /** {@code L⁽ᵏ⁺¹⁾(A; E₁, …, Eₖ, Ȧ) + Σ L⁽ᵏ⁾(A; …, Ėᵢ, …)} for all tangents at once. */
  private List<Matrix> pushAll(Matrix y, List<Matrix> xs, List<List<Matrix>> tangents) {
    List<Matrix> sums = new ArrayList<>();
    tangents.forEach(each -> sums.add(Shaping.zeroLike(y)));
    for (int i = 0; i < xs.size(); i++) {
      List<Integer> moving = new ArrayList<>();
      List<Matrix> directions = new ArrayList<>();
      for (int b = 0; b < tangents.size(); b++) {
        Matrix tangent = tangents.get(b).get(i);
        if (!tangent.isStructuralZero()) {
          moving.add(b);
          directions.add(tangent);
        }
      }
      List<Matrix> pushed =
          directions.isEmpty() ? directions : along.apply(without(xs, i), directions);
      for (int k = 0; k < pushed.size(); k++) {
        sums.set(moving.get(k), sums.get(moving.get(k)).add(pushed.get(k)));
      }
    }
    return sums;
  }

  /** {@code L̇ⱼ = L(A; E₁, …, Eₖ, Fⱼ, Ȧ) + Σ L(A; …, Ėᵢ, …, Fⱼ)} for all j. */
  private List<Matrix> push(List<Matrix> ls, List<Matrix> xs, List<Matrix> fs, List<Matrix> dxs) {
    List<Matrix> sum = Structure.zeroLike(ls);
    for (int i = 0; i < xs.size(); i++) {
      if (!dxs.get(i).isStructuralZero()) {
        List<Matrix> moved = new ArrayList<>(without(xs, i));
        moved.add(dxs.get(i));
        sum = Structure.add(sum, along.apply(moved, fs));
      }
    }
    return sum;
  }

  /** {@code Āᵢ = Σⱼ L(Aᵀ; L̄ⱼ, …)}, with all directions but the i-th. */
  private List<Matrix> pull(List<Matrix> xs, List<Matrix> fs, List<Matrix> gs) {
    List<Matrix> pulled = new ArrayList<>(Structure.zeroLike(xs));
    for (int j = 0; j < fs.size(); j++) {
      List<Matrix> arguments = new ArrayList<>(xs);
      arguments.add(fs.get(j));
      for (int i = 0; i < xs.size() && !gs.get(j).isStructuralZero(); i++) {
        Matrix part = frechet.apply(MatrixFunctionRules.transposedWith(gs.get(j), arguments, i));
        pulled.set(i, pulled.get(i).add(part));
      }
    }
    return pulled;
  }

  /** {@code (A, E₁, …, Eₖ)} without {@code Eᵢ}; all of it for i = 0. */
  private static List<Matrix> without(List<Matrix> xs, int i) {
    List<Matrix> rest = new ArrayList<>(xs);
    if (i > 0) {
      rest.remove(i);
    }
    return rest;
  }

  private static List<Matrix> transposedWithout(List<Matrix> xs, int i) {
    return without(xs, i).stream().map(Matrix::transpose).toList();
  }
}
