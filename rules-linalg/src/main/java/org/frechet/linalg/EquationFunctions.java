package org.frechet.linalg;

import org.frechet.linalg.GeneralizedEquations.Pair;
import org.frechet.linalg.RiccatiEquations.Weights;
import org.frechet.value.Matrix;
import org.frechet.value.Scalar;

/** Matrix equations and state space, which {@code LinearAlgebra} inherits. */
abstract class EquationFunctions extends StatisticsFunctions {

  EquationFunctions() {}

  /**
   * X with {@code A X B + C X D = E}: m×m, n×n, m×m, n×n, m×n → m×n. {@code Aᵀ S Bᵀ + Cᵀ S Dᵀ =
   * X̄}, {@code Ā = −S Bᵀ Xᵀ}, {@code B̄ = −Xᵀ Aᵀ S}, {@code C̄ = −S Dᵀ Xᵀ}, {@code D̄ = −Xᵀ Cᵀ S},
   * {@code Ē = S}: one more solve with the factors of the value. About 60 (m³ + n³) flops. There is
   * no QZ iteration: of the equivalent equations with {@code C′ = cC − sA} and {@code B′ = cB + sD}
   * at 8 angles, that one is reduced to a Sylvester equation whose C′ and B′ are conditioned best,
   * which costs as many digits as their condition has, and gains some back by refinement. Both
   * matrices on one side may be singular.
   *
   * @throws NoUniqueSolutionException if the pencils {@code A − λC} and {@code D + λB} share an
   *     eigenvalue, or one is singular
   */
  public static Matrix gsylvester(Matrix a, Matrix b, Matrix c, Matrix d, Matrix e) {
    return GeneralizedEquations.GSYLVESTER.apply(pair(a, c), pair(b, d), e);
  }

  private static Pair pair(Matrix first, Matrix second) {
    return new Pair(Require.given("gsylvester", first), Require.given("gsylvester", second));
  }

  /**
   * The stabilizing solution X of the algebraic Riccati equation in continuous time, {@code Aᵀ X +
   * X A − X B R⁻¹ Bᵀ X + Q = 0}: n×n, n×m, n×n, m×m → n×n, symmetric. The symmetric parts of Q and
   * R are read, and R must be positive definite. With {@code K = R⁻¹ Bᵀ X} and {@code C = A − B K}:
   * {@code C S + S Cᵀ + sym X̄ = 0}, {@code Ā = 2XS}, {@code B̄ = −2XSKᵀ}, {@code Q̄ = S}, {@code
   * R̄ = KSKᵀ}: a few triangular solves with the Schur form of the value. Structured doubling (Chu,
   * Fan and Lin 2005) with Newton's method as refinement (Kleinman 1968), in the end with residuals
   * in 32 digits, as those of the first derivatives are: where control is cheap, they cancel.
   * O(n³).
   *
   * @throws NoStabilizingSolutionException if no X makes C stable
   * @throws NotPositiveDefiniteException if R is not positive definite
   */
  public static Matrix care(Matrix a, Matrix b, Matrix q, Matrix r) {
    return RiccatiEquations.CARE.apply(a, b, weights("care", q, r)).solution();
  }

  /**
   * The stabilizing solution X of the algebraic Riccati equation in discrete time, {@code X = Aᵀ X
   * A − Aᵀ X B (R + Bᵀ X B)⁻¹ Bᵀ X A + Q}: n×n, n×m, n×n, m×m → n×n, symmetric. The symmetric parts
   * of Q and R are read, and R must be positive definite. With {@code K = (R + Bᵀ X B)⁻¹ Bᵀ X A}
   * and {@code C = A − B K}: {@code C S Cᵀ − S + sym X̄ = 0}, {@code Ā = 2XCS}, {@code B̄ =
   * −2XCSKᵀ}, {@code Q̄ = S}, {@code R̄ = KSKᵀ}. Structured doubling (Chu, Fan, Lin and Wang 2004)
   * with Newton's method as refinement, O(n³).
   *
   * @throws NoStabilizingSolutionException if no X makes C stable
   * @throws NotPositiveDefiniteException if R is not positive definite
   */
  public static Matrix dare(Matrix a, Matrix b, Matrix q, Matrix r) {
    return RiccatiEquations.DARE.apply(a, b, weights("dare", q, r)).solution();
  }

  /**
   * The regulator {@code u = −K x} of {@code ẋ = A x + B u} that minimizes {@code ∫ xᵀ Q x + uᵀ R u
   * dt}: the solution of {@link #care} with its gain and closed loop, all differentiable.
   *
   * @throws NoStabilizingSolutionException if no gain makes the closed loop stable
   */
  public static Riccati lqr(Matrix a, Matrix b, Matrix q, Matrix r) {
    return RiccatiEquations.CARE.apply(a, b, weights("lqr", q, r));
  }

