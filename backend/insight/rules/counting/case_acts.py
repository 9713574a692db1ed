"""What single acts of a case tell: party, first behaviour and day of each, and acts that are counted alone. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from backend.casework.rules.facts import Event, Exhibit, Facts
from backend.core.local_time import day_of
from backend.insight.rules.counting.counted import Cell, Counted
from backend.insight.rules.counting.parties import kind_of, party_key
from schemas.casework.words import CaseAct, PaymentKind
from schemas.insight.figures import CountedEvent
from schemas.law.provisions import RemedyKind

FieldOf = Callable[[str], str]
"""Returns the field of a behaviour's code, "" if the catalogue has none (an act outside the catalogue)."""

_DAYS = (
    "on",
    "decided_on",
    "paid_on",
    "refunded_on",
    "done_on",
    "destroyed_on",
    "completed_on",
    "archived_on",
    "lapsed_on",
    "received_on",
    "handed_on",
    "suspended_on",
    "returned_on",
    "resolved_on",
    "sent_on",
    "issued_on",
)
"""Names of the day of what an act tells, in the contents of a case's acts; the first that one has counts.

`on` is the day of a death or a disposal, which may stand beside that of the decision about it."""
_MOMENTS = ("recorded_at", "seized_at", "filed_at")
"""The same for acts that tell the moment."""
_PAPERS: dict[str, str] = {
    CaseAct.EXECUTION_POSTPONED: "document_id",
    CaseAct.FINE_REDUCED: "document_id",
    CaseAct.INSTALMENTS_GRANTED: "document_id",
    CaseAct.EXECUTION_SUSPENDED: "document_id",
    CaseAct.CRIME_SUSPECTED: "document_id",
    CaseAct.DECISION_ANNULLED: "by",
    CaseAct.DOCUMENT_AMENDED: "by",
    CaseAct.DOCUMENT_CANCELLED: "by",
}
"""Acts that name no day, but the paper that decides: its day counts. It may be compared, and so entered, days later."""


class Of:
    """Makes the events of one act: its number and days, and the case's party and first behaviour."""

    def __init__(self, act: Event, facts: Facts, field_of: FieldOf) -> None:
        self.act, self.facts, self.field_of = act, facts, field_of
        self.entered = day_of(act.received_at)

    @property
    def day(self) -> date:
        """The day that the act names for what it tells, or that on which it was taken in."""
        for name in _DAYS:
            found = getattr(self.act.content, name, None)
            if isinstance(found, date):
                return found
        for name in _MOMENTS:
            moment = getattr(self.act.content, name, None)
            if moment is not None:
                return day_of(moment)
        return self._on_paper() or self.entered

    def _on_paper(self) -> date | None:
        named = _PAPERS.get(self.act.type)
        paper = self.facts.papers.get(getattr(self.act.content, named)) if named else None
        return paper.issued_on if paper is not None else None

    def cell(self, event: CountedEvent, detail: str = "") -> Cell:
        """Return where an event of the case as a whole belongs."""
        behaviour, field = self._first()
        kind = kind_of(self.facts.party, self._acted_on())
        return Cell(event, detail, field, behaviour, kind)

    def one(
        self,
        event: CountedEvent,
        detail: str = "",
        *,
        on: date | None = None,
        count: int = 1,
        amount: int = 0,
        counts_party: bool = False,
    ) -> Counted:
        """Return an event of the case as a whole."""
        key = party_key(self.facts.party) if counts_party else None
        cell = self.cell(event, str(detail))
        return self.counted(cell, on or self.day, count=count, amount=amount, party=key)

    def counted(
        self, cell: Cell, on: date, *, count: int = 1, amount: int = 0, party: str | None = None
    ) -> Counted:
        """Return an event in a cell of its own."""
        return Counted(
            entry=self.act.number,
            cell=cell,
            happened_on=on,
            entered_on=self.entered,
            count=count,
            amount=amount,
            party_key=party,
        )

    def goods(
        self, event: CountedEvent, goods: list[Exhibit], on: date | None = None
    ) -> Iterator[Counted]:
        """Yield goods by the rows of the list and their stated value; apart the rows that state none.

        A licence that is held (Law Art 125.6) has no value, and waits for none.
        """
        valued = [one.content.value for one in goods if one.content.value is not None]
        if valued:
            yield self.one(event, on=on, count=len(valued), amount=sum(valued))
        left = [
            one for one in goods if one.content.value is None and one.content.kind != "document"
        ]
        if left:
            yield self.one(event, "unvalued", on=on, count=len(left))

    def _first(self) -> tuple[str, str]:
        order = getattr(self.facts.sanction, "order", None)
        if order is not None and order.acts:
            return order.acts[0].behaviour.code, str(order.acts[0].behaviour.field)
        recorded = self.facts.recorded or self.facts.received
        if recorded is not None and recorded.violations:
            code = recorded.violations[0].code
            return code, self.field_of(code)
        return "", ""

    def _acted_on(self) -> date:
        order = getattr(self.facts.sanction, "order", None)
        if order is not None and order.acts:
            acted_on: date = order.acts[0].acted_on
            return acted_on
        recorded = self.facts.recorded or self.facts.received
        return recorded.violations[0].ended_on if recorded is not None else self.entered


