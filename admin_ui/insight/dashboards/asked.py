"""What the address of a dashboard asks for. All is in the address, so that a page can be sent to a colleague."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

import msgspec

from admin_ui.insight.statistics.asked import period_of
from admin_ui.shell import typed
from admin_ui.shell.forms import query_of
from backend.core.errors import NotFound
from backend.insight.figures import definitions
from backend.insight.rules.boards import KINDS
from backend.insight.rules.periods import Period
from schemas.law.periods import PeriodKind

PLACE = "/desk/dashboard"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One dashboard."""

    period: Period
    unit_id: UUID | None
    """Null for the reader's own."""

    def query(self, unit: UUID | None = None) -> str:
        """Return the address's query, for another unit if one is given."""
        chosen = unit or self.unit_id
        said = {
            "unit": str(chosen) if chosen else "",
            "period": str(self.period.kind),
            "until": self.period.last.isoformat(),
        }
        return query_of({key: value for key, value in said.items() if value})

    def statistics(self, unit: UUID, **more: str) -> str:
        """Return the query of the page of statistics about the same unit and period."""
        said = {
            "unit": str(unit),
            "period": str(self.period.kind),
            "until": self.period.last.isoformat(),
        }
        return query_of(said | more)


def read(query: Mapping[str, str], today: date) -> Asked:
    """Return what an address asks for; an unknown period or day is as if none was said.

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
    return Asked(period=period, unit_id=chosen)
