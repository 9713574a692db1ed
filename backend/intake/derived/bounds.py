"""The bounds of the acts of this group, for the table that `ledger.record` (the door) checks. Pure."""

from dataclasses import replace

from backend.intake.acts.index import INFORMATION_ACTS

BOUNDS = tuple(
    replace(line, acts=one.wire) for one in INFORMATION_ACTS.values() for line in one.bounds
)
SET_BY_THE_SYSTEM = {
    f"{one.wire} {place}": why
    for one in INFORMATION_ACTS.values()
    for place, why in one.set_by_the_system.items()
}
