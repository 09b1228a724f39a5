/** Functions of linear algebra and their differentiation rules. */
module org.frechet.linalg {
  requires transitive org.frechet.rules;
  requires transitive ojalgo;

  exports org.frechet.linalg;

  provides org.frechet.rule.RuleSet with
      org.frechet.linalg.ComplexSlopeRules,
      org.frechet.linalg.DeterminantRules,
      org.frechet.linalg.EquationRules,
      org.frechet.linalg.ExponentialActionRules,
      org.frechet.linalg.ExponentialRules,
      org.frechet.linalg.FactorizationRules,
      org.frechet.linalg.GeneralEigenRules,
      org.frechet.linalg.GeneralizedEquationRules,
      org.frechet.linalg.KalmanRules,
      org.frechet.linalg.KroneckerRules,
      org.frechet.linalg.MatrixFunctionRules,
      org.frechet.linalg.NormRules,
      org.frechet.linalg.OrthogonalRules,
      org.frechet.linalg.PseudoInverseRules,
      org.frechet.linalg.RiccatiRules,
      org.frechet.linalg.SingularValueRules,
      org.frechet.linalg.SolvingRules,
      org.frechet.linalg.SpectralSlopeRules,
      org.frechet.linalg.StatisticsRules,
      org.frechet.linalg.StructureRules,
      org.frechet.linalg.SymmetricEquationRules,
      org.frechet.linalg.SymmetricFunctionRules,
      org.frechet.linalg.TriangularFactorizationRules;
}
