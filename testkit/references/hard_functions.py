"""Functions of matrices where they are hardest: scaled apart, stiff, nearly singular, not normal."""

from functools import partial

import precise
from case import case
from functions import *
from precise import exp

# D A D^-1 with powers of two: an exact similarity, so that f(D A D^-1) = D f(A) D^-1.
APART, FAR_APART = [2.0**-13, 1.0, 2.0**13], [2.0**27, 1.0, 2.0**-27]
FRANK = [[4.0, 3, 2, 1], [3, 3, 2, 1], [0, 2, 2, 1], [0, 0, 1, 1]]


def similar(file, name, a, d, **more):
    """Judged entry by entry, with D and D^-1 as the units of the entries."""
    inverse = [1 / x for x in d]
    scales = {0: (d, inverse), "cotangent": (inverse, d)}
    against = scaled(spread(name, 3, 3), inverse, d)
    case(file, name, scaled(a, d, inverse), scales=scales, cotangent=against, **more)


def scaled_apart():
    powers = {"sqrt": sqrt, "log": log}
    for name, f in {**powers, "sin": sin, "cos": cos, "sinh": sinh, "cosh": cosh}.items():
        similar(name, "units apart", GENERAL, APART, function=f, second=name in powers)
        similar(name, "units far apart", GENERAL, FAR_APART, function=f)
    for eighths in (3, 20):
        similar("power", f"units apart, {eighths}/8", GENERAL, APART,
                parameter=eighths, function=partial(power, eighths))
    similar("sign", "units apart", A3, APART, function=sign, second=True)
    similar("sign", "units far apart", A3, FAR_APART, function=sign)


def off_the_negative_axis():
    return {
        "diagonal, apart": [[1e-4, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1e4]],
        "graded": scaled(spd(20, 3), [1e-2, 1.0, 1e2], [1e-2, 1.0, 1e2]),
        "nearly singular": reflected([1e-12, 1.0, 2.0], 5),
        "nearly singular, not symmetric": [[1.0, 2.0], [3.0, 6.0 + 1e-10]],
        "nearly singular Jordan block": jordan(3, 1e-4),
        "Frank": FRANK,
        "norm 1e-30": times(GENERAL, 1e-30),
        "norm 1e30": times(GENERAL, 1e30),
        "pair very near the negative axis": rotation(-1.0, 1e-8),
    }


def roots_and_powers():
    for name, a in off_the_negative_axis().items():
        case("log", name, a, function=log)
        case("sqrt", name, a, function=sqrt)
    points = in_the_plane_without_its_negative_axis() | off_the_negative_axis()
    few = ("norm 1e-12", "norm 1e3", "gap 1e-12", "non-normal", "diagonal, apart", "graded",
           "nearly singular", "nearly singular Jordan block", "Frank")
    for eighths in (3, 20, -20):
        for name in few + ("stiff",) * (abs(eighths) == 20):
            case("power", f"{name}, {eighths}/8", points[name], parameter=eighths,
                 function=partial(power, eighths), second=name == "gap 1e-12")
    for name in ("general", "stiff"):
        case("power", f"{name}, 81/8", points[name], parameter=81, function=partial(power, 81))


def signs_and_waves():
    for name, a in {
        "very close to the axis": plus(reflected([-1.0, 1e-4, 2.0], 6), jordan(3, 0.0)),
        "closest to the axis": plus(reflected([-1.0, 1e-8, 2.0], 6), jordan(3, 0.0)),
        "pair close to the axis": blocks(rotation(1e-6, 1.0), [[-1.0]]),
        "defective, close to the axis": blocks(jordan(2, 1e-3), [[-1.0]]),
    }.items():
        case("sign", name, a, function=sign)
    wave = of_norm(symmetric(A3), 1000.0)
    for f in (sin, cos):
        case(f.__name__, "symmetric of norm 1e3", wave, function=f)
        case(f.__name__, "non-normal", [[1.0, 1e6], [0.0, 2.0]], function=f)
        case(f.__name__, "gap 1e-12", bidiagonal([1.0, 1 + 1e-12, 1 + 2e-12]), function=f, second=True)
    for f in (sinh, cosh):
        case(f.__name__, "skew-symmetric of norm 1e3", of_norm(skew(A3), 1000.0), function=f)


