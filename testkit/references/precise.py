"""The functions themselves, from their definitions, on lists of rows of mpmath numbers.

No derivative is written down here, and no algorithm of the library: equations are solved as
Kronecker systems by elimination, the exponential is a Taylor series. At 240 digits, what an unwise
algorithm loses does not matter.
"""

from mpmath import mp, mpf

mp.dps = 240


def exactly(rows):
    """The doubles themselves, as high-precision numbers."""
    return [[mpf(x) for x in row] for row in rows]


def identity(n):
    return [[mpf(i == j) for j in range(n)] for i in range(n)]


def transpose(a):
    return [list(column) for column in zip(*a)]


def combine(*terms):
    """Sum of (factor, matrix) pairs."""
    rows = range(len(terms[0][1]))
    columns = range(len(terms[0][1][0]))
    return [[mp.fsum(t * a[i][j] for t, a in terms) for j in columns] for i in rows]


def multiply(a, b):
    columns = transpose(b)
    return [[mp.fdot(row, column) for column in columns] for row in a]


def symmetric_part(a):
    return combine((mpf(0.5), a), (mpf(0.5), transpose(a)))


def lower(a):
    return [[x if j <= i else mpf(0) for j, x in enumerate(row)] for i, row in enumerate(a)]


def eliminate(a, b):
    """Reduces [a b] to an upper triangle by row pivoting; returns it with the sign of the swaps."""
    n = len(a)
    rows = [list(left) + list(right) for left, right in zip(a, b)]
    sign = 1
    for k in range(n):
        p = max(range(k, n), key=lambda i: abs(rows[i][k]))
        if p != k:
            rows[k], rows[p] = rows[p], rows[k]
            sign = -sign
        for i in range(k + 1, n):
            if rows[i][k]:
                factor = rows[i][k] / rows[k][k]
                for j in range(k, len(rows[i])):
                    rows[i][j] -= factor * rows[k][j]
    return rows, sign


def solve(a, b):
    n = len(a)
    rows, _ = eliminate(a, b)
    x = [None] * n
    for i in reversed(range(n)):
        x[i] = [
            (rows[i][n + c] - mp.fsum(rows[i][j] * x[j][c] for j in range(i + 1, n))) / rows[i][i]
            for c in range(len(b[0]))
        ]
    return x


def inv(a):
    return solve(a, identity(len(a)))


def solve_lower(l, b):
    return solve(lower(l), b)


def det(a):
    rows, sign = eliminate(a, [[] for _ in a])
    return [[sign * mp.fprod(rows[i][i] for i in range(len(a)))]]


def logdet(a):
    return [[mp.log(det(a)[0][0])]]


def exp(a):
    """Taylor's series of the matrix over 2^k, squared k times."""
    norm = max(mp.fsum(abs(x) for x in row) for row in a)
    squarings = max(0, int(mp.ceil(mp.log(norm, 2))) if norm else 0) + 24
    x = [[mp.ldexp(entry, -squarings) for entry in row] for row in a]
    term = result = identity(len(a))
    for k in range(1, 36):
        term = [[entry / k for entry in row] for row in multiply(term, x)]
        result = combine((1, result), (1, term))
    for _ in range(squarings):
        result = multiply(result, result)
    return result


def kron(a, b):
    return [[x * y for x in row for y in other] for row in a for other in b]


def by_columns(a):
    return [[x] for column in zip(*a) for x in column]


def from_columns(m, x):
    return [[x[i + j * m][0] for j in range(len(x) // m)] for i in range(m)]


def sylvester(a, b, c):
    """A X + X B = C."""
    left = kron(identity(len(b)), a)
    right = kron(transpose(b), identity(len(a)))
    return from_columns(len(a), solve(combine((1, left), (1, right)), by_columns(c)))


def lyap(a, q):
    """A X + X A' + Q = 0."""
    return sylvester(a, transpose(a), combine((-1, q)))


def dlyap(a, q):
    """A X A' - X + Q = 0."""
    system = combine((1, identity(len(a) ** 2)), (-1, kron(a, a)))
    return from_columns(len(a), solve(system, by_columns(q)))


def cholesky(a):
    """L lower triangular with L L' = the symmetric part of A."""
    s = symmetric_part(a)
    n = len(a)
    l = [[mpf(0)] * n for _ in range(n)]
    for j in range(n):
        l[j][j] = mp.sqrt(s[j][j] - mp.fsum(x * x for x in l[j][:j]))
        for i in range(j + 1, n):
            l[i][j] = (s[i][j] - mp.fdot(l[i][:j], l[j][:j])) / l[j][j]
    return l


def eigen(a):
    """Ascending eigenvalues and eigenvectors (the columns) of the symmetric part of A."""
    values, vectors = mp.eigsy(mp.matrix(symmetric_part(a)))
    n = len(a)
    order = sorted(range(n), key=lambda i: values[i])
    return [values[i] for i in order], [[vectors[r, i] for i in order] for r in range(n)]


def eigenvalues(a):
    return [[value] for value in eigen(a)[0]]


def power_sums(a):
    """(sum of eigenvalues, of their squares, of their cubes): smooth at repeated ones."""
    s = symmetric_part(a)
    square = multiply(s, s)
    return [[mp.fsum(p[i][i] for i in range(len(a)))] for p in (s, square, multiply(square, s))]


def eigenvectors(a):
    """With the sign that makes the entry of largest magnitude positive in each column."""
    columns = transpose(eigen(a)[1])
    return transpose([[x * mp.sign(max(c, key=abs)) for x in c] for c in columns])


def projector(k, a):
    """The orthogonal projector onto the eigenvectors of the k smallest eigenvalues."""
    basis = [row[:k] for row in eigen(a)[1]]
    return multiply(basis, transpose(basis))
