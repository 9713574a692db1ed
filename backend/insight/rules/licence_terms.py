"""From when to when a licence is suspended by a sanction. Pure.

Law 15/2012 Art 25: a party whose right to use a licence is taken for a term (tước quyền sử dụng giấy phép có thời hạn)
may not do meanwhile what it allows. The term runs from the day on which the decision takes effect (Art 25.3), and ends
on the corresponding day (Art 8; Civil Code Art 148). Then the licence is in force again.

Two decisions say their term in words alone, so it is not reckoned here: one that amends, corrects or partly cancels a
sanction (MQĐ38, MQĐ39, MQĐ40; their acts tell fine and goods), and that of a chair of a People's Committee, whose paper
is filed. Then the reader is told where the term stands, as long as any could last.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.law.rules.spans import months_after
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty

_APART = r"(?<![\w/.-]){}(?![\w/-])"
"""A number as a word of its own: `12/GP-SCT` is neither `112/GP-SCT` nor `12/GP-SCT2`."""


LONGEST = 24
"""Months: no licence is suspended for longer (Law 15/2012 Art 25.3)."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that changes a sanction in a way that only its paper says."""

    number: str | None
    on: date | None


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A sanction that stands, as its act says it. `effective_on`: as its paper says it, if it does."""

    case_id: UUID
    case_number: str
    decision_number: str | None
    decided_on: date
    effective_on: str | None
    penalties: list[ExtraPenalty]
    chair_of: str | None = None
    """The People's Committee whose chair suspended a licence; which one and how long, the paper alone says."""
    changes: list[Change] = []


class Suspended(msgspec.Struct, frozen=True, kw_only=True):
    """A licence that is, was or will be suspended by a decision: the first and the last day, in Vietnam.

    `last` is as first decided; None of a chair's decision.
    """

    case_id: UUID
    case_number: str
    decision_number: str | None
    licence: str
    """Which one, as the decision says it; empty where it names none apart."""
    first: date
    last: date | None
    chair_of: str | None = None
    changes: list[Change] = []

    @property
    def ends(self) -> date:
        """The last day on which it can hold."""
        longest = months_after(self.first, LONGEST)
        return (
            longest if self.last is None else max(self.last, longest if self.changes else self.last)
        )

    def standing(self, today: date) -> Literal["ahead", "now", "over", "unsaid"]:
        """Tell how it stands on a day; `unsaid` while a paper alone says whether it does."""
        if today > self.ends:
            return "over"
        if self.last is None or self.changes:
            return "unsaid"
        return "ahead" if today < self.first else "now"

    def names(self, number: str) -> bool:
        """Tell whether the decision names the licence with this number, however it is spaced."""
        letters = "".join(number.split()).casefold()
        spaced = r"\s*".join(re.escape(letter) for letter in letters)
        return (
            bool(letters) and re.search(_APART.format(spaced), self.licence.casefold()) is not None
        )


def of(decisions: Iterable[Decided]) -> list[Suspended]:
    """Return what the decisions suspend, the last to end first."""
    found = [one for decided in decisions for one in _of(decided)]
    return sorted(found, key=lambda one: one.ends, reverse=True)


def _of(decided: Decided) -> Iterator[Suspended]:
    if decided.chair_of is not None:
        yield Suspended(
            case_id=decided.case_id,
            case_number=decided.case_number,
            decision_number=decided.decision_number,
            licence="",
            first=decided.decided_on,
            last=None,
            chair_of=decided.chair_of,
            changes=decided.changes,
        )
    for one in decided.penalties:
        if one.kind is not ExtraKind.LICENCE_SUSPENSION or not (one.months or one.days):
            continue
        first = _effective(decided)
        yield Suspended(
            case_id=decided.case_id,
            case_number=decided.case_number,
            decision_number=decided.decision_number,
            licence=one.licence,
            first=first,
            last=months_after(first, one.months or 0) + timedelta(days=one.days),
            changes=decided.changes,
        )


def _effective(decided: Decided) -> date:
    try:
        return max(decided.decided_on, date.fromisoformat(decided.effective_on or ""))
    except ValueError:
        return decided.decided_on
