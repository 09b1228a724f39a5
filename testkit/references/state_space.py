"""Where Riccati equations, discretization, filters, norms and densities are taken."""

from mpmath import mp, mpf

from case import case
from points import *
from precise import combine, eigen, exp, from_columns, by_columns, identity, inv, kron, logdet
from precise import multiply, solve, symmetric_part, transpose


def gsylvester(a, b, c, d, e):
    """A X B + C X D = E."""
    system = combine((1, kron(transpose(b), a)), (1, kron(transpose(d), c)))
    return from_columns(len(a), solve(system, by_columns(e)))


def started(pencil, inside):
    """X with [I; X] spanning the eigenvectors of stable eigenvalues, to start Newton's method."""
    n = len(pencil) // 2
    with mp.workdps(30):
        values, vectors = mp.eig(mp.matrix(pencil))
        stable = [k for k, value in enumerate(values) if inside(value)]
        basis = [[vectors[i, k] for k in stable] for i in range(2 * n)]
        x = mp.matrix(basis[n:]) * mp.matrix(basis[:n]) ** -1
        return [[mpf(mp.re(x[i, j])) for j in range(n)] for i in range(n)]


STARTS = {}


def newton(key, start, step):
    """Newton's method to 240 digits; points that are close to each other share a start."""
    key = (key, mp.nstr([mp.nstr(x, 10) for a in start[1] for row in a for x in row], 10))
    x = STARTS.setdefault(key, None) or start[0]()
    STARTS[key] = x
    for _ in range(12):
        x = symmetric_part(step(x))
    return x


def care(a, b, q, r):
    """A' X + X A - X B R^-1 B' X + Q = 0, stabilizing."""
    q, r = symmetric_part(q), symmetric_part(r)
    g = multiply(b, solve(r, transpose(b)))
    n = len(a)

    def start():
        rows = [list(x) + [-y for y in z] for x, z in zip(a, g)]
        rows += [[-y for y in x] + [-y for y in z] for x, z in zip(q, transpose(a))]
        return started(rows, lambda value: mp.re(value) < 0)

    def step(x):
        closed = combine((1, a), (-1, multiply(g, x)))
        right = combine((-1, q), (-1, multiply(x, multiply(g, x))))
        t = transpose(closed)
        system = combine((1, kron(identity(n), t)), (1, kron(t, identity(n))))
        return from_columns(n, solve(system, by_columns(right)))

    return newton("care", (start, [a, b, q, r]), step)


def dare(a, b, q, r):
    """X = A' X A - A' X B (R + B' X B)^-1 B' X A + Q, stabilizing; A invertible."""
    q, r = symmetric_part(q), symmetric_part(r)
    g = multiply(b, solve(r, transpose(b)))
    n = len(a)

    def start():
        t = inv(transpose(a))
        gt = multiply(g, t)
        top = [list(x) + [-y for y in z] for x, z in zip(combine((1, a), (1, multiply(gt, q))), gt)]
        bottom = [[-y for y in x] + list(z) for x, z in zip(multiply(t, q), t)]
        return started(top + bottom, lambda value: abs(value) < 1)

    def step(x):
        bx = multiply(transpose(b), x)
        k = solve(combine((1, r), (1, multiply(bx, b))), multiply(bx, a))
        t = transpose(combine((1, a), (-1, multiply(b, k))))
        right = combine((1, q), (1, multiply(transpose(k), multiply(r, k))))
        system = combine((1, identity(n * n)), (-1, kron(t, t)))
        return from_columns(n, solve(system, by_columns(right)))

    return newton("dare", (start, [a, b, q, r]), step)


def van_loan(a, q, h):
    """[Phi, Qd], side by side."""
    n = len(a)
    t = h[0][0]
    top = [[-t * x for x in row] + [t * x for x in other] for row, other in zip(a, q)]
    bottom = [[mpf(0)] * n + [t * x for x in row] for row in transpose(a)]
    whole = exp(top + bottom)
    phi = transpose([row[n:] for row in whole[n:]])
    qd = multiply(phi, [row[n:] for row in whole[:n]])
    return [x + y for x, y in zip(phi, qd)]


def singular_values(a):
    """Descending."""
    gram = multiply(transpose(a), a) if len(a) >= len(a[0]) else multiply(a, transpose(a))
    return [mp.sqrt(x) for x in reversed(eigen(gram)[0])]


def spectral_norm(a):
    return [[singular_values(a)[0]]]


def nuclear_norm(a):
    return [[mp.fsum(singular_values(a))]]


def cond(a):
    s = singular_values(a)
    return [[s[0] / s[-1]]]


def log_density(x, mean, covariance):
    s = symmetric_part(covariance)
    z = combine((1, x), (-1, mean))
    square = mp.fdot([row[0] for row in z], [row[0] for row in solve(s, z)])
    return [[-(square + logdet(s)[0][0] + len(x) * mp.log(2 * mp.pi)) / 2]]


def kalman(f, h, q, r, x, p, y):
    """The log-density of all observations: the filter, with inverses."""
    q, r, p = symmetric_part(q), symmetric_part(r), symmetric_part(p)
    total = mpf(0)
    for t in range(len(y[0])):
        seen = [[row[t]] for row in y]
        s = combine((1, multiply(h, multiply(p, transpose(h)))), (1, r))
        total += log_density(seen, multiply(h, x), s)[0][0]
        k = multiply(p, multiply(transpose(h), inv(s)))
        x = combine((1, x), (1, multiply(k, combine((1, seen), (-1, multiply(h, x))))))
        p = combine((1, p), (-1, multiply(k, multiply(h, p))))
        x = multiply(f, x)
        p = combine((1, multiply(f, multiply(p, transpose(f)))), (1, q))
    return [[total]]


