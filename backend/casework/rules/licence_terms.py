"""From when to when a licence is suspended by a sanction. Pure.

Law 15/2012 Art 25: a party whose right to use a licence is taken for a term (tước quyền sử dụng giấy phép có thời hạn)
may not do meanwhile what it allows. The term runs from the day on which the decision takes effect (Art 25.3): that of
its signing, a later one that it names, or the one on which the licence is handed over, if it says so (form MQĐ02). The
minutes that hold the licence tell that day (MBB08, which carries the decision out). It ends on the corresponding day
(Art 8; Civil Code Art 148). Then the licence is in force again.

Not reckoned here, because the paper alone says it: the term after a decision that amends, corrects or partly cancels a
sanction (MQĐ38, MQĐ39, MQĐ40; their acts tell fine and goods); that of a chair's decision of which nobody entered it;
the day of a handing over of which the case has no minutes. Then the reader is told where it stands, as long as any
could last.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.casework.rules import licence_numbers
from backend.casework.rules.document_guards import names as names_paper
from backend.casework.rules.facts import Facts, Paper
from backend.core.formats import day
from backend.core.local_time import day_of
from backend.law.rules.spans import months_after
from schemas.casework.acts.handed import ChairLicence
from schemas.casework.licences import SanctionChange, SuspendedLicence
from schemas.casework.words import CaseState
from schemas.core.problems import Text
from schemas.law.provisions import ExtraKind
from schemas.law.sanctions import ExtraPenalty

CHANGING = ("MQĐ38", "MQĐ39", "MQĐ40")
"""Amends, corrects; cancels, here a part: a sanction that was cancelled whole stands no longer."""
LONGEST = 24
"""Months: no licence is suspended for longer (Law 15/2012 Art 25.3)."""
EXECUTED_IN = 12
"""Months from the decision: later its additional penalties are not carried out any more (Law 15/2012 Art 74.1)."""
LICENCES = (ExtraKind.LICENCE_SUSPENSION,)
HOLDING = "MBB08"
"""Minutes that hold a licence."""


class HeldLicence(msgspec.Struct, frozen=True, kw_only=True):
    """A row of minutes that hold licences."""

    name: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What minutes that hold licences say (MBB08)."""

    started_at: datetime
    licences: list[HeldLicence]


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """A sanction that stands, as its act and its paper say it."""

    case_id: UUID
    case_number: str
    decision_number: str | None
    decided_on: date
    effective_on: str | None
    """The day of effect that its paper names, if it names one."""
    at_handing_over: bool = False
    """Its paper says that it takes effect when the licence is handed over."""
    held: list[Held] = []
    """What minutes in force say that carry it out by holding licences."""
    penalties: list[ExtraPenalty]
    chair_of: str | None = None
    """The People's Committee whose chair suspended a licence."""
    licences: list[ChairLicence] = []
    """What was entered of a chair's decision: which licences, and for how long."""
    changes: list[SanctionChange] = []


def ends(one: SuspendedLicence) -> date:
    """Return the last day on which it can hold."""
    longest = months_after(one.first, LONGEST)
    if one.last is not None:
        return max(one.last, longest) if one.changes else one.last
    if not one.at_handing_over:
        return longest
    handed_over = months_after(one.first, EXECUTED_IN)
    told = (one.months or one.days) and not one.changes
    return _after(handed_over, one.months, one.days) if told else months_after(handed_over, LONGEST)


def standing(one: SuspendedLicence, today: date) -> Literal["ahead", "now", "over", "unsaid"]:
    """Tell how it stands on a day; `unsaid` while a paper alone says whether it does."""
    if today > ends(one):
        return "over"
    if one.last is None or one.changes:
        return "unsaid"
    return "ahead" if today < one.first else "now"


def names(one: SuspendedLicence, number: str) -> bool:
    """Tell whether the decision names the licence with this number, however it is typed."""
    return licence_numbers.names(one.licence, number)


def of(
    decisions: Iterable[Decided], kinds: Collection[ExtraKind] = LICENCES
) -> list[SuspendedLicence]:
    """Return what the decisions suspend, the last to end first."""
    found = (one for decided in decisions for one in _of(decided, kinds))
    return sorted(found, key=ends, reverse=True)


def of_case(
    case_id: UUID, facts: Facts, kinds: Collection[ExtraKind] = LICENCES
) -> list[SuspendedLicence]:
    """Return what the sanction of a case suspends, while it stands and is carried out."""
    if facts.state == CaseState.SUSPENDED:
        return []  # nothing of it is carried out meanwhile
    decided = facts.sanction
    if decided is None or decided.decided_on is None or facts.decision_gone_by is not None:
        return []
    chair = facts.chair if facts.chair and facts.chair.licence_suspended else None
    paper = facts.papers.get(decided.document_id)
    fields = paper.fields if paper else {}
    one = Decided(
        case_id=case_id,
        case_number=facts.opening.number,
        decision_number=paper.number if paper else None,
        decided_on=decided.decided_on,
        effective_on=str(fields.get("effective_on") or ""),
        at_handing_over=bool(fields.get("effect_licence")),
        held=list(_held(paper, facts)) if paper else [],
        penalties=decided.order.extra_penalties,
        chair_of=chair.place if chair else None,
        licences=(chair.licences or []) if chair else [],
        changes=list(_changes(paper, facts)) if paper else [],
    )
    return of([one], kinds)