  /**
   * The regulator {@code u = −K x} of {@code x′ = A x + B u} that minimizes {@code Σ xᵀ Q x + uᵀ R
   * u}: the solution of {@link #dare} with its gain and closed loop, all differentiable.
   *
   * @throws NoStabilizingSolutionException if no gain makes the closed loop stable
   */
  public static Riccati dlqr(Matrix a, Matrix b, Matrix q, Matrix r) {
    return RiccatiEquations.DARE.apply(a, b, weights("dlqr", q, r));
  }

  private static Weights weights(String operation, Matrix q, Matrix r) {
    return new Weights(Require.given(operation, q), Require.given(operation, r));
  }

  /**
   * The lower triangular L with {@code X = L Lᵀ} for the solution of {@code A X + X Aᵀ + Q = 0}, of
   * a stable A and a positive definite Q: the Cholesky factor of {@link LinearAlgebra#lyap}, so its
   * relative accuracy is that of X, not Hammarling's (1982) of L itself.
   *
   * @throws NotPositiveDefiniteException if X is not positive definite: A is unstable, or Q
   *     singular
   */
  public static Matrix lyapCholesky(Matrix a, Matrix q) {
    return LinearAlgebra.cholesky(LinearAlgebra.lyap(a, q));
  }

  /**
   * The lower triangular L with {@code X = L Lᵀ} for the solution of {@code A X Aᵀ − X + Q = 0}, of
   * an A with spectral radius below one and a positive definite Q: the Cholesky factor of {@link
   * LinearAlgebra#dlyap}, so its relative accuracy is that of X, not Hammarling's (1982) of L
   * itself.
   *
   * @throws NotPositiveDefiniteException if X is not positive definite: A is unstable, or Q
   *     singular
   */
  public static Matrix dlyapCholesky(Matrix a, Matrix q) {
    return LinearAlgebra.cholesky(LinearAlgebra.dlyap(a, q));
  }

  /**
   * The transition {@code Φ = exp(A h)} and the covariance {@code Q_d = ∫ exp(A s) Q exp(Aᵀ s) ds}
   * over a step h, of {@code dx = A x dt + dw} with {@code dw dwᵀ = Q dt}: n×n, n×n, scalar → n×n,
   * n×n. From one exponential of {@code [−A Q; 0 Aᵀ] h / 2ˢ} (Van Loan 1978, IEEE Trans. Autom.
   * Control 23(3)) with {@code ‖A h‖ ≤ 2ˢ}, and s doublings {@code Q_d ← Q_d + Φ Q_d Φᵀ}, {@code Φ
   * ← Φ²}: the block exponential at h itself overflows for a stiff, stable A.
   */
  public static Discretized vanLoan(Matrix a, Matrix q, Scalar h) {
    return Discretization.VAN_LOAN.apply(a, q, h);
  }

  /** As {@link #vanLoan(Matrix, Matrix, Scalar)}, with a constant step. */
  public static Discretized vanLoan(Matrix a, Matrix q, double h) {
    return vanLoan(a, q, Scalar.of(h));
  }

  /**
   * The log-likelihood of p×T observations y, one column for each time, under a linear Gaussian
   * state space model: {@code Σ −½ (log det S + vᵀ S⁻¹ v + p log 2π)} with the prediction errors
   * {@code v = y − H x} and their covariances {@code S = H P Hᵀ + R}. The Kalman filter, one
   * primitive: O(n³) a step, O(n²) once the covariances of a model that does not vary have settled,
   * and the gradient, in all of the model and the observations, is one pass back on what the filter
   * kept, however many parameters there are. The symmetric parts of Q, R and P₀ are read. An
   * observation that is NaN is missing. Second derivatives go through both passes in differentiable
   * operations.
   *
   * @throws NotPositiveDefiniteException if an S is not positive definite
   */
  public static Scalar kalmanLogLikelihood(StateSpaceModel model, Matrix observations) {
    String operation = "kalmanLogLikelihood";
    Require.given(operation, Require.given(operation, model).f());
    Require.given(operation, model.h());
    Require.given(operation, model.q());
    Require.given(operation, model.r());
    return kalmanLogLikelihood(model.timeVarying(), observations);
  }

  /** As {@link #kalmanLogLikelihood(StateSpaceModel, Matrix)}, with coefficients that may vary. */
  public static Scalar kalmanLogLikelihood(TimeVaryingModel model, Matrix observations) {
    return Kalman.LOG_LIKELIHOOD.apply(model, observations);
  }
}