def _recorded(content: Any, of: Of) -> Iterator[Counted]:
    for one in content.violations:
        cell = of.cell(CountedEvent.BEHAVIOURS_RECORDED)
        cell = replace(cell, behaviour=one.code, field=of.field_of(one.code))
        yield of.counted(cell, day_of(content.recorded_at))


def _paid(content: Any, of: Of) -> Iterator[Counted]:
    if content.kind != PaymentKind.SALE_PROCEEDS:  # these may lie on deposit yet: see balances
        yield of.one(CountedEvent.MONEY_COLLECTED, content.kind, amount=content.amount)


def _refunded(content: Any, of: Of) -> Iterator[Counted]:
    yield of.one(CountedEvent.MONEY_REFUNDED, amount=content.amount)


def _reduced(content: Any, of: Of) -> Iterator[Counted]:
    paper = of.facts.papers.get(content.document_id)
    relief = str(paper.fields.get("relief") or "") if paper is not None else ""
    # A chair's decision does not say it: then it is waived if nothing is left to pay (Law Art 77).
    waived = relief.startswith("waived") if relief else of.facts.fine <= of.facts.paid
    yield of.one(CountedEvent.FINES_REDUCED, "waived" if waived else "reduced", amount=content.by)


def _amended(content: Any, of: Of) -> Iterator[Counted]:
    paper = of.facts.papers.get(content.by)
    yield of.one(CountedEvent.DECISIONS_AMENDED, paper.form if paper is not None else "")


def _remedies_alone(content: Any, of: Of) -> Iterator[Counted]:
    yield of.one(CountedEvent.REMEDIES_ORDERED, content.why)
    kinds = content.kinds
    if kinds is None:  # an older act: words alone
        kinds = ["other"] if content.remedies else []
    for kind in sorted({f"remedy:{one}" for one in kinds}):
        yield of.one(CountedEvent.REMEDIES_ALONE_WITH, kind)
    if content.confiscated:
        yield of.one(CountedEvent.REMEDIES_ALONE_WITH, "confiscation")


def _came_back(_content: Any, of: Of) -> Iterator[Counted]:
    """Count a file that the prosecution bodies send back to be sanctioned: the time of theirs runs (Law Art 63)."""
    if of.facts.decision_id is None:
        yield of.one(CountedEvent.FILES_RECEIVED, "returned")


