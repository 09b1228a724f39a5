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
        .bilinear((gy, b) -> gy.multiply(b.transpose()), (gy, a) -> a.transpose().multiply(gy));
    // y = A x :  Ā = ȳ xᵀ,  x̄ = Aᵀ ȳ
    rules
        .on(Products.MULTIPLY_VECTOR)
        .bilinear((gy, x) -> gy.outer(x), (gy, a) -> a.transpose().multiply(gy));
    // s = ⟨a, b⟩ :  ā = s̄ b,  b̄ = s̄ a
    rules.on(Products.DOT).bilinear((gy, b) -> scale(b, gy), (gy, a) -> scale(a, gy));
    // C = a bᵀ :  ā = C̄ b,  b̄ = C̄ᵀ a
    rules
        .on(Products.OUTER)
        .bilinear((gy, b) -> gy.multiply(b), (gy, a) -> gy.transpose().multiply(a));
  }
}
