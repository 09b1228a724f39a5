package org.frechet.linalg.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.frechet.kernel.MatrixStack;

/**
 * The {@link HyperdualAlgebra} with one more ε, along which there is a stack of directions in place
 * of one. What does not depend on it is computed once for all of them, the rest in loops along the
 * stack. An instance serves one run, in one thread.
 */
final class StackAlgebra implements MatrixAlgebra<StackAlgebra.Element> {

  /**
   * A hyperdual matrix, and what belongs to {@code ε Π_{i∈S} εᵢ} for each S: null is zero.
   *
   * @param shared the coefficients without ε
   * @param along those with ε, for each direction of the stack
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Element(double[][] shared, MatrixStack[] along) {}

  /** The numbers of a stack: much larger ones leave the cache. */
  private static final int LARGEST = 1 << 16;

  /** Products of larger matrices are as fast one by one. */
  private static final int LARGEST_ORDER = 40;

  /** With fewer matrices the loops are too short; with fewer than n, too. */
  private static final int FEWEST = 6;

  private final int n;
  private final int height;
  private final HyperdualAlgebra algebra;
  private final Deque<MatrixStack> released = new ArrayDeque<>();

  StackAlgebra(int n, int height, HyperdualAlgebra algebra) {
    this.n = n;
    this.height = height;
    this.algebra = algebra;
  }

  /**
   * How many n×n matrices to put in each stack, of so many in all; 1 where stacking does not pay.
   */
  static int height(int n, int matrices) {
    if (n < 2 || n > LARGEST_ORDER || matrices < Math.max(n, FEWEST)) {
      return 1;
    }
    int highest = LARGEST / (n * n);
    int stacks = (matrices + highest - 1) / highest;
    return (matrices + stacks - 1) / stacks;
  }

  /** {@code X + ε Fⱼ} for each direction of a stack. */
  Element variable(double[][] x, MatrixStack directions) {
    MatrixStack[] along = new MatrixStack[x.length];
    along[0] = directions;
    return new Element(x, along);
  }

  @Override
  public Element product(Element a, Element b) {
    Element c = with(algebra.product(a.shared, b.shared));
    addProducts(a, b, 0, c.along);
    return c;
  }

  @Override
  public Element squareHalvingDirections(Element x) {
    Element y = with(algebra.squareHalvingDirections(x.shared));
    addProducts(x, x, 1, y.along);
    return y;
  }

  private static Element with(double[][] shared) {
    return new Element(shared, new MatrixStack[shared.length]);
  }

  /** {@code Ĉ_S + Σ_{T⊆S} (A_T B̂_{S∖T} + Â_T B_{S∖T})}, with each ε halved. */
  private void addProducts(Element a, Element b, int halvings, MatrixStack[] c) {
    for (int s = 0; s < c.length; s++) {
      double weight = HyperdualAlgebra.halved(s, halvings) * HyperdualAlgebra.halved(1, halvings);
      for (int t = s; t >= 0; t = next(t, s)) {
        add(weight, a.shared[t], b.along[s ^ t], c, s);
        add(weight, a.along[t], b.shared[s ^ t], c, s);
      }
    }
  }

  /** The next smaller subset of s; −1 after the empty one. */
  private static int next(int t, int s) {
    return t == 0 ? -1 : (t - 1) & s;
  }

  private void add(double weight, double[] a, MatrixStack b, MatrixStack[] c, int s) {
    if (a != null && b != null) {
      sum(c, s).addProduct(weight, a, b);
    }
  }

  private void add(double weight, MatrixStack a, double[] b, MatrixStack[] c, int s) {
    if (a != null && b != null) {
      sum(c, s).addProduct(weight, a, b);
    }
  }

  @Override
  public Element combination(double[] weights, List<Element> terms) {
    return combination(algebra.combination(weights, shared(terms)), weights, terms);
  }

  @Override
  public Element productAndCombination(
      Element a, Element b, double[] weights, List<Element> terms) {
    double[][] shared = algebra.productAndCombination(a.shared, b.shared, weights, shared(terms));
    Element sum = combination(shared, weights, terms);
    addProducts(a, b, 0, sum.along);
    return sum;
  }

  private static List<double[][]> shared(List<Element> terms) {
    List<double[][]> shared = new ArrayList<>();
    terms.forEach(term -> shared.add(term == null ? null : term.shared));
    return shared;
  }

  private Element combination(double[][] shared, double[] weights, List<Element> terms) {
    Element sum = with(shared);
    for (int s = 0; s < shared.length; s++) {
      sum.along[s] = combination(s, weights, terms);
    }
    return sum;
  }

  private MatrixStack combination(int s, double[] weights, List<Element> terms) {
    double[] w = new double[weights.length];
    List<MatrixStack> moving = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Element term = terms.get(i);
      if (term != null && term.along[s] != null) {
        w[moving.size()] = weights[i];
        moving.add(term.along[s]);
      }
    }
    return moving.isEmpty() ? null : sum(w, moving);
  }

  private MatrixStack sum(double[] w, List<MatrixStack> terms) {
    MatrixStack sum = stack();
    double[][] x = new double[terms.size()][];
    for (int p = 0; p < n * n; p++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = terms.get(i).entry(p);
      }
      Combination.set(sum.entry(p), x.length, w, x);
    }
    return sum;
  }

  /** {@code X̂_S = (N̂_S − Σ_{T⊆S} X_{S∖T} D̂_T − Σ_{∅≠T⊆S} X̂_{S∖T} D_T) D_∅⁻¹}. */
  @Override
  public Element quotientInPlace(Element d, Element numerator) {
    LuFactors divisor = algebra.divisorInPlace(d.shared);
    double[][] shared = algebra.quotientInPlace(divisor, d.shared, numerator.shared);
    MatrixStack[] x = numerator.along;
    for (int s = 0; s < x.length; s++) {
      for (int t = s; t >= 0; t = next(t, s)) {
        add(-1, shared[s ^ t], d.along[t], x, s);
        if (t != 0) {
          add(-1, x[s ^ t], d.shared[t], x, s);
        }
      }
      if (x[s] != null) {
        divisor.solveOnTheRight(x[s]);
      }
    }
    return new Element(shared, x);
  }

  @Override
  public void release(Element x) {
    algebra.release(x.shared);
    for (MatrixStack stack : x.along) {
      if (stack != null) {
        released.push(stack);
      }
    }
  }

  /** The sum in the place, from zero on if there is none. */
  private MatrixStack sum(MatrixStack[] sums, int s) {
    if (sums[s] == null) {
      boolean used = !released.isEmpty();
      sums[s] = stack();
      if (used) {
        sums[s].clear();
      }
    }
    return sums[s];
  }

  /** Of any entries. */
  private MatrixStack stack() {
    return released.isEmpty() ? new MatrixStack(n, height) : released.pop();
  }
}
