"""Which functions are computed where; those of matrix equations are in equations.py."""

from functools import partial

import decompositions  # adds its own
import equations  # adds its own
import functions  # adds its own
import hard_functions  # adds its own
import precise
import state_space  # adds its own
from case import ALL, case
from points import *

def ones(n):
    return [1.0] * n


WIDE = [1e-8, 1.0, 1e8, 1e3]
A3, A4 = spread(1, 3, 3), spread(2, 4, 4)
GENERAL = plus(A4, eye(4, 2.0))
# Rank 3 without rounding, and the same with one entry off by 1e-12; rank 2; rank 1.
RANK_3 = [[1.0, 2, 3, 4], [2, -1, 0, 1], [3, 1, 3, 5], [0, 1, -2, 2]]
NEARLY_RANK_3 = [[1.0 + 1e-12, 2, 3, 4]] + RANK_3[1:]
RANK_2 = [[1.0, 2, 3, 4], [2, -1, 0, 1], [3, 1, 3, 5], [1, -3, -3, -3]]
RANK_1 = [[1.0, 2, 3], [2, 4, 6], [-1, -2, -3]]


def exponentials():
    add = lambda name, a, **more: case("exp", name, a, second=len(a) <= 4, **more)
    for x in (-3.5, 1e-12, 20.0):
        add(f"1x1 {x}", [[x]])
    add("zero", times(A3, 0.0))
    degrees = (0.01, 0.0109, 0.15, 0.201, 0.6, 0.784, 1.5, 1.79, 4.5, 4.75)
    for size in (1e-12, 1e-6, *degrees, 9.5, 30, 100):
        add(f"norm {size}", of_norm(A3, size))
    add("nilpotent", jordan(4, 0.0, 2.0))
    add("Jordan block", jordan(4, -0.75))
    for gap in (1e-1, 1e-4, 1e-8, 1e-12):
        add(f"nearly defective, gap {gap}", bidiagonal([1 + k * gap for k in range(4)]))
    add("Grcar", grcar(6))
    add("non-normal", [[1.0, 1e6], [0.0, -1.0]])
    add("non-normal triangle", bidiagonal([-1.0, -2.0, -3.0, -4.0], 100.0))
    add("skew-symmetric", skew(A4))
    add("rotation by 1000", rotation(0.0, 1000.0))
    add("skew-symmetric of norm 1000", of_norm(skew(A4), 1000.0))
    add("complex pairs", blocks(rotation(-0.5, 3.0), rotation(-0.25, 7.0)))
    add("repeated eigenvalues", whole_reflection([-1.0, -1.0, -1.0, 2.0]))
    add("repeated complex pair", plus(blocks(rotation(-1, 2), rotation(-1, 2)), jordan(4, 0.0)))
    for t in (1.0, 30.0, 1000.0):
        add(f"Markov chain, t = {t}", times(generator_matrix(4, 4), t))
    add("stiff", reflected([-1000.0, -1.0, -1e-3], 5))
    add("scaled", scaled(A3, [1e-2, 1.0, 1e2], [1e2, 1.0, 1e-2]))
    wide, narrow = [1e-8, 1.0, 1e8], [1e8, 1.0, 1e-8]
    scales = {0: (wide, narrow), "cotangent": (narrow, wide)}
    add("badly scaled", scaled(A3, wide, narrow), scales=scales, cotangent=scaled(A3, narrow, wide))
    balance = [2.0**-14, 2.0**14, 2.0**-14]
    inverse = [1 / x for x in balance]
    scales = {0: (balance, inverse), "cotangent": (inverse, balance)}
    add("Moler's balancing act", moler(), scales=scales, cotangent=scaled(A3, inverse, balance))


def systems():
    square = {
        "general": GENERAL,
        "1x1": [[-3.0]],
        "Hilbert 8": hilbert(8),
        "nearly singular": NEARLY_RANK_3,
        "Jordan block": jordan(4, 0.5),
        "small Jordan block": jordan(4, 1e-3),
        "Grcar": grcar(8),
        "Kahan": kahan(8),
        "skew-symmetric": skew(A4),
        "norm 1e-8": times(GENERAL, 1e-8),
        "norm 1e8": times(GENERAL, 1e8),
        "needs pivoting": [[1e-20, 1.0], [1.0, 1.0]],
    }
    for name, a in square.items():
        case("inv", name, a)
        case("solve", name, a, spread(name, len(a), 2 if len(a) < 8 else 1))
    b = spread(7, 4, 2)
    columns = {0: (ones(4), WIDE)}
    case("inv", "badly scaled columns", scaled(GENERAL, ones(4), WIDE), scales=columns)
    both = {**columns, 1: (ones(4), ones(2))}
    case("solve", "badly scaled columns", scaled(GENERAL, ones(4), WIDE), b, scales=both)
    apart = [1e-8, 1e8]
    right = {0: (ones(4), ones(4)), 1: (ones(4), apart)}
    case("solve", "right-hand sides apart", GENERAL, scaled(b, ones(4), apart), scales=right)


