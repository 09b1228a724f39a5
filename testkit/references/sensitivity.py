"""How far a result moves when what it is computed from moves by epsilon: the yardstick of a test.

An algorithm is as accurate as a test may demand if its error is no larger than that of the exact
result for inputs wrong in their last digit: n * 2^-52 * sensitivity.
"""

import math

from mpmath import mp, mpf

from differences import flat, norm


def spectral_norm(columns):
    """The largest singular value of a matrix given by columns, by power iteration in doubles."""
    largest = max((abs(x) for column in columns for x in column), default=mpf(0))
    if not largest:
        return mpf(0)
    a = [[float(x / largest) for x in column] for column in columns]
    v = [sum(x * y for x, y in zip(c, max(a, key=lambda c: sum(x * x for x in c)))) for c in a]
    size = 0.0
    for _ in range(200):
        length = math.sqrt(sum(x * x for x in v))
        v = [x / length for x in v]
        u = [sum(c[k] * x for c, x in zip(a, v)) for k in range(len(a[0]))]
        size = math.sqrt(sum(x * x for x in u))
        v = [sum(x * y for x, y in zip(c, u)) for c in a]
    return largest * mpf(size)


class Normwise:
    """Each matrix moves by epsilon times its norm; how far does the result move, in norm?"""

    def weights(self, _, matrix):
        return [norm(matrix)] * len(flat(matrix))

    def of(self, result, columns):
        return [max(norm([result]), spectral_norm(columns))]

    def bound(self, columns):
        return [norm(columns)]


class Entrywise:
    """Entry (i, j) moves by epsilon times a weight; how far does each entry of the result move?

    The weight is the entry's magnitude; or, where scales are given for the argument, r[i] c[j]
    times the norm of what is left of the matrix without them.
    """

    def __init__(self, scales=None):
        self.scales = scales or {}

    def weights(self, argument, matrix):
        if argument not in self.scales:
            return [abs(x) for x in flat(matrix)]
        r, c = self.scales[argument]
        inner = [[x / (r[i] * c[j]) for j, x in enumerate(row)] for i, row in enumerate(matrix)]
        size = norm(inner)
        return [size * x * y for x in r for y in c]

    def of(self, result, columns):
        return [max(abs(y), s) for y, s in zip(result, self.bound(columns))]

    def bound(self, columns):
        return [mp.fsum(abs(y) for y in row) for row in zip(*columns)]


class Sensitivities:
    """The expectations of one case: results at the point, each with its sensitivity."""

    def __init__(self, point, kind, cotangent):
        self.point = point
        self.kind = kind
        self.cotangent = flat(cotangent)
        self.cotangent_weights = kind.weights("cotangent", cotangent)
        self.input_weights = self._weights(point.arguments)

    def _weights(self, matrices):
        return [w for i, a in enumerate(matrices) for w in self.kind.weights(i, a)]

    def _columns(self, weights, *names):
        """The derivatives along each basis direction after those along the names, weighted."""
        d = self.point.derivative
        return [[w * y for y in d(*names, e)] for e, w in zip(self.point.basis, weights)]

    def _moved_directions(self, names):
        moved = []
        for name in names:
            others = [other for other in names if other != name]
            moved += self._columns(self._weights(self.point.directions[name][0]), *others)
        return moved

    def value(self):
        """With the second-order term for n epsilon: alone it counts where the first order is 0."""
        result, first = self.pushed()
        n = max(len(side) for a in self.point.arguments for side in (a, a[0]))
        curves = []
        for e, w in zip(self.point.basis, self.input_weights):
            curves += [[w * y for y in column] for column in self._columns(self.input_weights, e)]
        second = self.kind.bound(curves)
        return result, [s + n * mpf(2) ** -53 * t for s, t in zip(first, second)]

    def pushed(self, *names):
        """The derivative along named directions."""
        columns = self._columns(self.input_weights, *names) + self._moved_directions(names)
        result = self.point.derivative(*names)
        return result, self.kind.of(result, columns)

    def pulled(self, argument, *names):
        """The cotangent of an argument, by the derivative along named directions."""
        entries = [e for e in self.point.basis if e[0] == argument]
        pull = lambda *more: [self._against(self.point.derivative(e, *more)) for e in entries]
        result = pull(*names)
        columns = []
        for k, w in zip(self.point.basis, self.input_weights):
            columns.append([w * x for x in pull(k, *names)])
        for name in names:
            weights = self._weights(self.point.directions[name][0])
            columns += [[w * x for x in pull(k)] for k, w in zip(self.point.basis, weights)]
        jacobian = [self.point.derivative(e, *names) for e in entries]
        for m, w in enumerate(self.cotangent_weights):
            columns.append([w * row[m] for row in jacobian])
        return result, self.kind.of(result, columns)

    def _against(self, tangent):
        return mp.fdot(self.cotangent, tangent)