def unserved(facts: Facts, on: date) -> Text | None:
    """Say which suspension of a licence or of an activity is not over on a day; None if all are.

    A decision is carried out once its additional penalties are, too (Law 15/2012 Art 73). After a death or a
    dissolution only confiscation and remedies go on (Art 75). Where a paper alone says the term nothing is said.
    """
    for one in _to_serve(facts):
        name = f" ({one.licence})" if one.licence else ""
        if one.changes:
            continue
        if one.last is not None and one.last >= on:
            last = day(one.last)
            return Text(
                vi=f"thời hạn tước quyền sử dụng giấy phép, đình chỉ hoạt động{name} đến hết ngày {last}, hãy ghi sau "
                "ngày đó",
                en=f"the suspension of a licence or an activity{name} lasts to the end of {last}: enter it "
                "after that day",
            )
        if one.last is None and one.at_handing_over and ends(one) >= on:
            return Text(
                vi=f"thời hạn tước quyền sử dụng giấy phép{name} tính từ ngày giao nộp, mà chưa có biên bản giữ giấy "
                "phép (MBB08): hãy lập biên bản đó",
                en=f"the suspension of a licence{name} runs from its handing over, and there are no minutes that "
                "hold it (MBB08): draw them up",
            )
    return None


def served_until(facts: Facts, on: date) -> date | None:
    """Return the last day of the suspension that runs longest on a day; None if none is known to run.

    A term may be longer than the year in which the decision is executed (Law 15/2012 Arts 25.3, 74.1): what began is
    served to its end.
    """
    days = [one.last for one in _to_serve(facts) if not one.changes and one.last is not None]
    return max((last for last in days if last >= on), default=None)


def serving(facts: Facts, on: date) -> Text | None:
    """Say that a suspension runs on a day, and until when; None if none is known to run."""
    last = served_until(facts, on)
    if last is None:
        return None
    return Text(
        vi=f"việc tước giấy phép, đình chỉ hoạt động còn đến hết ngày {day(last)}",
        en=f"the suspension of a licence or an activity lasts to the end of {day(last)}",
    )


def _to_serve(facts: Facts) -> list[SuspendedLicence]:
    """List the suspensions that the decision in force has, of licences and of activities; none after a death."""
    if facts.partial is not None or facts.sanction is None:
        return []
    # No sentence says whose case it is, and facts do not know: any id will do.
    kinds = (*LICENCES, ExtraKind.BUSINESS_SUSPENSION)
    return list(of_case(facts.sanction.document_id, facts, kinds))


def _changes(about: Paper, facts: Facts) -> Iterator[SanctionChange]:
    for one in facts.papers.values():
        if one.form in CHANGING and one.stands and names_paper(one, about):
            yield SanctionChange(number=one.number, on=one.issued_on)


def _held(about: Paper, facts: Facts) -> Iterator[Held]:
    on = about.issued_on.isoformat() if about.issued_on else None
    for one in facts.papers.values():
        said = (one.fields.get("decision_number"), one.fields.get("decision_date"))
        if one.form == HOLDING and one.stands and said == (about.number, on):
            yield msgspec.convert(one.fields, Held)


def _of(decided: Decided, kinds: Collection[ExtraKind]) -> Iterator[SuspendedLicence]:
    if decided.chair_of is not None:
        for one in decided.licences:
            yield _one(decided, one.licence, one.months or 0, one.days or 0)
        if not decided.licences:
            yield _one(decided, "", 0, 0)
    for penalty in decided.penalties:
        if penalty.kind in kinds and (penalty.months or penalty.days):
            yield _one(decided, penalty.licence, penalty.months or 0, penalty.days)


def _one(decided: Decided, licence: str, months: int, days: int) -> SuspendedLicence:
    named = _named_day(decided)
    by_handing = decided.at_handing_over and named is None
    handed_on = _handed_on(decided, licence) if by_handing else None
    first = max(decided.decided_on, named or handed_on or decided.decided_on)
    told = (months or days) and (handed_on is not None or not by_handing)
    return SuspendedLicence(
        case_id=decided.case_id,
        case_number=decided.case_number,
        decision_number=decided.decision_number,
        licence=licence,
        first=first,
        last=_after(first, months, days) if told else None,
        months=months,
        days=days,
        at_handing_over=by_handing,
        chair_of=decided.chair_of,
        changes=decided.changes,
    )


def _handed_on(decided: Decided, licence: str) -> date | None:
    """Return the day on which minutes hold this licence; the first, if a licence was held again.

    If the decision suspends no other one, they hold this one, whatever they call it.
    """
    suspended = [one for one in decided.penalties if one.kind is ExtraKind.LICENCE_SUSPENSION]
    alone = len(suspended) + len(decided.licences) == 1
    found = (
        day_of(one.started_at)
        for one in decided.held
        if alone or any(licence_numbers.same(each.name, licence) for each in one.licences)
    )
    return min(found, default=None)


def _named_day(decided: Decided) -> date | None:
    try:
        return date.fromisoformat(decided.effective_on or "")
    except ValueError:
        return None


def _after(first: date, months: int, days: int) -> date:
    return months_after(first, months) + timedelta(days=days)
