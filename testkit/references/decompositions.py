"""Factorizations, eigenvalues and least squares by definition, and where they are taken.

Systems are solved by elimination; singular values are square roots of eigenvalues of A'A: at 240
digits, the half of them that is lost does not matter.
"""

from functools import partial

from mpmath import mp, mpf

import precise
from case import case
from points import *
from precise import combine, identity, inv, multiply, solve, symmetric_part, transpose


def lu(a):
    """L and U in one matrix, the unit diagonal of L left out, under the rows' final order."""
    m, n = len(a), len(a[0])
    rows = [list(row) for row in a]
    for k in range(min(m, n)):
        p = max(range(k, m), key=lambda i: abs(rows[i][k]))
        rows[k], rows[p] = rows[p], rows[k]
        for i in range(k + 1, m):
            rows[i][k] /= rows[k][k]
            for j in range(k + 1, n):
                rows[i][j] -= rows[i][k] * rows[k][j]
    return rows


def ldlt(a):
    """L with d on its diagonal, of the symmetric part of A."""
    s = symmetric_part(a)
    n = len(a)
    l = [[mpf(0)] * n for _ in range(n)]
    for j in range(n):
        inner = lambda i: mp.fsum(l[i][k] * l[k][k] * l[j][k] for k in range(j))
        l[j][j] = s[j][j] - inner(j)
        for i in range(j + 1, n):
            l[i][j] = (s[i][j] - inner(i)) / l[j][j]
    return l


def qr_r(a):
    """The upper triangular R with R'R = A'A: for A = [B C], of B, and Q'C beside it."""
    k = min(len(a), len(a[0]))
    b = [row[:k] for row in a]
    left = transpose(precise.cholesky(multiply(transpose(b), b)))
    rest = multiply(transpose(qr_q(b)), [row[k:] for row in a]) if k < len(a[0]) else [[]] * k
    return [x + y for x, y in zip(left, rest)]


def qr_q(a):
    """B R^-1."""
    k = min(len(a), len(a[0]))
    b = [row[:k] for row in a]
    return multiply(b, inv(transpose(precise.cholesky(multiply(transpose(b), b)))))


def singular(a):
    """(s descending, V with columns in that order) of A with at least as many rows as columns."""
    squares, v = precise.eigen(multiply(transpose(a), a))
    return [mp.sqrt(abs(x)) for x in reversed(squares)], [list(reversed(row)) for row in v]


def singular_values(a):
    return [[s] for s in singular(a if len(a) >= len(a[0]) else transpose(a))[0]]


def left_vectors(a):
    """U, whose largest entries are positive."""
    s, v = singular(a)
    columns = transpose(multiply(a, v))
    columns = [[x / size for x in column] for column, size in zip(columns, s)]
    return transpose([[x * mp.sign(max(c, key=abs)) for x in c] for c in columns])


def right_vectors(a):
    """A' U S^-1."""
    s = singular(a)[0]
    v = multiply(transpose(a), left_vectors(a))
    return [[x / size for x, size in zip(row, s)] for row in v]


def polar_p(a):
    s, v = singular(a)
    return multiply([[x * size for x, size in zip(row, s)] for row in v], transpose(v))


def polar_u(a):
    return multiply(a, inv(polar_p(a)))


def eigen(a):
    """Eigenvalues by real part, then modulus of the imaginary part, positive ones first."""
    values, vectors = mp.eig(mp.matrix(a))
    size = mpf(10) ** -120 * max(abs(x) for x in values)
    grain = lambda x: mp.nint(x / size) * size
    key = lambda i: (grain(values[i].real), grain(abs(values[i].imag)), -grain(values[i].imag))
    order = sorted(range(len(a)), key=key)
    columns = [normalized([vectors[r, i] for r in range(len(a))]) for i in order]
    return [values[i] for i in order], columns


def normalized(v):
    length = mp.sqrt(mp.fsum(abs(x) ** 2 for x in v))
    largest = max(v, key=abs)
    return [x / length * mp.conj(largest) / abs(largest) for x in v]


