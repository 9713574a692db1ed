"""The bounds of acts about people, for the table that `ledger.record` (the door) checks. Pure."""

from dataclasses import replace

from backend.force.acts.index import ACTS

BOUNDS = tuple(replace(line, acts=str(kind)) for kind, one in ACTS.items() for line in one.bounds)
SET_BY_THE_SYSTEM = {
    f"{kind} {place}": why
    for kind, one in ACTS.items()
    for place, why in one.set_by_the_system.items()
}
