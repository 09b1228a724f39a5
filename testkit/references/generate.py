"""Writes the reference files: python3 generate.py [folder [function ...]]. See README.md."""

import pathlib
import sys
from multiprocessing import Pool

from mpmath import mpf

import cases
import precise
from differences import Point
from points import spread
from sensitivity import Sensitivities

TARGET = "../../rules-linalg/src/test/resources/references"
NEGLIGIBLE = mpf(10) ** -40


def number(x):
    return repr(float(x)).removesuffix(".0")


def block(title, m, n, entries, write=number):
    rows = [" ".join(write(x) for x in entries[i * n : (i + 1) * n]) for i in range(m)]
    return [f"{title} {m} {n}", *rows]


def matrix(title, a):
    return block(title, len(a), len(a[0]), [x for row in a for x in row])


def expectation(title, m, n, found):
    result, sensitivity = found
    floor = NEGLIGIBLE * max(1, *sensitivity)
    result = [0 if abs(x) < floor else x for x in result]
    sensitivity = [0 if s < NEGLIGIBLE else s for s in sensitivity]
    shape = (m, n) if len(sensitivity) > 1 else (1, 1)
    lines = block(f"expect {title}", m, n, result)
    return lines + block("sensitivity", *shape, sensitivity, lambda s: f"{float(s):.4e}")


def describe(case):
    arguments = [precise.exactly(a) for a in case.arguments]
    y = case.function(*arguments)
    directions = case.directions
    cotangent = case.cotangent or spread(case.name + "cotangent", len(y), len(y[0]))
    point = Point(case.function, arguments)
    for name, direction in directions.items():
        point.add(name, [precise.exactly(d) for d in direction])
    found = Sensitivities(point, case.kind, precise.exactly(cotangent))
    lines = ["", f"case {case.name}"]
    lines += [f"parameter {case.parameter}"] if case.parameter else []
    for a in case.arguments:
        lines += matrix("argument", a)
    for name, direction in directions.items():
        for d in direction:
            lines += matrix(f"direction {name}", d)
    lines += matrix("cotangent", cotangent)
    lines += expectation("value", len(y), len(y[0]), found.value())
    if "pushforward" not in case.omit:
        lines += expectation("pushforward", len(y), len(y[0]), found.pushed("first"))
    for i, a in enumerate(arguments):
        if f"pullback {i}" in case.omit:
            continue
        lines += expectation(f"pullback {i}", len(a), len(a[0]), found.pulled(i))
    if "second" in directions:
        both = found.pushed("first", "second")
        lines += expectation("second pushforward", len(y), len(y[0]), both)
        if len(y) <= 4:
            a = arguments[0]
            lines += expectation("second pullback", len(a), len(a[0]), found.pulled(0, "first"))
    if "third" in directions:
        all_three = found.pushed("first", "second", "third")
        lines += expectation("third pushforward", len(y), len(y[0]), all_three)
    return lines


def write(function, pool, folder):
    chosen = [case for case in cases.ALL if case.file == function]
    lines = ["# Written by testkit/references/generate.py; its README explains the format."]
    for text in pool.map(describe, chosen, chunksize=1):
        lines += text
    (folder / f"{function}.txt").write_text("\n".join(lines) + "\n")
    print(f"{function}: {len(chosen)} cases", flush=True)


def main():
    beside = pathlib.Path(__file__).parent
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else beside / TARGET
    folder.mkdir(parents=True, exist_ok=True)
    functions = sys.argv[2:] or sorted({case.file for case in cases.ALL})
    with Pool() as pool:
        for function in functions:
            write(function, pool, folder)


if __name__ == "__main__":
    main()
