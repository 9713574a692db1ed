"""Goods that nobody claims, or whose owner nobody knows (Law Art 126.4, 126.5). Pure.

The owner is called twice in the media and at the office. A waiting time runs from the second notice.
Then the goods are confiscated (MQĐ14). The law has two times, a month and a year. We read them as: a
month if the owner is known, a year if not. By the other reading a month is enough for everybody: less
than a month is refused, and less than a year for an unknown owner needs a head's reason.
"""

from datetime import date, timedelta
from uuid import UUID

from backend.casework.rules import exhibit_guards, warning
from backend.casework.rules.document_guards import stands
from backend.casework.rules.facts import Exhibit, Facts
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.law.rules.spans import months_after
from backend.ledger.handlers import Refuse
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.words import ExhibitState
from schemas.core.problems import Text

ORDER = "MQĐ14"
"""The decision that confiscates goods without a sanction."""
NOTICES = 2
DAY = timedelta(days=1)
MONTH, YEAR = 1, 12
"""Months from the second notice: for a known owner, and for an unknown one."""


def held(facts: Facts, ids: list[UUID]) -> list[Exhibit] | None:
    """Return the goods if all are held, or are the money of an early sale; else None."""
    kept = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY)
    return exhibit_guards.find_exhibits(facts, ids, *kept)


def order_fault(notice: int, given: int) -> Refuse | None:
    """Refuse a notice out of order, of goods about which so many were given (Art 126.4.a)."""
    return None if given == notice - 1 else refusal("case_notice_order", number=notice)


def notice_fault(content: case_notices.OwnerNotified, facts: Facts) -> Refuse | None:
    """Return why the notice is not given about these goods now, or None."""
    found = held(facts, content.exhibits)
    if found is None:
        return refusal("case_exhibit")
    for one in found:
        if why := order_fault(content.notice, len(one.notices)):
            return why
    if content.sheet in {notice.sheet for one in found for notice in one.notices}:
        return refusal("case_notice_again", sheet=content.sheet)
    before = [notice.notified_on for one in found for notice in one.notices]
    if before and content.notified_on < max(before):
        return refusal("case_dates", Text(vi="trước lần thứ nhất", en="before the first notice"))
    return warning.unless(content.despite, _early(content, found))


def unclaimed_fault(content: case_notices.ExhibitsUnclaimed, facts: Facts) -> Refuse | None:
    """Return why nobody can have failed to come for these by now, or None."""
    found = held(facts, content.exhibits)
    if found is None:
        return refusal("case_exhibit")
    papers = [one.content.kind == "document" for one in found]
    if content.unclaimed == "licence" and not all(papers):
        return refusal("case_unclaimed_licence")
    return warning.unless(content.despite, _held_on(content.held_until, found))


def _early(content: case_notices.OwnerNotified, found: list[Exhibit]) -> Text | None:
    """Warn of a first notice while a decision still holds the goods."""
    return None if content.notice > 1 else _held_on(content.notified_on - DAY, found)


def _held_on(last: date, found: list[Exhibit]) -> Text | None:
    """Warn if a decision still holds the goods on the day after this one."""
    until = max((one.until for one in found if one.until is not None), default=None)
    if until is None or last >= until:
        return None
    day = formats.day(until)
    return Text(
        vi=f"còn thời hạn tạm giữ đến hết ngày {day} (khoản 4 Điều 126 Luật Xử lý vi phạm hành chính)",
        en=f"the seizure lasts until the end of {day} (Law on Handling Administrative Violations Art 126.4)",
    )


def waits(facts: Facts, ids: list[UUID], on: date) -> Refuse | None:
    """Return why these goods are not confiscated on this day for want of an owner, or None."""
    goods = [facts.exhibits[one] for one in ids if one in facts.exhibits]
    goods = [one for one in goods if one.not_awaited != "banned"]
    if any(len(one.notices) < NOTICES for one in goods):
        return missing()
    for one in goods:
        short = one.not_awaited == "month_is_enough" or one.notices[-1].owner == "known"
        if why := waiting_fault(one.notices[-1].notified_on, on, short=short):
            return why
    return None


def missing() -> Refuse:
    """Return the refusal of goods whose owner was not called twice."""
    return refusal("case_notice_missing")


def waiting_fault(second_on: date, on: date, *, short: bool) -> Refuse | None:
    """Return why the owner is still awaited on a day, or None. `short`: a month is enough."""
    last = months_after(second_on, MONTH)
    if on <= last:
        return refusal("case_notice_waits", day=formats.day(last))
    last = months_after(second_on, MONTH if short else YEAR)
    return refusal("case_notice_year", day=formats.day(last)) if on <= last else None


def confiscating(facts: Facts, content: case_exhibit_acts.ExhibitsDisposed) -> Refuse | None:
    """Return why goods that nobody claimed are not confiscated by this decision (MQĐ14), or None.

    It is beside the decision on the violation, which leaves the goods to their owner.
    """
    if missing := stands(facts, content.document_id, ORDER):
        return missing
    order = facts.papers[content.document_id] if content.document_id else None
    if order is None or order.issued_on is None:
        return refusal("case_paper_missing", form=ORDER)
    if not set(content.exhibits) <= exhibit_guards.listed(facts, order):
        return refusal("case_confiscation_paper")
    return waits(facts, content.exhibits, order.issued_on)


def is_order(facts: Facts, document_id: UUID | None) -> bool:
    """Tell whether a paper is such a decision, and not the case's own."""
    paper = facts.papers.get(document_id) if document_id else None
    return paper is not None and paper.form == ORDER and paper.id != facts.decision_id
