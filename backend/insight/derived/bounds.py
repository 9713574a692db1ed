"""The bounds of the acts of reports, for the table that `ledger.record` (the door) checks. Pure."""

from dataclasses import replace

from backend.insight.acts.index import EVERY

BOUNDS = tuple(replace(line, acts=one.wire) for one in EVERY for line in one.bounds)
SET_BY_THE_SYSTEM = {
    f"{one.wire} {place}": why for one in EVERY for place, why in one.set_by_the_system.items()
}
