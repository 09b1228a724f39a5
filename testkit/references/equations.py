"""Where the matrix equations are solved."""

from case import case
from points import *

A3, A4, B4 = spread(1, 3, 3), spread(2, 4, 4), spread(3, 4, 4)
GENERAL = plus(A4, eye(4, 2.0))


def equations():
    stable = plus(A4, eye(4, -2.0))
    q, free = symmetric(B4), B4
    pairs = blocks(rotation(-0.1, 3.0), rotation(-0.2, 0.5))
    twice = plus(blocks(rotation(-1, 2), rotation(-1, 2)), jordan(4, 0.0))
    near = plus(bidiagonal([-0.5e-6, -1.0, -2.0, -3.0]), times(jordan(4, 0.0), 0.5))
    for name, a, right in [
        ("stable", stable, q),
        ("right-hand side not symmetric", stable, free),
        ("unstable", plus(A4, eye(4, 2.0)), q),
        ("1x1", [[-2.0]], [[3.0]]),
        ("complex pairs", pairs, q),
        ("repeated complex pair", twice, q),
        ("Jordan block", jordan(4, -0.5), q),
        ("repeated eigenvalues", whole_reflection([-1.0, -1.0, -1.0, -2.0]), q),
        ("non-normal triangle", bidiagonal([-1.0, -2.0, -3.0, -4.0], 20.0), q),
        ("Grcar", times(grcar(5), -1.0), symmetric(spread(9, 5, 5))),
        ("boundary at 1e-6", near, q),
        ("boundary at 1e-10", bidiagonal([-0.5e-10, -1.0, -2.0, -3.0]), q),
        ("full, boundary at 1e-10", reflected([-0.5e-10, -1.0, -2.0, -3.0], 10), q),
        ("pair near the axis", blocks(rotation(-1e-8, 2.0), [[-1.0]]), symmetric(A3)),
        ("nearly opposite eigenvalues", bidiagonal([1.0, -1.0 - 1e-8, -3.0]), symmetric(A3)),
        ("norm 1e-8", times(stable, 1e-8), q),
        ("norm 1e8", times(stable, 1e8), times(q, 1e-8)),
    ]:
        case("lyap", name, a, right)
    inside = of_norm(A4, 0.9)
    circle = times(rotation(0.6, 0.8), 1 - 1e-8)
    for name, a, right in [
        ("inside the unit circle", inside, q),
        ("right-hand side not symmetric", inside, free),
        ("outside the unit circle", plus(A4, eye(4, 3.0)), q),
        ("1x1", [[0.5]], [[3.0]]),
        ("zero", times(A3, 0.0), symmetric(A3)),
        ("complex pairs", blocks(rotation(0.3, 0.9), rotation(-0.6, 0.5)), q),
        ("companion", [[1.2, -0.5, 0.2, 0.05], [1.0, 0, 0, 0], [0, 1.0, 0, 0], [0, 0, 1.0, 0]], q),
        ("Jordan block", jordan(4, 0.5), q),
        ("nilpotent", jordan(4, 0.0), q),
        ("spectral radius 1-1e-4", bidiagonal([1 - 1e-4, 0.5, 0.25, -0.5]), q),
        ("spectral radius 1-1e-8", bidiagonal([1 - 1e-8, 0.5, 0.25, -0.5]), q),
        ("full, spectral radius 1-1e-8", reflected([1 - 1e-8, 0.5, 0.25, -0.5], 11), q),
        ("eigenvalue near -1", bidiagonal([-1 + 1e-8, 0.5, 0.25]), symmetric(A3)),
        ("pair near the circle", blocks(circle, [[0.5]]), symmetric(A3)),
        ("nearly reciprocal eigenvalues", bidiagonal([0.5, 2.0 + 1e-8, 0.25]), symmetric(A3)),
        ("non-normal", bidiagonal([0.5, 0.4, 0.3, 0.2], 20.0), q),
        ("norm 1e-8", times(A4, 1e-8), q),
    ]:
        case("dlyap", name, a, right)
    b3, c43 = plus(spread(12, 3, 3), eye(3, 2.0)), spread(13, 4, 3)
    left, right = [1.0, 2.0, 3.0, 4.0], [-1 + 1e-8, 5.0, 6.0]
    pairs, pair = blocks(rotation(1, 3), rotation(2, 0.5)), blocks(rotation(-0.5, 2), [[1.0]])
    c32 = spread(17, 3, 2)
    for name, a, b, c in [
        ("rectangular", GENERAL, b3, c43),
        ("wide", b3, GENERAL, spread(14, 3, 4)),
        ("1x1", [[2.0]], [[-0.5]], [[3.0]]),
        ("row", [[2.0]], GENERAL, spread(15, 1, 4)),
        ("column", GENERAL, [[1.5]], spread(16, 4, 1)),
        ("complex pairs", pairs, pair, c43),
        ("Jordan blocks", jordan(4, 0.5), jordan(3, 0.25), c43),
        ("nearly common eigenvalue", bidiagonal(left), bidiagonal(right), c43),
        ("nearly common pair", blocks(rotation(1, 2), [[3.0]]), rotation(-1 + 1e-8, 2), c32),
        ("full, nearly common eigenvalue", reflected(left, 18), reflected(right, 19), c43),
        ("different norms", times(GENERAL, 1e8), times(b3, 1e-8), c43),
        ("zero B", GENERAL, times(A3, 0.0), c43),
    ]:
        case("sylvester", name, a, b, c)


equations()
