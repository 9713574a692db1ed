"""What the address of a dashboard asks for. All is in the address, so that a page can be sent to a colleague."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from admin_ui.insight.statistics.asked import PARTIES, period_of
from admin_ui.shell import typed
from admin_ui.shell.addresses import query_of
from backend.core.errors import NotFound
from backend.insight.figures import definitions
from backend.insight.rules.asking import Filters
from backend.insight.rules.boards import KINDS
from backend.insight.rules.periods import Period
from schemas.insight.figures import CountedParty
from schemas.law.catalogue import ViolationField
from schemas.law.periods import PeriodKind

PLACE = "/desk/dashboard"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One dashboard."""

    period: Period
    unit_id: UUID | None
    """Null for the reader's own."""
    reading: Literal["then", "today"] = "then"
    field: str = ""
    party: str = ""

    @property
    def filters(self) -> Filters:
        """What is counted alone."""
        return Filters(
            fields=(self.field,) if self.field else (),
            parties=(CountedParty(self.party),) if self.party else (),
        )

    def query(self, unit: UUID | None = None, **changed: str) -> str:
        """Return the address's query, for another unit if one is given, with some of it changed."""
        chosen = unit or self.unit_id
        said = {"unit": str(chosen) if chosen else ""} | self._said() | changed
        return query_of({key: value for key, value in said.items() if value})

    def statistics(self, unit: UUID, **more: str) -> str:
        """Return the query of the page of statistics about the same unit, period and part of what happened."""
        said = {"unit": str(unit)} | self._said() | more
        return query_of({key: value for key, value in said.items() if value})

    def _said(self) -> dict[str, str]:
        return {
            "period": str(self.period.kind),
            "until": self.period.last.isoformat(),
            "reading": self.reading if self.reading != "then" else "",
            "field": self.field,
            "party": self.party,
        }


def read(query: Mapping[str, str], today: date) -> Asked:
    """Return what an address asks for; what it says wrongly is as if it said nothing.

    So is a day on which no figure was defined yet.
    Raises NotFound for a unit that is no id.
    """
    said = query.get("period", "")
    kind = PeriodKind(said) if said in KINDS else PeriodKind.QUARTER
    until = typed.edge_or_none(query.get("until", "")) or today
    unit = query.get("unit", "")
    try:
        chosen = UUID(unit) if unit else None
    except ValueError:
        raise NotFound(what="unit") from None
    period = period_of(kind, until, until)
    if not definitions.in_force(period.last):
        period = period_of(kind, today, today)
    field, party = query.get("field", ""), query.get("party", "")
    return Asked(
        period=period,
        unit_id=chosen,
        reading="today" if query.get("reading") == "today" else "then",
        field=field if field in tuple(ViolationField) else "",
        party=party if party in PARTIES else "",
    )
