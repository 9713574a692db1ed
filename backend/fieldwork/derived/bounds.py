"""The declared bounds of inspection acts, for `ledger.record` (the one door) to check. Pure."""

from dataclasses import replace

from backend.fieldwork.acts.index import ACTS

BOUNDS = tuple(replace(line, acts=str(kind)) for kind, one in ACTS.items() for line in one.bounds)
SET_BY_THE_SYSTEM = {
    f"{kind} {place}": why
    for kind, one in ACTS.items()
    for place, why in one.set_by_the_system.items()
}
