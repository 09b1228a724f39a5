"""Functions of matrices by definition, and where they are taken.

Roots come from Newton's iteration, the logarithm from roots and a series; sine and cosine are
Taylor series. Nothing is shared with the library.
"""

from functools import partial

from mpmath import mp, mpf

import precise
from case import case
from points import *
from precise import combine, exp, identity, inv, multiply, symmetric_part


def size(a):
    return max(mp.fsum(abs(x) for x in row) for row in a)


def sqrt(a):
    """The product form of the iteration of Denman and Beavers, scaled by the determinant."""
    n = len(a)
    m, x = a, a
    for _ in range(100):
        g = mp.power(abs(precise.det(m)[0][0]), mpf(-1) / (2 * n)) if size_of_rest(m) > 0.01 else mpf(1)
        inverse = inv(m)
        half = combine((1, identity(n)), (g**-2, inverse))
        x = [[g * e / 2 for e in row] for row in multiply(x, half)]
        m = combine(
            (mpf(1) / 2, identity(n)), (g**2 / 4, m), (g**-2 / 4, inverse)
        )
        if size_of_rest(m) < mpf(10) ** -(mp.dps - 10):
            return x
    raise ArithmeticError("the iteration for the root does not converge")


def size_of_rest(m):
    return size(combine((1, m), (-1, identity(len(m)))))


def log(a):
    """2^k log of the 2^k-th root, by the series of 2 artanh((R - I) / (R + I))."""
    n = len(a)
    root, taken = a, 0
    while size_of_rest(root) > mpf(2) ** -10:
        root = sqrt(root)
        taken += 1
    z = multiply(combine((1, root), (-1, identity(n))), inv(combine((1, root), (1, identity(n)))))
    square = multiply(z, z)
    term = result = z
    for k in range(3, 90, 2):
        term = multiply(term, square)
        result = combine((1, result), (mpf(1) / k, term))
    return [[mp.ldexp(2 * x, taken) for x in row] for row in result]


def power(eighths, a):
    """The exponent is a fraction that is exact as a double."""
    return exp([[x * eighths / 8 for x in row] for row in log(a)])


def both(a, sign):
    """(cosine, sine), circular for sign -1: Taylor series at A / 2^k, doubled k times."""
    n = len(a)
    norm = size(a)
    doublings = max(0, int(mp.ceil(mp.log(norm, 2))) if norm else 0) + 20
    x = [[mp.ldexp(entry, -doublings) for entry in row] for row in a]
    square = combine((sign, multiply(x, x)))
    c = term = identity(n)
    s = other = x
    for k in range(1, 24):
        term = combine((mpf(1) / ((2 * k - 1) * 2 * k), multiply(term, square)))
        other = combine((mpf(1) / (2 * k * (2 * k + 1)), multiply(other, square)))
        c = combine((1, c), (1, term))
        s = combine((1, s), (1, other))
    for _ in range(doublings):
        c, s = combine((1, multiply(c, c)), (sign, multiply(s, s))), combine((2, multiply(c, s)))
    return c, s


def cos(a):
    return both(a, -1)[0]


def sin(a):
    return both(a, -1)[1]


def cosh(a):
    return both(a, 1)[0]


def sinh(a):
    return both(a, 1)[1]


def sign(a):
    """A (A^2)^(-1/2), from its definition."""
    return multiply(a, inv(sqrt(multiply(a, a))))


def action(a, b):
    return multiply(exp(a), b)


def of_symmetric(f, a):
    return f(symmetric_part(a))


A3, A4 = spread(1, 3, 3), spread(2, 4, 4)
GENERAL = plus(A3, eye(3, 2.0))
# Where second derivatives are computed too: they take most of the time.
TWICE = {"general", "Jordan block", "gap 1e-12", "complex pair"}


def in_the_plane_without_its_negative_axis():
    """Points for roots and logarithms."""
    return {
        "general": GENERAL,
        "1x1 0.5": [[0.5]],
        "1x1 1e-12": [[1e-12]],
        "identity": eye(3),
        "close to the identity": plus(eye(3), times(A3, 1e-6)),
        "norm 1e-12": times(GENERAL, 1e-12),
        "norm 1e3": times(GENERAL, 300.0),
        "Jordan block": jordan(3, 0.5),
        "small Jordan block": jordan(3, 1e-2),
        "gap 1e-4": bidiagonal([1.0, 1.0 + 1e-4, 1.0 + 2e-4]),
        "gap 1e-12": bidiagonal([1.0, 1.0 + 1e-12, 1.0 + 2e-12]),
        "non-normal": [[1.0, 1e6], [0.0, 2.0]],
        "non-normal triangle": bidiagonal([1.0, 2.0, 3.0], 100.0),
        "complex pair": rotation(-1.0, 0.5),
        "pair near the negative axis": rotation(-1.0, 1e-3),
        "rotation": blocks(rotation(0.0, 1.0), [[1.0]]),
        "repeated complex pair": plus(blocks(rotation(1, 2), rotation(1, 2)), jordan(4, 0.0)),
        "Hilbert 3": hilbert(3),
        "stiff": reflected([1e-6, 1.0, 1e3], 5),
    }


