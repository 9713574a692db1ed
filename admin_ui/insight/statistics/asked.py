"""What the address of a statistic asks for. All is in the address, so that a page can be sent to a colleague."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.addresses import query_of
from backend.force.units.service import UnitView
from backend.insight.figures.service import Wanted
from backend.insight.rules import periods
from backend.insight.rules.asking import Filters
from backend.insight.rules.periods import Period
from schemas.insight.figures import CountedParty
from schemas.law.catalogue import ViolationField
from schemas.law.periods import PeriodKind

Rows = Literal["figure", "unit", "field", "behaviour", "party", "half"]
ROWS: tuple[Rows, ...] = ("figure", "unit", "field", "behaviour", "party", "half")
COMPARED = ("year_before", "before", "none")
_EARLIEST, _LATEST = date(2001, 1, 1), date(2100, 12, 31)
_CODE = re.compile(r"[0-9A-Za-z.\-]{1,60}")
PARTIES = (
    CountedParty.INDIVIDUAL,
    CountedParty.MINOR,
    CountedParty.HOUSEHOLD,
    CountedParty.ORGANISATION,
)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One page of statistics."""

    period: Period
    unit: UnitView
    today: date
    reading: Literal["then", "today"]
    compare: str
    rows: Rows
    group: str
    field: str
    party: str
    behaviour: str

    @property
    def filters(self) -> Filters:
        """What is counted alone."""
        return Filters(
            fields=(self.field,) if self.field else (),
            parties=(CountedParty(self.party),) if self.party else (),
            behaviours=(self.behaviour,) if self.behaviour else (),
        )

    @property
    def other(self) -> Period | None:
        """The period that it is compared with."""
        if self.compare == "before":
            return periods.before(self.period)
        return periods.year_before(self.period) if self.compare == "year_before" else None

    @property
    def begins(self) -> date:
        """The first day that is shown or compared."""
        return min(one.first for one in (self.period, self.other) if one is not None)

    def there(self, unit: UnitView) -> bool:
        """Tell whether a unit has figures of its own here: it was there in the period, or is today."""
        if self.reading == "then":
            return unit.valid_to is None or unit.valid_to > self.period.first
        return unit.valid_to is None or unit.valid_to > self.today

    def wanted(self, period: Period, *units: UUID) -> Wanted:
        """Return the question for these units, or the page's own, in a period."""
        return Wanted(
            units=units or (self.unit.id,),
            first=period.first,
            last=period.last,
            reading=self.reading,
            filters=self.filters,
        )

    def query(self, **changed: str) -> str:
        """Return the address's query with some of it changed."""
        said = {
            "period": str(self.period.kind),
            "until": self.period.last.isoformat(),
            "since": self.period.first.isoformat() if self.period.kind is PeriodKind.DAYS else "",
            "unit": str(self.unit.id),
            "reading": self.reading if self.reading != "then" else "",
            "compare": self.compare if self.compare != COMPARED[0] else "",
            "rows": self.rows if self.rows != "figure" else "",
            "group": self.group,
            "field": self.field,
            "party": self.party,
            "behaviour": self.behaviour,
        }
        return query_of({key: value for key, value in (said | changed).items() if value})


def read(query: Mapping[str, str], units: list[UnitView], today: date, groups: list[str]) -> Asked:
    """Return what an address asks for; what it says wrongly is as if it said nothing.

    `units` are those that the reader may ask for, the own one first.
    """

    def one_of(name: str, known: tuple[str, ...], otherwise: str) -> str:
        said = query.get(name, "")
        return said if said in known else otherwise

    kind = PeriodKind(one_of("period", tuple(PeriodKind), PeriodKind.MONTH))
    until = _sane(query.get("until", "")) or today
    since = _sane(query.get("since", "")) or until.replace(day=1)
    chosen = next((one for one in units if str(one.id) == query.get("unit", "")), units[0])
    rows = one_of("rows", ROWS, "figure")
    return Asked(
        period=period_of(kind, since, until),
        unit=chosen,
        today=today,
        reading="today" if query.get("reading") == "today" else "then",
        compare=one_of("compare", COMPARED, COMPARED[0]),
        rows=next(one for one in ROWS if one == rows),
        group=one_of("group", tuple(groups), groups[0]),
        field=one_of("field", tuple(ViolationField), ""),
        party=one_of("party", PARTIES, ""),
        behaviour=_code(query.get("behaviour", "").strip()),
    )


def _code(text: str) -> str:
    """Return what may be the code of a behaviour; empty for other text."""
    return text if _CODE.fullmatch(text) else ""


def _sane(text: str) -> date | None:
    """Return a day of which periods before and after it exist too."""
    day = typed.day_or_none(text)
    return day if day and _EARLIEST <= day <= _LATEST else None


def period_of(kind: PeriodKind, since: date, until: date) -> Period:
    """Return the period of a kind in which `until` lies; of any two days, those from `since`."""
    if kind is PeriodKind.DAYS:
        return Period(kind=kind, first=min(since, until), last=max(since, until))
    try:
        return periods.containing(kind, until)
    except ValueError:  # between the nine months of two years
        return periods.containing(kind, until.replace(month=9, day=14))
