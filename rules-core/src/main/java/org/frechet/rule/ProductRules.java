package org.frechet.rule;

import static org.frechet.value.Elementwise.scale;

import org.frechet.value.Products;

/** Products of matrices and vectors: bilinear. */
final class ProductRules implements RuleSet {

  @Override
  public void declare(RuleBinder rules) {
    // C = A B :  Ā = C̄ Bᵀ,  B̄ = Aᵀ C̄    [Giles 2008, 2.2.2]
    rules
        .on(Products.MULTIPLY)
        .bilinear(
            Products.TIMES_TRANSPOSED::apply, (gy, a) -> Products.TRANSPOSED_TIMES.apply(a, gy));
    // y = A x :  Ā = ȳ xᵀ,  x̄ = Aᵀ ȳ
    rules
        .on(Products.MULTIPLY_VECTOR)
        .bilinear((gy, x) -> gy.outer(x), (gy, a) -> Products.TRANSPOSED_TIMES_VECTOR.apply(a, gy));
    // C = A Bᵀ :  Ā = C̄ B,  B̄ = C̄ᵀ A
    rules
        .on(Products.TIMES_TRANSPOSED)
        .bilinear((gy, b) -> gy.multiply(b), (gy, a) -> Products.TRANSPOSED_TIMES.apply(gy, a));
    // C = Aᵀ B :  Ā = B C̄ᵀ,  B̄ = A C̄
    rules
        .on(Products.TRANSPOSED_TIMES)
        .bilinear((gy, b) -> Products.TIMES_TRANSPOSED.apply(b, gy), (gy, a) -> a.multiply(gy));
    // y = Aᵀ x :  Ā = x ȳᵀ,  x̄ = A ȳ
    rules
        .on(Products.TRANSPOSED_TIMES_VECTOR)
        .bilinear((gy, x) -> x.outer(gy), (gy, a) -> a.multiply(gy));
    // s = ⟨a, b⟩ :  ā = s̄ b,  b̄ = s̄ a
    rules.on(Products.DOT).bilinear((gy, b) -> scale(b, gy), (gy, a) -> scale(a, gy));
    // C = a bᵀ :  ā = C̄ b,  b̄ = C̄ᵀ a
    rules
        .on(Products.OUTER)
        .bilinear(
            (gy, b) -> gy.multiply(b), (gy, a) -> Products.TRANSPOSED_TIMES_VECTOR.apply(gy, a));
  }
}
