"""Derivatives and sensitivities of a function from its values alone.

At 240 digits with a step of 1e-50, a one-sided difference is good for 50 digits less what the
function's own condition takes: 30 and more wherever the library has any. No formula of any
derivative enters, so that no error of a formula can.
"""

import itertools

from mpmath import mp, mpf

STEP = mpf(10) ** -50


def norm(a):
    """Frobenius."""
    return mp.sqrt(mp.fsum(x * x for row in a for x in row))


def flat(a):
    return [x for row in a for x in row]


class Point:
    """A function at a point, along scaled basis directions and along named directions."""

    def __init__(self, f, arguments):
        self.f = f
        self.arguments = arguments
        self.directions = {}
        self.units = [norm(a) or mpf(1) for a in arguments]
        self.basis = [
            (i, r, c)
            for i, a in enumerate(arguments)
            for r in range(len(a))
            for c in range(len(a[0]))
        ]
        self.cache = {}
        self.known = {}

    def add(self, name, directions):
        """Takes a direction in all arguments at once, scaled down to the size of the point."""
        sizes = [norm(d) for d in directions]
        scale = min((u / s for u, s in zip(self.units, sizes) if s), default=mpf(1))
        self.directions[name] = (directions, scale)

    def scale(self, name):
        return self.directions[name][1] if name in self.directions else self.units[name[0]]

    def _moved(self, subset):
        moved = [[list(row) for row in a] for a in self.arguments]
        for name in subset:
            step = STEP * self.scale(name)
            if name in self.directions:
                for a, d in zip(moved, self.directions[name][0]):
                    for row, drow in zip(a, d):
                        for j, x in enumerate(drow):
                            row[j] += step * x
            else:
                i, r, c = name
                moved[i][r][c] += step
        return moved

    def at(self, subset):
        key = tuple(sorted(subset, key=str))
        if key not in self.cache:
            self.cache[key] = flat(self.f(*self._moved(subset)))
        return self.cache[key]

    def derivative(self, *names):
        """The mixed derivative along the named directions, flat; a name may come twice."""
        key = tuple(sorted(names, key=str))
        if key not in self.known:
            self.known[key] = self._difference(key)
        return self.known[key]

    def _difference(self, names):
        total = [mpf(0)] * len(self.at(()))
        for k in range(len(names) + 1):
            for subset in itertools.combinations(names, k):
                sign = (-1) ** (len(names) - k)
                total = [t + sign * y for t, y in zip(total, self.at(subset))]
        by = mp.fprod(STEP * self.scale(name) for name in names)
        return [t / by for t in total]
