"""Applications about a fine: which wait, and on which days no interest runs because of them. Pure.

No interest runs while a fine is postponed, nor while its reduction, waiver or payment in parts is
being considered (Decree 118/2021 Art 20.4; Circular 18/2023/TT-BTC Art 5).
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.casework.rules.facts import Facts
from backend.core.local_time import day_of
from backend.law.rules import paying_late
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_GRANTED_BY = {
    "postponement": case_execution_acts.ExecutionPostponed,
    "reduction": case_execution_acts.FineReduced,
    "waiver": case_execution_acts.FineReduced,
    "instalments": case_execution_acts.InstalmentsGranted,
}
_CONSIDERED = frozenset({"reduction", "waiver", "instalments"})
"""What is being considered stops the interest. An application to postpone is not among them."""


class Span(NamedTuple):
    """Days from `first` to `last`, both counted; `last` is None while it goes on."""

    first: date
    last: date | None


def waiting(facts: Facts) -> list[case_notices.ReliefAsked]:
    """List the applications that were neither granted nor refused."""
    return [one for one in facts.asked_relief if _answered_on(facts, one) is None]


def _answered_on(facts: Facts, asked: case_notices.ReliefAsked) -> date | None:
    """Return the day of the answer to an application, or None."""
    since = False
    for event in facts.events:
        content = event.content
        if isinstance(content, case_notices.ReliefAsked):
            since |= content.application_id == asked.application_id
        elif isinstance(content, case_notices.ReliefRefused):
            if content.application_id == asked.application_id:
                return content.refused_on
        elif since and isinstance(content, _GRANTED_BY[asked.what]):
            return _signed_on(facts, content.document_id) or day_of(event.received_at)
    return None


def _signed_on(facts: Facts, document_id: UUID) -> date | None:
    paper = facts.papers.get(document_id)
    return paper.issued_on if paper else None


def never_postponed(facts: Facts) -> Text | None:
    """Warn of a reduction or waiver before any postponement (Art 77; the form MQĐ04 cites one)."""
    granted = (
        one.content.document_id
        for one in facts.events
        if isinstance(one.content, case_execution_acts.ExecutionPostponed)
    )
    papers = (facts.papers.get(one) for one in granted)
    postponed = any(one is not None and one.cancelled_by is None for one in papers)
    if "not_postponed_before" not in paying_late.reduction_faults(postponed=postponed):
        return None
    return Text(
        vi="tiền phạt chưa được hoãn: giảm, miễn chỉ sau khi hoãn mà vẫn khó khăn (Điều 77 Luật Xử lý vi phạm hành "
        "chính)",
        en="the fine was never postponed: it is reduced or waived only if hardship goes on after a postponement (Law "
        "on Handling Administrative Violations Art 77)",
    )


def _considered(facts: Facts) -> Iterator[Span]:
    for one in facts.asked_relief:
        if one.what in _CONSIDERED:
            yield Span(one.received_on, _answered_on(facts, one))


def _postponed(facts: Facts) -> Iterator[Span]:
    """Yield the time of each postponement in force: from its decision to its day, or its early end."""
    for at, event in enumerate(facts.events):
        content = event.content
        if not isinstance(content, case_execution_acts.ExecutionPostponed):
            continue
        paper = facts.papers.get(content.document_id)
        if paper is None or paper.issued_on is None or paper.cancelled_by is not None:
            continue
        resumed = next(
            (
                day_of(one.received_at)
                for one in facts.events[at:]
                if one.type == CaseAct.EXECUTION_RESUMED
            ),
            content.until,
        )
        yield Span(paper.issued_on, min(content.until, resumed))


def pauses(facts: Facts, paid_on: date) -> list[tuple[date, date]]:
    """List first and last days without interest, as far as they count for a payment on this day."""
    spans = [*_considered(facts), *_postponed(facts)]
    return [(one.first, one.last or paid_on) for one in spans]


def certified(facts: Facts, what: case_notices.Relief) -> bool:
    """Tell whether an application for this was received with its hardship certified."""
    return any(one.what == what and one.certified_by for one in facts.asked_relief)