def over_time(t, a, b):
    return action([[t[0][0] * x for x in row] for row in a], b)


def actions_over_time():
    for name, t, a, r in [
        ("backward", -2.5, A3, 2),
        ("no time", 0.0, A3, 2),
        ("no matrix", 1.5, times(A3, 0.0), 1),
        ("long, skew-symmetric", 1000.0, of_norm(skew(A3), 1.0), 1),
        ("long, Markov chain", 1000.0, of_norm(generator_matrix(4, 4), 1.0), 1),
        ("long, stable", 1000.0, [[-0.02, 1.0, 0.0], [-1.0, -0.02, 0.5], [0.0, 0.0, -0.05]], 2),
        ("defective", -1.5, jordan(3, -0.75), 4),
        ("non-normal", 1.0, bidiagonal([-1.0, -2.0, -3.0], 100.0), 1),
        ("1x1", 2.0, [[-3.0]], 3),
    ]:
        # At a stationary Y the slope <Y', A Y> is nothing but what the rounding of Y leaves of A Y.
        omit = ("pullback 0",) if name == "long, Markov chain" else ()
        case("expActionOverTime", name, [[t]], a, spread(name, len(a), r), function=over_time,
             omit=omit)


def of_symmetric_matrices_to_third_order():
    """Exact ties, close pairs and threes, and every size."""
    threes = [1.0, 1.0 + 1e-12, 1.0 + 3e-12]
    points = {
        "three tied": plus(eye(3, 2.0), times(eye(3), 1.0)),
        "two tied": blocks([[1.0]], [[2.5, -1.5], [-1.5, 2.5]]),
        "three close": reflected(threes, 27),
        "gap 1e-4, third order": reflected([1.0, 1.0 + 1e-4, 2.0], 24),
        "gap 0.1": reflected([1.0, 1.1, 2.0], 28),
        "close and small": times(reflected(threes, 27), 1e-12),
        "far apart": reflected([1e-3, 1.0, 30.0], 29),
        "norm 1e3, gap 1e-9": reflected([1000.0, 1000.0 + 1e-9, 500.0], 30),
        "nearly singular": reflected([1e-10, 1.0, 2.0], 31),
    }
    for name, a in points.items():
        for file, f in (("symmetricLog", log), ("symmetricSqrt", sqrt)):
            case(file, name, a, function=partial(of_symmetric, f), third=True)
        if "small" not in name:  # the generator takes 1e-42 for 0
            case("symmetricPower", name, a, function=partial(of_symmetric, partial(power, 20)),
                 parameter=20, third=True)
        if "1e3" not in name:
            for file, f in (("symmetricExp", exp), ("symmetricSinh", sinh)):
                case(file, name, a, function=partial(of_symmetric, f), third=True)


def power_of_both(p, a):
    return exp([[p[0][0] * x for x in row] for row in log(a)])


def symmetric_power_of_both(p, a):
    return power_of_both(p, precise.symmetric_part(a))


def exponents():
    """Powers as functions of the exponent too."""
    points = in_the_plane_without_its_negative_axis() | off_the_negative_axis()
    for name, p in [
        ("general", 0.3),
        ("Jordan block", 3.0),
        ("complex pair", -0.6),
        ("stiff", 2.5),
        ("norm 1e-12", -1.25),
        ("non-normal", 1.5),
    ]:
        case("powerOfBoth", name, [[p]], points[name], function=power_of_both)
    for name, p, a in [
        ("general", 0.3, spd(20, 3)),
        ("tied", 2.0, blocks([[1.0]], [[2.5, -1.5], [-1.5, 2.5]])),
        ("gap 1e-12", -1.5, reflected([1.0, 1.0 + 1e-12, 2.0], 26)),
        ("norm 1e-12", 0.75, times(spd(20, 3), 1e-12)),
        ("stiff", 2.5, reflected([1e-6, 1.0, 1e3], 5)),
    ]:
        case("symmetricPowerOfBoth", name, [[p]], a, function=symmetric_power_of_both)


for group in (exponents, of_symmetric_matrices_to_third_order, scaled_apart, roots_and_powers, signs_and_waves, actions_over_time):
    group()