def roots_and_logarithms():
    for name, a in in_the_plane_without_its_negative_axis().items():
        case("log", name, a, function=log, second=name in TWICE)
        case("sqrt", name, a, function=sqrt, second=name in TWICE)
    for eighths in (2, 4, -3, 20):
        for name in ("general", "Jordan block", "complex pair", "stiff"):
            if name == "stiff" and eighths > 8:
                continue  # the derivative of the fractional part is large where the whole one is small
            a = in_the_plane_without_its_negative_axis()[name]
            case("power", f"{name}, {eighths}/8", a, parameter=eighths,
                 function=partial(power, eighths), second=eighths == 2 and name in TWICE)


def trigonometric():
    points = {
        "zero": times(A3, 0.0),
        "1x1 1e-12": [[1e-12]],
        "1x1 20": [[20.0]],
        "norm 1e-12": of_norm(A3, 1e-12),
        "norm 0.2": of_norm(A3, 0.2),
        "norm 1.7": of_norm(A3, 1.7),
        "norm 1.8": of_norm(A3, 1.8),
        "norm 30": of_norm(A3, 30.0),
        "nilpotent": jordan(3, 0.0, 2.0),
        "Jordan block": jordan(3, -0.75),
        "gap 1e-8": bidiagonal([1.0, 1.0 + 1e-8, 1.0 + 2e-8]),
        "non-normal triangle": bidiagonal([-1.0, -2.0, -3.0], 10.0),
        "rotation by 20": rotation(0.0, 20.0),
        "symmetric of norm 100": of_norm(symmetric(A3), 100.0),
    }
    for f in (sin, cos, sinh, cosh):
        for name, a in points.items():
            case(f.__name__, name, a, function=f, second=name in TWICE | {"zero", "norm 1.8"})


def signs():
    for name, a in {
        "general": A3,
        "1x1": [[-3.0]],
        "all right": GENERAL,
        "all left, defective": jordan(3, -0.5),
        "both sides, defective": blocks(jordan(2, 1.0), jordan(2, -2.0)),
        "non-normal": bidiagonal([1.0, -1.0, 2.0], 100.0),
        "norm 1e-12": times(A3, 1e-12),
        "norm 1e3": times(A3, 500.0),
        "close to the axis": plus(reflected([-1.0, 1e-3, 2.0], 6), jordan(3, 0.0)),
        "pairs": blocks(rotation(-0.5, 3.0), rotation(0.25, 7.0)),
        "stiff": reflected([-1000.0, -1.0, 1e-3], 5),
    }.items():
        case("sign", name, a, function=sign, second=name in TWICE)


def actions():
    for name, a in {
        "general": A3,
        "1x1": [[-3.0]],
        "zero": times(A3, 0.0),
        "norm 1e-12": of_norm(A3, 1e-12),
        "norm 10": of_norm(A3, 10.0),
        "norm 100": of_norm(A3, 100.0),
        "Jordan block": jordan(3, -0.75),
        "skew-symmetric": skew(A4),
        "Markov chain": times(generator_matrix(4, 4), 30.0),
        "shift": plus(A3, eye(3, -40.0)),
    }.items():
        case("expAction", name, a, spread(name, len(a), 1), function=action)


def of_symmetric_matrices():
    tied = whole_reflection([1.0, 1.0, 3.0, 3.0])
    points = {
        "general": spd(20, 3),
        "1x1": [[4.0]],
        "identity": eye(3),
        "repeated": tied,
        "gap 1e-4": reflected([1.0, 1.0 + 1e-4, 2.0], 24),
        "gap 1e-8": reflected([1.0, 1.0 + 1e-8, 2.0], 25),
        "gap 1e-12": reflected([1.0, 1.0 + 1e-12, 2.0], 26),
        "graded": reflected([1e-6, 1e-2, 1e2], 23),
        "norm 1e-12": times(spd(20, 3), 1e-12),
        "norm 1e2": times(spd(20, 3), 30.0),
    }
    for name, a in points.items():
        for file, f in (("symmetricExp", exp), ("symmetricLog", log), ("symmetricSqrt", sqrt)):
            case(file, name, a, function=partial(of_symmetric, f), second=name in TWICE)
        case("symmetricSinh", name, a, function=partial(of_symmetric, sinh), second=name in TWICE)
        case("symmetricPower", name, a, function=partial(of_symmetric, partial(power, -6)),
             parameter=-6, second=name in TWICE)


for group in (roots_and_logarithms, trigonometric, signs, actions, of_symmetric_matrices):
    group()
