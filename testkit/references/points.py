"""Matrices at which matrix functions are hard, as doubles. Deterministic."""

import math
import random


def spread(seed, m, n):
    """Entries in [-1, 1] that are multiples of 1/64, and so short and exact."""
    generator = random.Random(seed)
    return [[generator.randint(-64, 64) / 64 for _ in range(n)] for _ in range(m)]


def eye(n, x=1.0):
    return [[x * (i == j) for j in range(n)] for i in range(n)]


def plus(a, b):
    return [[x + y for x, y in zip(r, s)] for r, s in zip(a, b)]


def times(a, factor):
    return [[factor * x for x in row] for row in a]


def product(a, b):
    return [[math.fsum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def transposed(a):
    return [list(column) for column in zip(*a)]


def of_norm(a, size):
    """Scaled to this 1-norm."""
    return times(a, size / max(sum(abs(x) for x in column) for column in zip(*a)))


def scaled(a, rows, columns):
    return [[r * x * c for x, c in zip(row, columns)] for r, row in zip(rows, a)]


def jordan(n, x, above=1.0):
    return [[x * (i == j) + above * (j == i + 1) for j in range(n)] for i in range(n)]


def grcar(n):
    """Ones on the diagonal and three above, -1 below: very sensitive eigenvalues."""
    return [[float(0 <= j - i <= 3) - (j == i - 1) for j in range(n)] for i in range(n)]


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


def kahan(n, theta=1.2):
    """Upper triangular, nearly singular without a small diagonal entry."""
    s, c = math.sin(theta), math.cos(theta)
    return [[s**i * ((i == j) - c * (j > i)) for j in range(n)] for i in range(n)]


def bidiagonal(values, above=1.0):
    n = len(values)
    return [[values[i] * (i == j) + above * (j == i + 1) for j in range(n)] for i in range(n)]


def blocks(*parts):
    n = sum(len(part) for part in parts)
    a = [[0.0] * n for _ in range(n)]
    start = 0
    for part in parts:
        for i, row in enumerate(part):
            a[start + i][start : start + len(part)] = [float(x) for x in row]
        start += len(part)
    return a


def rotation(re, im):
    return [[re, im], [-im, re]]


def skew(a):
    return [[a[i][j] - a[j][i] for j in range(len(a))] for i in range(len(a))]


def symmetric(a):
    return [[(a[i][j] + a[j][i]) / 2 for j in range(len(a))] for i in range(len(a))]


def spd(seed, n):
    a = spread(seed, n, n)
    return plus(product(a, transposed(a)), eye(n))


def generator_matrix(seed, n):
    """Rates of a Markov chain: rows sum to zero."""
    q = [[abs(x) * (i != j) for j, x in enumerate(row)] for i, row in enumerate(spread(seed, n, n))]
    return [[-sum(row) if i == j else x for j, x in enumerate(row)] for i, row in enumerate(q)]


def reflected(values, seed):
    """H diag(values) H, rounded, with a Householder matrix H: a symmetric matrix of a spectrum."""
    n = len(values)
    v = [1 + abs(x) for x in spread(seed, 1, n)[0]]
    length = math.fsum(x * x for x in v)
    h = [[(i == j) - 2 * v[i] * v[j] / length for j in range(n)] for i in range(n)]
    return symmetric(product(scaled(h, [1] * n, values), h))


def whole_reflection(values):
    """I - ee'/2 for n = 4 is orthogonal and exact: so are repeated eigenvalues made with it."""
    h = [[(i == j) - 0.5 for j in range(4)] for i in range(4)]
    return product(scaled(h, [1] * 4, values), h)


def moler():
    """Moler's balancing act: exp is well behaved, every norm of the matrix is not."""
    a, b, c, d, e = 2e10, 4e8 / 6, 200 / 3, 3.0, 1e-8
    return [[0.0, e, 0.0], [-(a + b), -d, a], [c, 0.0, -c]]
