"""The bounds of a case's acts, as declared, for the table that the one door asks. Pure."""

from dataclasses import replace

from backend.casework.acts.index import ACTS

BOUNDS = tuple(replace(line, acts=str(kind)) for kind, one in ACTS.items() for line in one.bounds)
SET_BY_THE_SYSTEM = {
    f"{kind} {place}": why
    for kind, one in ACTS.items()
    for place, why in one.set_by_the_system.items()
}
