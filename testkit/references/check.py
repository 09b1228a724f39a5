"""Compares the differences with the textbook's derivatives: python3 check.py. See README.md.

The formulas are not used for the references; they and the differences vouch for each other. Where
the differences lose most digits, to a condition of 1e12 or a gap of 1e-12, 20 are left.
"""

from multiprocessing import Pool

from mpmath import mp, mpf

import cases
from differences import Point, flat
from precise import *

TOLERANCE = mpf(10) ** -18


def blocks(a, e):
    n = len(a)
    return [r + s for r, s in zip(a, e)] + [[mpf(0)] * n + r for r in a]


def difference(a, b):
    return combine((1, a), (-1, b))


def trace_of_product(a, b):
    return mp.fsum(mp.fdot(row, column) for row, column in zip(a, transpose(b)))


def minor(a, i, j):
    return [[x for c, x in enumerate(row) if c != j] for r, row in enumerate(a) if r != i]


def slope_of_det(a, e):
    """By cofactors, which exist at any rank."""
    n = len(a)
    if n == 1:
        return e
    pairs = [(i, j) for i in range(n) for j in range(n)]
    return [[mp.fsum((-1) ** (i + j) * e[i][j] * det(minor(a, i, j))[0][0] for i, j in pairs)]]


def slope_of_cholesky(a, e):
    l = cholesky(a)
    core = solve(l, transpose(solve(l, symmetric_part(e))))
    phi = [[x / (1 + (i == j)) for j, x in enumerate(row)] for i, row in enumerate(lower(core))]
    return multiply(l, phi)


def slope_of_eigenvalues(a, e):
    v = eigen(a)[1]
    core = multiply(multiply(transpose(v), symmetric_part(e)), v)
    return [[core[i][i]] for i in range(len(a))]


def slope_of_eigenvectors(a, e):
    values, v = eigen(a)[0], eigenvectors(a)
    core = multiply(multiply(transpose(v), symmetric_part(e)), v)
    n = range(len(a))
    f = [[core[i][j] / (values[j] - values[i]) if i != j else mpf(0) for j in n] for i in n]
    return multiply(v, f)


def slope_of_sylvester(a, b, c, da, db, dc):
    x = sylvester(a, b, c)
    right = difference(dc, combine((1, multiply(da, x)), (1, multiply(x, db))))
    return sylvester(a, b, right)


def slope_of_lyap(a, q, da, dq):
    half = multiply(da, lyap(a, q))
    other = multiply(lyap(a, q), transpose(da))
    return lyap(a, combine((1, half), (1, other), (1, dq)))


def slope_of_dlyap(a, q, da, dq):
    x = dlyap(a, q)
    left = multiply(multiply(da, x), transpose(a))
    right = multiply(multiply(a, x), transpose(da))
    return dlyap(a, combine((1, left), (1, right), (1, dq)))


SLOPES = {
    "inv": lambda a, e: combine((-1, multiply(multiply(inv(a), e), inv(a)))),
    "solve": lambda a, b, da, db: solve(a, difference(db, multiply(da, solve(a, b)))),
    "solveLower": lambda l, b, dl, db: solve_lower(
        l, difference(db, multiply(lower(dl), solve_lower(l, b)))
    ),
    "det": slope_of_det,
    "logdet": lambda a, e: [[trace_of_product(inv(a), e)]],
    "exp": lambda a, e: [row[len(a) :] for row in exp(blocks(a, e))[: len(a)]],
    "sylvester": slope_of_sylvester,
    "lyap": slope_of_lyap,
    "dlyap": slope_of_dlyap,
    "cholesky": slope_of_cholesky,
    "symmetricEigenvalues": slope_of_eigenvalues,
    "eigenvectors": slope_of_eigenvectors,
    "kron": lambda a, b, da, db: combine((1, kron(da, b)), (1, kron(a, db))),
}


def disagreement(case):
    arguments = [exactly(a) for a in case.arguments]
    direction = [exactly(d) for d in case.directions["first"]]
    point = Point(case.function, arguments)
    point.add("first", direction)
    expected = flat(SLOPES[case.file](*arguments, *direction))
    found = point.derivative("first")
    size = max(mpf(10) ** -25, *map(abs, expected))
    return max(abs(x - y) for x, y in zip(found, expected)) / size


def main():
    known = [case for case in cases.ALL if case.file in SLOPES]
    with Pool() as pool:
        found = pool.map(disagreement, known)
    worst = max(zip(found, (f"{case.file}, {case.name}" for case in known)))
    print(f"{len(known)} derivatives agree to {mp.nstr(worst[0], 2)} or better ({worst[1]})")
    if not worst[0] < TOLERANCE:
        raise SystemExit("the differences and the formulas disagree")


if __name__ == "__main__":
    main()
