"""How far acts of execution and of seizure reach: the days and sums that guards ask about."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from backend.casework.clocks import telling
from backend.casework.rules import (
    carrying_out,
    dividing,
    ending,
    moving,
    owed,
    time_to_decide,
    verifying,
)
from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.guard_context import InspectionSeen, day_after
from backend.core import clock, formats, local_time
from backend.law.deadlines import service as deadlines
from backend.law.rules import counting as deadline_rules
from backend.law.rules.spans import months_after
from backend.law.sanctions import service as sanctions
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts.rule_sets import ClockMoved
from schemas.casework.words import CaseAct, SeizurePurpose
from schemas.core.problems import Text
from schemas.law.deadlines import Clock, Fact
from schemas.law.sanctions import Refusal

SEIZURE_RULE, DECISION_RULE, FINE_RULE = "D21", time_to_decide.DECIDING, "D15"
"""Rules that limit the time for the decision on the violation."""
OF_EXPLAINING = ("D08", "D09")


FILE_PASSED_DAYS = 10
"""Working days for a decision if the maker of the minutes hands the file to another officer, who
may sanction (Law Art 66.1.a)."""


def ends(facts: Facts, found: Sequence[Clock]) -> dict[str, datetime]:
    """Map each clock's rule to its end. The end of the time to decide is that of D12 in any case."""
    wrong = OF_EXPLAINING if facts.righted else ()  # they ran for the wrongly recorded violator
    plain = {one.rule: one.due_at for one in found if one.rule not in wrong}
    clock = time_to_decide.clock_of(found)
    return plain | ({DECISION_RULE: clock.due_at} if clock else {})


def ends_of_deciding(
    facts: Facts, document_id: UUID, found: Sequence[Clock]
) -> dict[str, datetime]:
    """Like ends(), as a decision on the violation is judged by them.

    The time to decide is the longer one (Law Art 66.1.a) if the decision's signer did not make the
    minutes. The clock that officers see takes the longer time only if the maker of the minutes
    heads no unit. For all other makers it warns by the shorter time.
    """
    plain = ends(facts, found)
    clock = time_to_decide.clock_of(found)
    if facts.recorded is None or (clock is not None and clock.rule == time_to_decide.RETURNED):
        return plain
    if clock is None:
        return plain | _returned(facts)
    decision = facts.papers.get(document_id)
    minutes = facts.papers.get(facts.recorded.document_id)
    if decision and minutes and decision.issued_by != minutes.issued_by:
        last = _working_days(local_time.day_of(clock.trigger_at), FILE_PASSED_DAYS)
        plain[DECISION_RULE] = max(clock.due_at, deadline_rules.end_of(last))
    return plain


def judged_on(facts: Facts, content: Any) -> date:
    """Return the day by which an act is judged: that of its decision, or of the paper that changes one."""
    decided_on: date | None = getattr(content, "decided_on", None)
    if decided_on is not None:
        return decided_on
    paper = facts.papers.get(content.by)
    return (paper.issued_on if paper else None) or local_time.day_of(clock.now())


def unverified(facts: Facts, content: Any, now: datetime) -> bool:
    """Tell whether only unproved orders to verify keep the decision in time (Law Art 59).

    An order is proved by verification minutes.
    """
    orders = verifying.unproved(facts)
    if not orders:
        return False
    told = telling.facts_of(one for one in facts.events if one.act_id not in orders)
    found = deadlines.clocks(told, facts.rule_set, now)
    due = ends_of_deciding(facts, content.document_id, found).get(DECISION_RULE)
    return due is not None and day_after(due, content.decided_on)


RETURNED_DAYS, VERIFIED_DAYS = 30, 45
"""Days to decide after the prosecution bodies returned the file: without and with verification
minutes (Law Art 63.3)."""


def _returned(facts: Facts) -> dict[str, datetime]:
    """Return the end of the time to decide on a file that the prosecution bodies returned.

    The referral ended the first clock.
    """
    if facts.crime_declined_on is None:
        return {}
    verified = any(one.form == "MBB05" and one.stands for one in facts.papers.values())
    days = timedelta(days=VERIFIED_DAYS if verified else RETURNED_DAYS)
    return {DECISION_RULE: deadline_rules.end_of(facts.crime_declined_on + days)}


def fine_due_on(facts: Facts, clocks: Sequence[Clock]) -> date | None:
    """Return the last day to pay the fine in time, after postponement, instalments, amendments."""
    ends = [one.due_at for one in clocks if one.rule == FINE_RULE]
    last = local_time.day_of(max(ends) - timedelta(microseconds=1)) if ends else None
    return owed.amended_due_on(facts, last)