def determinants():
    for name, a in {
        "general": GENERAL,
        "1x1": [[-3.0]],
        "rank 3 of 4": RANK_3,
        "rank 2 of 4": RANK_2,
        "rank 1 of 3": RANK_1,
        "zero": times(A3, 0.0),
        "1x1 zero": [[0.0]],
        "nilpotent": jordan(4, 0.0),
        "nearly singular": NEARLY_RANK_3,
        "Hilbert 8": hilbert(8),
        "Grcar": grcar(8),
        "Kahan": kahan(8),
        "skew-symmetric of odd order": skew(A3),
        "norm 1e-8": times(GENERAL, 1e-8),
        "norm 1e8": times(GENERAL, 1e8),
    }.items():
        case("det", name, a)
    positive = spd(8, 4)
    for name, a in {
        "general": positive,
        "1x1": [[0.5]],
        "not symmetric": GENERAL,
        "close to zero": eye(4, 1.0 + 2.0**-20),
        "Hilbert 8": hilbert(8),
        "nearly singular": plus(RANK_3, [[-1e-12] + [0.0] * 3] + [[0.0] * 4] * 3),
        "Jordan block": jordan(4, 1e-3),
        "Grcar": grcar(8),
        "norm 1e-8": times(positive, 1e-8),
        "norm 1e8": times(positive, 1e8),
        "underflowing determinant": eye(4, 1e-100),
    }.items():
        case("logdet", name, a)
    wide = {0: (ones(4), WIDE)}
    case("det", "badly scaled columns", scaled(GENERAL, ones(4), WIDE), scales=wide)
    case("logdet", "badly scaled columns", scaled(GENERAL, ones(4), WIDE), scales=wide)


def factorizations():
    positive = spd(20, 4)
    tied = whole_reflection([1.0, 1.0, 3.0, 3.0])
    close = plus(whole_reflection([1.0, 1.0, 3.0, 4.0]), times(symmetric(A4), 1e-12))
    for name, a in {
        "general": positive,
        "1x1": [[4.0]],
        "identity": eye(3),
        "Hilbert 8": hilbert(8),
        "nearly singular": reflected([1e-10, 1.0, 2.0, 3.0], 21),
        "repeated eigenvalues": tied,
        "norm 1e-8": times(positive, 1e-8),
        "norm 1e8": times(positive, 1e8),
    }.items():
        case("cholesky", name, a)
    wide, narrow = [1e-4, 1.0, 1e4, 10.0], [1e4, 1.0, 1e-4, 0.1]
    against = scaled(spread(22, 4, 4), narrow, ones(4))
    ill = scaled(positive, wide, wide)
    case("cholesky", "badly scaled", ill, scales={0: (wide, wide)}, cotangent=against)
    distinct = {
        "general": positive,
        "1x1": [[-2.0]],
        "indefinite": symmetric(A4),
        "graded": reflected([1e-8, 1e-4, 1.0, 1e4], 23),
        "gap 1e-4": reflected([1.0, 1.0 + 1e-4, 2.0], 24),
        "gap 1e-8": reflected([1.0, 1.0 + 1e-8, 2.0], 25),
        "norm 1e-8": times(positive, 1e-8),
        "norm 1e8": times(positive, 1e8),
    }
    for name, a in distinct.items():
        case("symmetricEigenvalues", name, a, function=precise.eigenvalues)
        case("eigenvectors", name, a)
    case("symmetricEigenvalues", "Hilbert 6", hilbert(6), function=precise.eigenvalues)
    tight = {"repeated": tied, "gap 1e-12": close, "identity": eye(3), "zero": times(A3, 0.0)}
    for name, a in {**tight, "general": positive}.items():
        case("powerSums", name, a, function=precise.power_sums)
    # Tangents of eigenvectors are 1/gap large, and doubles: where what is made of them is not, it
    # has lost as much, whatever the rule. No forward rule for eigenvectors can be accurate for the
    # projectors on close ones, and at a tie it is refused; the sign of A - mu I has neither trouble.
    # (And what is constant has no sensitivity, so that only an exact zero would do.)
    forward = ("pushforward",)
    for name, a, k, omit in [
        ("general", positive, 1, ()),
        ("repeated", tied, 2, forward),
        ("gap 1e-12 inside", close, 2, forward),
        ("gap 1e-4 inside", distinct["gap 1e-4"], 2, forward),
        ("gap 1e-4 at the edge", distinct["gap 1e-4"], 1, ()),
        ("all of the space", tied, 4, forward),
    ]:
        case("projector", name, a, function=partial(precise.projector, k), parameter=k, omit=omit)
        if k < len(a):
            case("projectorBySign", name, a, function=partial(precise.projector, k), parameter=k)


def products():
    entrywise = dict(entrywise=True)
    case("kron", "rectangular", spread(26, 2, 3), spread(27, 3, 2), **entrywise)
    case("kron", "1x1", [[3.0]], [[-0.1]], **entrywise)
    ill = scaled(A3, [1e-8, 1.0, 1e8], ones(3))
    case("kron", "badly scaled", ill, spread(28, 2, 2), **entrywise)
    lower = plus(spread(29, 4, 4), eye(4, 1.5))
    for name, l, r in [
        ("general", lower, 2),
        ("1x1", [[3.0]], 1),
        ("Kahan", transposed(kahan(8)), 1),
        ("small diagonal", plus(lower, eye(4, 1e-8 - 1.5)), 2),
        ("badly scaled rows", scaled(lower, WIDE, ones(4)), 2),
        ("badly scaled columns", scaled(lower, ones(4), WIDE), 2),
    ]:
        b = spread(f"{name} b", len(l), r)
        case("solveLower", name, l, b, function=precise.solve_lower, **entrywise)


for group in (exponentials, systems, determinants, factorizations, products):
    group()