def _by_chair(content: Any, of: Of) -> Iterator[Counted]:
    """Count that a chair does not sanction, or orders confiscation or remedies alone (Law Art 65).

    Sanctions are counted as decisions. Measures are kept in words, so of the kinds only a gain is told.
    """
    if content.outcome == "none":
        yield of.one(CountedEvent.CASES_ENDED, "declined:chair")
    if content.outcome != "remedies":
        return
    yield of.one(CountedEvent.REMEDIES_ORDERED, "chair")
    if content.confiscated:
        yield of.one(CountedEvent.REMEDIES_ALONE_WITH, "confiscation")
    if content.gain:
        yield of.one(CountedEvent.REMEDIES_ALONE_WITH, f"remedy:{RemedyKind.DISGORGE}")


def _disposed(content: Any, of: Of) -> Iterator[Counted]:
    if content.proceeds:
        yield of.one(CountedEvent.GOODS_PROCEEDS, amount=content.proceeds)


def _plain(
    event: CountedEvent, detail: Callable[[Any], str] = lambda _content: ""
) -> Callable[[Any, Of], Iterator[Counted]]:
    def counter(content: Any, of: Of) -> Iterator[Counted]:
        yield of.one(event, detail(content))

    return counter


COUNTERS: dict[CaseAct, Callable[[Any, Of], Iterator[Counted]]] = {
    CaseAct.VIOLATION_RECORDED: _recorded,
    CaseAct.FILE_RECEIVED: _plain(CountedEvent.FILES_RECEIVED, lambda one: one.source),
    CaseAct.CASE_CLOSED: _plain(CountedEvent.CASES_ENDED, lambda one: one.outcome),
    CaseAct.SANCTION_DECLINED: _plain(
        CountedEvent.CASES_ENDED, lambda one: f"declined:{one.why or 'other'}"
    ),
    CaseAct.CASE_TRANSFERRED: _plain(CountedEvent.CASES_TRANSFERRED, lambda one: one.why),
    CaseAct.CRIME_REFERRED: _plain(
        CountedEvent.CRIMES_REFERRED, lambda one: "part" if one.part else "whole"
    ),
    CaseAct.CRIME_DECLINED: _came_back,
    CaseAct.REMEDY_ORDERED: _remedies_alone,
    CaseAct.DECISION_ANNULLED: _plain(CountedEvent.DECISIONS_ANNULLED, lambda one: one.ground),
    CaseAct.DOCUMENT_AMENDED: _amended,
    CaseAct.CHAIR_DECIDED: _by_chair,
    CaseAct.PAYMENT_RECEIVED: _paid,
    CaseAct.FINE_REFUNDED: _refunded,
    CaseAct.EXECUTION_POSTPONED: _plain(CountedEvent.FINES_POSTPONED),
    CaseAct.FINE_REDUCED: _reduced,
    CaseAct.INSTALMENTS_GRANTED: _plain(CountedEvent.INSTALMENTS_ALLOWED),
    CaseAct.ENFORCEMENT_ORDERED: _plain(CountedEvent.ENFORCEMENTS_ORDERED),
    CaseAct.EXECUTION_SUSPENDED: _plain(CountedEvent.EXECUTIONS_SUSPENDED),
    CaseAct.CRIME_SUSPECTED: _plain(CountedEvent.SUSPENDED_FOR_CRIME),
    CaseAct.EXECUTION_PARTIAL: _plain(CountedEvent.EXECUTED_IN_PART, lambda one: one.why),
    CaseAct.EXECUTION_COMPLETED: _plain(CountedEvent.CASES_EXECUTED),
    CaseAct.EXECUTION_LAPSED: _plain(CountedEvent.EXECUTIONS_LAPSED),
    CaseAct.CASE_ARCHIVED: _plain(CountedEvent.CASES_ARCHIVED),
    CaseAct.COMPLAINT_FILED: _plain(
        CountedEvent.COMPLAINTS_FILED, lambda one: "lawsuit" if one.lawsuit else "complaint"
    ),
    CaseAct.COMPLAINT_RESOLVED: _plain(
        CountedEvent.COMPLAINTS_RESOLVED,
        lambda one: one.result or ("upheld" if one.upheld else "keep"),
    ),
    CaseAct.EXHIBITS_DISPOSED: _disposed,
}