def log_sum_exp(x):
    return [[mp.log(mp.fsum(mp.exp(e[0]) for e in x))]]


def riccati():
    a, b, q = spread(41, 3, 3), spread(42, 3, 2), spd(43, 3)
    r, one = spd(44, 2), [[1.0]]
    last = [[0.0], [0.0], [1.0]]
    slow = bidiagonal([-1e-6, -1.0, -1e3])
    for name, *at in [
        ("ordinary", a, b, q, r),
        ("1x1", [[0.5]], [[2.0]], [[3.0]], [[0.25]]),
        ("unstable Jordan block", jordan(3, 1.0), last, eye(3), one),
        ("slow and fast modes", slow, spread(45, 3, 1), eye(3), one),
        ("cheap control", a, b, q, times(r, 1e-8)),
        ("very cheap control of one mode in three", a, spread(45, 3, 1), q, [[1e-8]]),
        ("expensive control", plus(a, eye(3, -2.0)), b, q, times(r, 1e8)),
        ("nearly uncontrollable", bidiagonal([1.0, -2.0, -3.0], 0.0), [[1e-4], [1.0], [1.0]], eye(3), one),
        ("norms 1e-6", times(a, 1e-6), times(b, 1e-3), times(q, 1e-6), r),
    ]:
        case("care", name, *at, function=care)
    for name, *at in [
        ("ordinary", plus(a, eye(3)), b, q, r),
        ("1x1", [[1.5]], [[2.0]], [[3.0]], [[0.25]]),
        ("unstable Jordan block", jordan(3, 1.25), last, eye(3), one),
        ("slow and fast modes", bidiagonal([1 - 1e-6, 0.5, 0.01]), spread(45, 3, 1), eye(3), one),
        ("cheap control", plus(a, eye(3)), b, q, times(r, 1e-8)),
        ("expensive control", times(plus(a, eye(3)), 0.4), b, q, times(r, 1e8)),
    ]:
        case("dare", name, *at, function=dare)


def linear():
    a, c, b, d = spread(46, 3, 3), spread(47, 3, 3), spread(48, 2, 2), spread(49, 2, 2)
    e, near = spread(50, 3, 2), bidiagonal([1.0, 2.0, 3.0])
    partly, rest = blocks([[1.0]], [[2.0]], [[0.0]]), blocks([[0.0]], [[0.0]], [[1.0]])
    for name, *at in [
        ("rectangular", a, b, c, d, e),
        ("1x1", [[2.0]], [[3.0]], [[-0.5]], [[0.25]], [[1.0]]),
        ("singular on one side", partly, b, rest, d, e),
        ("badly scaled", times(a, 1e8), times(b, 1e-8), c, d, e),
        ("ill-conditioned", a, b, reflected([1e-6, 1.0, 2.0], 51), d, e),
        ("nearly common eigenvalue", near, eye(2), eye(3), [[-1 + 1e-8, 1.0], [0.0, 5.0]], e),
    ]:
        case("gsylvester", name, *at, function=gsylvester)
    q = spd(52, 3)
    for name, x, noise, h in [
        ("ordinary", a, q, 0.5),
        ("long step", a, q, 6.0),
        ("short step", a, q, 1e-8),
        ("1x1", [[-2.0]], [[3.0]], 0.25),
        ("Jordan block", jordan(3, -1.0), q, 2.0),
        ("stiff", bidiagonal([-100.0, -5.0, -0.5], 3.0), q, 1.0),
        ("noise not symmetric", a, c, 0.5),
        ("small noise", a, times(q, 1e-12), 0.5),
    ]:
        case("vanLoan", name, x, noise, [[h]], function=van_loan)


def norms():
    for name, a in [
        ("tall", spread(53, 4, 3)),
        ("wide", spread(54, 2, 4)),
        ("1x1", [[-2.5]]),
        ("gap 1e-4", reflected([1.0, 2.0, 2.0 + 1e-4], 55)),
        ("condition 1e8", reflected([1e-8, 1.0, 2.0], 56)),
        ("norm 1e-12", times(spread(57, 3, 3), 1e-12)),
    ]:
        case("spectralNorm", name, a, function=spectral_norm, second=name != "1x1")
        case("nuclearNorm", name, a, function=nuclear_norm, second=name != "1x1")
        case("cond", name, a, function=cond)


def densities():
    for name, s in [("ordinary", spd(58, 3)), ("condition 1e8", reflected([1e-8, 1.0, 2.0], 59))]:
        at = spread(60, 3, 1), spread(61, 3, 1), s
        case("logNormalDensity", name, *at, function=log_density)
    f, h, x = times(spread(62, 2, 2), 0.7), spread(63, 1, 2), spread(64, 2, 1)
    y, q, p, one = spread(65, 1, 6), times(spd(66, 2), 0.3), spd(67, 2), [[1.0]]
    level = [[1.0]], [[1.0]], [[0.01]], [[1.0]], [[0.0]]
    for name, *at in [
        ("ordinary", f, h, q, one, x, p, y),
        ("two observations", f, spread(68, 2, 2), q, spd(69, 2), x, p, spread(70, 2, 4)),
        ("vague start", *level, [[1e8]], y),
        ("almost no noise", f, h, q, [[1e-10]], x, p, y),
        ("without noise of the state", f, h, times(q, 0.0), one, x, p, y),
    ]:
        case("kalman", name, *at, function=kalman)
    for name, entries in [("ordinary", spread(71, 4, 1)), ("far", [[1e3], [-1e3], [999.0]])]:
        case("logSumExp", name, entries, function=log_sum_exp, second=True)


for group in (riccati, linear, norms, densities):
    group()