RESOLVING = ("P22", "P25")
"""Clocks of the time to resolve a complaint, the first and the second."""


def resolve_by(facts: Facts, complaint_id: UUID | None, now: datetime) -> date | None:
    """Return the last day to resolve a complaint at its present level; None if no clock tells."""
    clocks, wanted = telling.clocks_of(facts, now), str(complaint_id or "")
    found = [one for one in clocks if one.rule in RESOLVING and one.subject == wanted]
    last = max(found, key=lambda one: one.trigger_at, default=None)
    return local_time.day_of(last.due_at - timedelta(microseconds=1)) if last else None


def begin_by(facts: Facts | None, seen: InspectionSeen | None) -> date | None:
    """Return the last day on which the case's inspection can begin; None if it is not known.

    A planned inspection begins within five working days of its decision. An ad-hoc one begins
    immediately, which is the day that the decision names (Ordinance 11/2016 Art 19.3).
    """
    if facts is None or seen is None or seen.issued_on is None or seen.start_on is None:
        return None
    linked = facts.last(CaseAct.DECISION_LINKED)
    planned = linked is not None and linked.content.planned
    days = ending.CARRIED_OUT_DAYS if planned else 0
    return max(seen.start_on, _working_days(seen.issued_on, days))


def _working_days(since: date, days: int) -> date:
    return deadline_rules.add_working_days(since, days, deadlines.calendar())


def extension(facts: Facts, rule: str, until: date, now: datetime) -> Text | None:
    """Return why a clock cannot be extended so, or None.

    Only a decision extends the time for which goods are held (Art 125.8).
    """
    if rule == SEIZURE_RULE:
        return Text(
            vi="thời hạn tạm giữ chỉ kéo dài bằng quyết định (MQĐ21, khoản 8 Điều 125)",
            en="a seizure is extended by a decision alone (MQĐ21, Art 125.8)",
        )
    known = telling.facts_of(facts.events)
    return deadlines.extension_fault(known, facts.rule_set, rule, until, now)


HELD_DAYS = 7
"""Working days for which a decision holds goods, from the seizure (Law Art 125.8)."""
VALUED_DAYS = 5
"""Working days for which a decision holds goods to be valued, from the decision itself (Law Art
60.3)."""


def seizure_decided(facts: Facts, content: Any) -> Text | None:
    """Return why a decision may not hold goods so long, or None.

    More days need a decision that extends it (MQĐ21). Goods that secure the execution are held
    until it is done (Art 125.6).
    """
    if content.purpose in (None, SeizurePurpose.SECURE):
        return None
    if beyond := _beyond_minutes(facts, content.until):
        return beyond
    if content.purpose is SeizurePurpose.VALUATION:
        return _more_than(VALUED_DAYS, content.decided_on, content.until)
    since = carrying_out.seized_since(facts, content.exhibits) or content.decided_on
    days = FILE_PASSED_DAYS if _passed_on(facts, content) else HELD_DAYS
    return _more_than(days, since, content.until)


_WITHIN_A_DAY = "D23"


def seizure_late(facts: Facts, paper: Paper, on: date) -> Text | None:
    """Return that goods are held without a decision for more than 24 hours when one is signed; or None.

    `on` is the paper's day in Vietnam; of today the hour counts, of an earlier day its beginning. The Law gives 24
    hours to report, and goods without a decision go back at once (Art 125.4.c-d). That a later decision does not
    hold them is read in no text, so its signer goes on with a reason (practice B8).
    """
    if paper.form != "MQĐ20":
        return None
    at = clock.now() if on == clock.today() else deadline_rules.start_of(on)
    limit = telling.limiting(facts, paper, (_WITHIN_A_DAY,), clock.now())
    if limit is None or limit.due_at >= at:
        return None
    end = formats.moment(limit.due_at)
    return Text(
        vi=f"đã hết thời hạn 24 giờ từ khi tạm giữ ({end}); không có quyết định thì phải trả lại ngay tang vật (khoản "
        "4 Điều 125 Luật Xử lý vi phạm hành chính)",
        en=f"the 24 hours since the seizure are over ({end}); without a decision the goods go back at once (Law on "
        "Handling Administrative Violations Art 125.4)",
    )


BEYOND_MONTHS = 2
"""Months from the violation minutes that no seizure to verify or to prevent exceeds (notes of the forms
MQĐ20 and MQĐ21 of Decree 118/2021)."""


