"""What may be sampled, who may look, and what the looks come to. Pure."""

from datetime import date
from math import sqrt
from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor, UnitPath
from schemas.casework.words import CaseState
from schemas.fieldwork.words import InspectionState
from schemas.insight.samples import (
    LookResult,
    SampledKind,
    SampledPopulation,
    SampleList,
    SampleLooked,
    SampleStrata,
)

EARLIEST = date(2000, 1, 1)
"""Of a period: no record is older, and days in year 1 have no beginning in Vietnam's time."""
MOST_DAYS = 366
"""Of a period: a query reads what happened in it, and a year is what an audit looks back on."""
NIGHT_BEGINS, NIGHT_ENDS = 22, 6
"""Hours of the night in Vietnam (Law on Handling Administrative Violations Art 8.2, from memory)."""

LISTS: dict[SampledKind, tuple[SampleList, ...]] = {
    SampledKind.CASE: (
        SampleList.ALL,
        SampleList.LATE,
        SampleList.CORRECTED,
        SampleList.REOPENED,
        SampleList.SELF_SIGNED,
        SampleList.OUT_OF_HOURS,
    ),
    SampledKind.INSPECTION: (SampleList.ALL, SampleList.QUARANTINED, SampleList.OUT_OF_HOURS),
}
"""Which lists there are of each kind of record."""
STRATA: dict[SampledKind, tuple[SampleStrata, ...]] = {
    SampledKind.CASE: tuple(SampleStrata),
    SampledKind.INSPECTION: (SampleStrata.NONE, SampleStrata.UNIT, SampleStrata.OUTCOME),
}
"""By what each kind of record is told apart: an inspection is not yet about a field."""

_HANDED_ON = frozenset({CaseState.FORWARDED, CaseState.TRANSFERRED, CaseState.CRIMINAL_TRANSFER})
_ENDED = frozenset(
    {
        *(CaseState.REJECTED, CaseState.EXPIRED, CaseState.NOT_EXECUTED, CaseState.REMEDY_ONLY),
        *(CaseState.NO_SANCTION, CaseState.LAPSED, CaseState.CLOSED_NO_ACTION),
        *(CaseState.CLOSED_NO_VIOLATION, CaseState.CLOSED_COMPLIANT, CaseState.ARCHIVED),
    }
)
_OF_INSPECTIONS = {
    InspectionState.APPROVED: "completed",
    InspectionState.REFUSED: "not_completed",
    InspectionState.DISCARDED: "not_completed",
}
OUTCOMES = (
    *("open", "sanctioned", "annulled", "not_sanctioned", "handed_on"),
    *("completed", "not_completed"),
)
"""Kinds of outcome, as strata are called: the first five of cases, the first and the last two of inspections."""


def may_audit(actor: Actor) -> bool:
    """Tell whether an officer samples at all: an auditor who holds no role whose work is sampled."""
    return actor.only_audits


def may_audit_unit(actor: Actor, path: UnitPath) -> bool:
    """Tell whether an officer samples records of this unit and below."""
    return may_audit(actor) and scope.covers(actor, path)


def fault(of: SampledPopulation, today: date) -> str | None:
    """Return the code of what is wrong with a population, None if nothing is."""
    if of.out_of not in LISTS[of.kind]:
        return "sample_list"
    if of.strata not in STRATA[of.kind]:
        return "sample_strata"
    if of.fields and of.kind is not SampledKind.CASE:
        return "sample_strata"
    if not EARLIEST <= of.first <= of.last <= today:
        return "sample_period"
    return "sample_long" if (of.last - of.first).days >= MOST_DAYS else None


def look_fault(look: SampleLooked) -> str | None:
    """Return the code of what is missing in a look, None if nothing is."""
    if look.result is LookResult.IN_ORDER:
        return "sample_severity" if look.severity else None
    if not look.words.strip():
        return "sample_words"
    return "sample_severity" if (look.result is LookResult.FINDING) != bool(look.severity) else None


def outcome_of_case(state: str, *, sanctioned: bool) -> str:
    """Return what came of a case: a sanction, whatever became of the file since, or what its state says."""
    known = CaseState(state)
    if known is CaseState.ANNULLED:
        return "annulled"
    if sanctioned:
        return "sanctioned"
    if known in _HANDED_ON:
        return "handed_on"
    if known is CaseState.ONSPOT_SANCTIONED:
        return "sanctioned"
    return "not_sanctioned" if known in _ENDED else "open"


def outcome_of_inspection(state: str) -> str:
    """Return what came of an inspection."""
    return _OF_INSPECTIONS.get(InspectionState(state), "open")


class Share(NamedTuple):
    """Bounds of a share, in tenths of a percent."""

    least: int
    most: int


def wilson(found: int, looked: int) -> Share | None:
    """Return the 95 % Wilson score interval of a share (E. B. Wilson 1927), outwards to tenths; None of nothing.

    It stands for a population that is large against the sample; of a stratum that was looked at whole the share
    itself is known, and the caller says so instead.
    """
    if not looked:
        return None
    z, share = 1.959964, found / looked
    middle = share + z * z / (2 * looked)
    width = z * sqrt(share * (1 - share) / looked + z * z / (4 * looked * looked))
    whole = 1 + z * z / looked
    least, most = (middle - width) / whole, (middle + width) / whole
    return Share(
        least=0 if not found else max(0, int(least * 1000)),
        most=1000 if found == looked else min(1000, -int(-most * 1000 // 1)),
    )


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """A drawn record with its stratum and its last look."""

    record_id: UUID
    stratum: str
    result: LookResult | None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What the looks at one stratum come to."""

    key: str
    population: int
    drawn: int
    looked: int
    """Not judged ones included."""
    found: int
    not_judged: int

    @property
    def judged(self) -> int:
        """Of how many it is known whether they are in order."""
        return self.looked - self.not_judged

    @property
    def share(self) -> Share | None:
        """Between which shares of the stratum have findings; exact if all of it was judged."""
        if self.judged and self.judged == self.population:
            exact = round(1000 * self.found / self.judged)
            return Share(exact, exact)
        return wilson(self.found, self.judged)


def tallies(populations: dict[str, int], records: list[Looked]) -> list[Tally]:
    """Count the looks by stratum, in the strata's order."""
    found = []
    for key, population in populations.items():
        mine = [one for one in records if one.stratum == key]
        found.append(
            Tally(
                key=key,
                population=population,
                drawn=len(mine),
                looked=sum(one.result is not None for one in mine),
                found=sum(one.result is LookResult.FINDING for one in mine),
                not_judged=sum(one.result is LookResult.NOT_JUDGED for one in mine),
            )
        )
    return found
