"""One case, and the list of all."""

from dataclasses import dataclass, field

import precise
from points import scaled, spread
from sensitivity import Entrywise, Normwise

ALL = []


@dataclass
class Case:
    """A function at a point; omitted are the quantities that the library cannot be asked for."""

    file: str
    name: str
    function: object
    arguments: list
    directions: dict
    kind: object = field(default_factory=Normwise)
    parameter: int = 0
    cotangent: list = None
    omit: tuple = ()


def case(file, name, *arguments, function=None, scales=None, entrywise=False, second=False,
         third=False, **more):
    """Adds a case; where an argument has scales, so have its directions. Third implies second."""

    def direction(which):
        each = []
        for i, a in enumerate(arguments):
            d = spread(f"{name} {which} {i}", len(a), len(a[0]))
            r, c = (scales or {}).get(i, ([1] * len(a), [1] * len(a[0])))
            each.append(scaled(d, r, c))
        return each

    names = ["first"] + ["second"] * (second or third) + ["third"] * third
    directions = {which: direction(which) for which in names}
    kind = Entrywise(scales) if entrywise or scales else Normwise()
    function = function or getattr(precise, file)
    ALL.append(Case(file, name, function, list(arguments), directions, kind, **more))