def eigenvalues(a):
    return [[mp.re(x), mp.im(x)] for x in eigen(a)[0]]


def eigenvectors(a):
    """The real parts beside the imaginary parts."""
    rows = transpose(eigen(a)[1])
    return [[mp.re(x) for x in row] + [mp.im(x) for x in row] for row in rows]


def pinv(a):
    """Of full rank."""
    at = transpose(a)
    if len(a) >= len(a[0]):
        return solve(multiply(at, a), at)
    return transpose(pinv(at))


def least_squares(a, b):
    return multiply(pinv(a), b)


def solve_spd(a, b):
    return solve(symmetric_part(a), b)


def matrix_power(k, a):
    base = a if k > 0 else inv(a)
    result = identity(len(a))
    for _ in range(abs(k)):
        result = multiply(result, base)
    return result


A3, A4 = spread(1, 3, 3), spread(2, 4, 4)
GENERAL = plus(A4, eye(4, 2.0))
TALL, WIDE = spread(40, 5, 3), spread(41, 3, 5)
SCALES = [1e-8, 1.0, 1e8]


def with_values(values, m, seed):
    """H diag(values) K with Householder matrices, rounded: an m by n matrix of singular values."""
    n = len(values)
    core = [[values[j] * (i == j) for j in range(n)] for i in range(m)]
    v, w = spread(seed, 1, m)[0], spread(seed + 1, 1, n)[0]
    h = [[(i == j) - 2 * v[i] * v[j] / sum(x * x for x in v) for j in range(m)] for i in range(m)]
    k = [[(i == j) - 2 * w[i] * w[j] / sum(x * x for x in w) for j in range(n)] for i in range(n)]
    return product(product(h, core), k)


def sizes(a):
    return {"norm 1e-12": times(a, 1e-12), "norm 1e3": times(a, 1e3)}


def triangular():
    square = {"general": GENERAL, "1x1": [[-3.0]], "Hilbert 5": hilbert(5), **sizes(GENERAL)}
    nearly = [[1.0, 2.0], [2.0, 4.0 + 1e-12]]
    for name, a in {**square, "tall": TALL, "wide": WIDE, "nearly singular": nearly}.items():
        case("lu", name, a, function=lu)
    positive = spd(20, 4)
    indefinite = plus(positive, [[-9.0 * (i == j == 1) for j in range(4)] for i in range(4)])
    for name, a in {
        "general": positive,
        "indefinite": indefinite,
        "1x1": [[-3.0]],
        "Hilbert 5": hilbert(5),
        "nearly singular": reflected([1e-10, 1.0, 2.0, 3.0], 21),
        **sizes(positive),
    }.items():
        case("ldlt", name, a, function=ldlt)


def orthogonal():
    tall = {
        "general": GENERAL,
        "tall": TALL,
        "1x1": [[-3.0]],
        "column": [[1.0], [2.5], [-2.0]],
        "Hilbert 5": hilbert(5),
        "nearly dependent": with_values([1.0, 1.0, 1e-8], 5, 42),
        **sizes(TALL),
    }
    for name, a in {**tall, "wide": WIDE}.items():
        case("qrQ", name, a, function=qr_q)
        case("qrR", name, a, function=qr_r)