def _beyond_minutes(facts: Facts, until: date) -> Text | None:
    """Return why goods are not held until this day, counted from the violation minutes; or None."""
    if facts.recorded is None:
        return None
    last = months_after(local_time.day_of(facts.recorded.recorded_at), BEYOND_MONTHS)
    if until <= last:
        return None
    return Text(
        vi=f"quá 02 tháng từ biên bản vi phạm, đến hết {formats.day(last)} (chú thích mẫu MQĐ20, MQĐ21)",
        en=f"more than 2 months from the violation minutes, to the end of {formats.day(last)} (notes of the forms "
        "MQĐ20, MQĐ21)",
    )


def _more_than(days: int, since: date, until: date) -> Text | None:
    last = _working_days(since, days)
    if until <= last:
        return None
    return Text(
        vi=f"quá {days:02} ngày làm việc, đến hết {formats.day(last)}",
        en=f"more than {days} working days, to the end of {formats.day(last)}",
    )


def _passed_on(facts: Facts, content: Any) -> bool:
    """Tell whether the file passes to another officer, who may sanction.

    It does if the decision's signer is not the maker of the seizure minutes.
    """
    decision = facts.papers.get(content.document_id)
    ids = dividing.wholes(facts, content.exhibits)
    makers = {
        facts.papers[event.content.document_id].issued_by
        for event in facts.events
        if isinstance(event.content, case_exhibit_acts.ExhibitsSeized)
        and ids & {one.exhibit_id for one in event.content.exhibits}
    }
    return decision is not None and bool(makers - {decision.issued_by})


def seizure_extended(facts: Facts, content: Any, now: datetime) -> Text | None:
    """Return why the seizure of these exhibits cannot be extended so, or None.

    All exhibits of the act belong to one seizure, so the first tells which. If the signer did not
    make the seizure minutes, the file went up: ten working days (Art 125.8). A paper is judged by its
    own day (practice B8): one that was signed by hand may be entered later.
    """
    purposes = {facts.exhibits[one].purpose for one in content.exhibits if one in facts.exhibits}
    if purposes == {SeizurePurpose.SECURE}:
        return None
    if beyond := _beyond_minutes(facts, content.until):
        return beyond
    if SeizurePurpose.VALUATION in purposes:
        return Text(
            vi="tạm giữ để định giá không kéo dài (khoản 3 Điều 60); cần MQĐ20 khác, ghi mục đích khác",
            en="a seizure for valuation is not extended (Art 60.3); another MQĐ20, for another purpose, is needed",
        )
    paper = facts.papers.get(content.document_id)
    if paper is not None and paper.issued_on is not None:
        signed_by = deadline_rules.end_of(paper.issued_on) - timedelta(microseconds=1)
        now = min(now, signed_by)
    subject = next(
        (
            str(event.content.document_id)
            for event in facts.events
            if isinstance(event.content, case_exhibit_acts.ExhibitsSeized)
            and dividing.whole(facts, content.exhibits[0])
            in {one.exhibit_id for one in event.content.exhibits}
        ),
        None,
    )
    known = telling.facts_of(facts.events)
    if _passed_on(facts, content):
        known.append(Fact(act=str(CaseAct.CASE_SENT_UP), at=now))
    return deadlines.extension_fault(
        known, facts.rule_set, SEIZURE_RULE, content.until, now, subject
    )


def on_spot(facts: Facts, content: Any, total: int) -> Text | None:
    """Return why a sanction needs violation minutes, where there are none; or None.

    A prosecution body's file needs none, whatever the fine (Law Art 56.1.b).
    """
    if facts.recorded is not None or facts.party is None:
        return None
    fault = sanctions.no_minutes_fault(
        total,
        facts.party.kind,
        content.decided_on,
        by_device=content.by_device,
        prosecution=facts.received is not None and facts.received.source == "prosecution",
        book=facts.book,
    )
    return said(fault)


def said(refused: Refusal | None) -> Text | None:
    """Return a refusal of another group as one text with its article."""
    if refused is None:
        return None
    return Text(
        vi=f"{refused.text.vi} ({refused.article})", en=f"{refused.text.en} ({refused.article})"
    )


def moved(facts: Facts, now: datetime) -> list[ClockMoved]:
    """Return every time limit of a case that changes if it moves to the rule set in force today."""
    newest = deadlines.rule_set_at(local_time.day_of(now))
    return moving.compared(
        telling.clocks_of(facts, now), telling.clocks_of(facts, now, rule_set=newest)
    )
