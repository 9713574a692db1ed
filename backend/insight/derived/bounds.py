"""The bounds of the acts of reports and of their definitions, for the table that `ledger.record` (the door) checks.

What a definition's days may be besides is judged with a reason of its own (backend/insight/rules/definitions.py).
"""

from dataclasses import replace
from datetime import date

from backend.insight.acts.index import EVERY
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import SLIP, bound
from schemas.insight.words import ReportDefinitionAct

_ORDINANCE, _TEN_YEARS = Fixed(date(2016, 9, 1)), Today(3653)
_OF_DEFINITIONS = (
    bound("/definition/valid_from", _ORDINANCE, _TEN_YEARS, SLIP),
    bound("/ends_on", _ORDINANCE, _TEN_YEARS, SLIP),
)
BOUNDS = (
    *(replace(line, acts=one.wire) for one in EVERY for line in one.bounds),
    *(replace(line, acts=ReportDefinitionAct.DRAFTED) for line in _OF_DEFINITIONS),
)
SET_BY_THE_SYSTEM = {
    f"{one.wire} {place}": why for one in EVERY for place, why in one.set_by_the_system.items()
}