def singular_values_and_polar():
    close = with_values([2.0, 1.0 + 1e-8, 1.0], 4, 43)
    distinct = {
        "general": GENERAL,
        "tall": TALL,
        "1x1": [[-3.0]],
        "column": [[1.0], [2.5], [-2.0]],
        "gap 1e-4": with_values([2.0, 1.0 + 1e-4, 1.0], 4, 43),
        "gap 1e-8": close,
        "condition 1e8": with_values([1.0, 1e-4, 1e-8], 3, 44),
        **sizes(TALL),
    }
    for name, a in distinct.items():
        case("svdU", name, a, function=left_vectors)
        case("svdV", name, a, function=right_vectors)
    for name, a in {**distinct, "wide": WIDE, "Hilbert 5": hilbert(5)}.items():
        case("singularValues", name, a, function=singular_values)
    twice = [[0.0, 2.0, 0.0], [-2.0, 0.0, 0.0], [0.0, 0.0, 5.0], [0.0, 0.0, 0.0]]
    near = with_values([2.0, 1.0 + 1e-12, 1.0], 4, 43)
    zero = with_values([2.0, 1.0, 1e-12], 3, 45)
    for name, a in {
        **distinct,
        "gap 1e-12": near,
        "repeated": twice,
        "identity": eye(3),
        "nearly singular": zero,
    }.items():
        case("polarU", name, a, function=polar_u)
        case("polarP", name, a, function=polar_p)


def general_eigenvalues():
    pairs = blocks(rotation(1.0, 3.0), rotation(2.0, 0.5))
    mixed = product(product(GENERAL, pairs), solved(GENERAL))
    for name, a in {
        "general": GENERAL,
        "1x1": [[-3.0]],
        "symmetric": [[1.0, 2.0], [2.0, 3.0]],
        "complex pairs": mixed,
        "companion": [[1.2, -0.5, 0.2], [1.0, 0, 0], [0, 1.0, 0]],
        "non-normal": bidiagonal([1.0, 2.0, 3.0], 20.0),
        "Grcar": grcar(4),
        "gap 1e-4": bidiagonal([1.0, 1.0 + 1e-4, 2.0]),
        "gap 1e-8, normal": reflected([1.0, 1.0 + 1e-8, 2.0], 25),
        "small and large": bidiagonal([1e-3, 1.0, 1e3]),
        **sizes(GENERAL),
    }.items():
        case("eigenvalues", name, a, function=eigenvalues)
        case("generalEigenvectors", name, a, function=eigenvectors)


def solved(a):
    """The inverse, rounded."""
    return [[float(x) for x in row] for row in inv(precise.exactly(a))]


def least():
    nearly = with_values([1.0, 1.0, 1e-6], 5, 42)
    for name, a, m in [
        ("tall", TALL, 2),
        ("wide", WIDE, 2),
        ("square", GENERAL, 2),
        ("1x1", [[-3.0]], 1),
        ("column", [[1.0], [2.0], [-2.0]], 1),
        ("row", [[1.0, 2.0, -2.0]], 1),
        ("condition 1e6", nearly, 1),
        ("wide, condition 1e6", transposed(nearly), 1),
        ("norm 1e-12", times(TALL, 1e-12), 1),
        ("norm 1e3", times(TALL, 1e3), 1),
    ]:
        case("leastSquares", name, a, spread(f"{name} b", len(a), m), function=least_squares)
        case("pinv", name, a, function=pinv)
    fit = product(nearly, [[1.0], [2.0], [-1.0]])
    case("leastSquares", "condition 1e6, no residual", nearly, fit, function=least_squares)
    positive = spd(20, 4)
    for name, a in {
        "general": positive,
        "1x1": [[4.0]],
        "Hilbert 5": hilbert(5),
        "nearly singular": reflected([1e-10, 1.0, 2.0, 3.0], 21),
        **sizes(positive),
    }.items():
        case("solveSpd", name, a, spread(f"{name} b", len(a), 2), function=solve_spd)


def powers():
    for k, name, a in [
        (1, "first", GENERAL),
        (7, "seventh", A4),
        (64, "of a contraction", of_norm(A4, 0.9)),
        (-3, "of the inverse", GENERAL),
        (-2, "of the inverse of Hilbert 4", hilbert(4)),
        (10, "of a Jordan block", jordan(4, 0.5)),
        (5, "of a nilpotent matrix", jordan(4, 0.0)),
        (9, "of a rotation", rotation(0.6, 0.8)),
    ]:
        case("matrixPower", name, a, function=partial(matrix_power, k), parameter=k)


for group in (triangular, orthogonal, singular_values_and_polar, general_eigenvalues, least, powers):
    group()
