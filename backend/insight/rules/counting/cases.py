"""What is counted of a case. Pure: its acts in order, folded as everywhere, give its counted events.

A counter looks at the facts before and after an act, so sums are those that guards and pages know: an amended fine, a reduction and
an annulment change what is owed by exactly what they changed in the case. The case is told apart by the first behaviour of
its minutes or decision; figures of behaviours count each (docs/figures.md says so beside the figure).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.derived import folding
from backend.casework.rules.facts import Event, Exhibit, Facts
from backend.casework.rules.states import UNDECIDED
from backend.core.errors import DomainError
from backend.core.local_time import day_of
from backend.insight.rules.counting.counted import Cell, Counted, numbered
from backend.insight.rules.counting.parties import kind_of, party_key
from backend.law import form_facts
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from schemas.insight.figures import CountedEvent
from schemas.law.sanctions import Computation, SanctionOrder

Reckoned = Callable[[SanctionOrder], Computation]
"""Computes an order: its amounts by act are in no act (backend/law/sanctions/engine.py: compute)."""
FieldOf = Callable[[str], str]
"""Returns the field of a behaviour's code, "" if the catalogue has none (an act outside the catalogue)."""

_MEASURES = frozenset({"MQĐ20"})
"""Beside the forms that order a search: the decision to seize. MQĐ21 to MQĐ42 of the same kind extend or end it."""
_DECISIONS = frozenset({CaseAct.SANCTION_IMPOSED, CaseAct.SANCTION_IMPOSED_ON_SPOT})
_ENDS = {
    ExhibitState.DESTROYED: CountedEvent.GOODS_DESTROYED,
    ExhibitState.SOLD: CountedEvent.GOODS_SOLD,
    ExhibitState.SOLD_EARLY: CountedEvent.GOODS_SOLD,
    ExhibitState.RETURNED: CountedEvent.GOODS_RETURNED,
    ExhibitState.TRANSFERRED: CountedEvent.GOODS_HANDED_ON,
}


@dataclass(frozen=True)
class _Before:
    """What of the facts is compared with them after an act. They are changed in place, so it is copied."""

    owed: int
    reduced: int
    stopped: int
    state: CaseState | None
    pending: bool
    decision_id: UUID | None
    goods: dict[UUID, ExhibitState]
    papers: frozenset[UUID]
    """Those in force."""


def count(events: Iterable[Event], reckon: Reckoned, field_of: FieldOf) -> list[Counted]:
    """Return what is counted of a case's acts, in their order.

    `reckon` may raise what the law's engine raises for an order that its data no longer know: then the whole fine is that of
    the first behaviour.
    """
    counting = _Counting(reckon, field_of)
    facts: Facts | None = None
    for event in events:
        before = _before(facts)
        known = len(facts.events) if facts else 0
        facts = folding.take(facts, event)
        counting.take(before, facts, facts.events[known:])
    return numbered(counting.found)


def _before(facts: Facts | None) -> _Before:
    if facts is None:
        return _Before(0, 0, 0, None, False, None, {}, frozenset())
    return _Before(
        owed=facts.sanction.total if facts.sanction else 0,
        reduced=facts.reduced,
        stopped=facts.stopped,
        state=facts.state,
        pending=_pending(facts),
        decision_id=facts.decision_id,
        goods={key: one.state for key, one in facts.exhibits.items()},
        papers=frozenset(key for key, one in facts.papers.items() if one.stands),
    )


class _Counting:
    """The events found so far, and what a later act needs to know of them."""

    def __init__(self, reckon: Reckoned, field_of: FieldOf) -> None:
        self.found: list[Counted] = []
        self._reckon, self._field_of = reckon, field_of
        self._detected = self._sanctioned = False
        self._in_force: set[UUID] = set()

    def take(self, before: _Before, facts: Facts, acts: list[Event]) -> None:
        """Count one act of the ledger, and what it amounts to (`meant`)."""
        for act in acts:
            self.found += self._of_act(act, before, facts)
        self.found += self._of_sums(acts[0], before, facts)
        self.found += self._of_goods(acts, before, facts)
        self.found += self._of_papers(acts[0], before, facts)
        if _pending(facts) is not before.pending:
            of = _Of(acts[0], facts, self._field_of)
            self.found.append(of.one(CountedEvent.CASE_PENDING, count=1 if _pending(facts) else -1))

    def _of_act(self, act: Event, before: _Before, facts: Facts) -> Iterator[Counted]:
        of = _Of(act, facts, self._field_of)
        if before.state is None and not act.meant:
            yield of.one(CountedEvent.CASE_OPENED, act.type)
        counter = _COUNTERS.get(act.type)
        if counter is not None:
            yield from counter(act.content, of)
        detected = _detected(act)
        if detected is not None and not self._detected:
            self._detected = True
            yield of.one(CountedEvent.CASE_DETECTED, detected[0], on=detected[1])
        decided = _decided(act)
        if decided is not None:
            yield from self._decision(of, act, *decided)

    def _decision(self, of: "_Of", act: Event, how: str, on: date) -> Iterator[Counted]:
        total = act.content.total
        yield of.one(CountedEvent.DECISION_ISSUED, how, on=on, amount=total, counts_party=True)
        if not self._sanctioned:
            self._sanctioned = True
            yield of.one(CountedEvent.CASE_SANCTIONED, how, on=on)
        for kind in _carried(act.content):
            yield of.one(CountedEvent.DECISION_WITH, kind, on=on)
        yield from self._behaviours(of, act, on)
        if of.facts.recorded is not None:
            days = (on - day_of(of.facts.recorded.recorded_at)).days
            yield of.one(CountedEvent.DECISION_TIMED, on=on, amount=days)

    def _behaviours(self, of: "_Of", act: Event, on: date) -> Iterator[Counted]:
        order = getattr(act.content, "order", None)
        if order is None:
            return
        amounts = self._amounts(order, act.content.total)
        for one, amount in zip(order.acts, amounts, strict=True):
            cell = of.cell(CountedEvent.BEHAVIOUR_SANCTIONED)
            cell = replace(cell, behaviour=one.behaviour.code, field=str(one.behaviour.field))
            yield of.counted(cell, on, amount=amount)

    def _amounts(self, order: SanctionOrder, total: int) -> list[int]:
        """Return each act's part of the fine; all of it at the first, if the parts are not known."""
        try:
            parts = [one.amount_vnd for one in self._reckon(order).acts]
        except (DomainError, LookupError, ValueError):
            # The decision stands whatever the data of today say of its order.
            parts = []
        if sum(parts) == total and len(parts) == len(order.acts):
            return parts
        return [total, *[0] * (len(order.acts) - 1)]

    def _of_sums(self, act: Event, before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield by how much what is owed changed, otherwise than by a decision."""
        of = _Of(act, facts, self._field_of)
        owed = facts.sanction.total if facts.sanction else 0
        if before.decision_id is not None and facts.decision_id is None:
            left = before.owed - before.reduced - before.stopped
            self._annul(before.decision_id, of.day)
            if left:
                yield of.one(CountedEvent.FINE_CHANGED, "annulled", amount=-left)
            return
        same = before.decision_id == facts.decision_id
        changes = (
            ("amended", owed - before.owed if same else 0),
            ("reduced", before.reduced - facts.reduced),
            ("stopped", before.stopped - facts.stopped),
        )
        for why, by in changes:
            if by:
                yield of.one(CountedEvent.FINE_CHANGED, why, amount=by)

    def _annul(self, decision_id: UUID, on: date) -> None:
        """Mark what a decision counted as annulled: its papers' acts are named by their entries."""
        entries = {one.entry for one in self.found if one.cell.event in _BY_DECISION}
        newest = max(entries, default=None)
        del decision_id  # a case has one decision in force: the newest
        self.found = [
            replace(one, annulled_on=on)
            if one.entry == newest and one.cell.event in _BY_DECISION
            else one
            for one in self.found
        ]

    def _of_papers(self, act: Event, before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield the papers that came into force, by whatever way of signing, on their own day."""
        of = _Of(act, facts, self._field_of)
        for key, one in facts.papers.items():
            if not one.stands or key in before.papers or key in self._in_force:
                continue
            self._in_force.add(
                key
            )  # once: a paper that was sent back and scanned again is the same
            on = one.issued_on or of.entered
            yield of.one(CountedEvent.PAPER_ISSUED, one.form, on=on)
            if one.form in _MEASURES or one.form in form_facts.of_kind("search"):
                yield of.one(CountedEvent.MEASURE_TAKEN, one.form, on=on)

    def _of_goods(self, acts: list[Event], before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield what became of goods: seized, confiscated by a decision, and the end that they came to."""
        of = _Of(acts[0], facts, self._field_of)
        seized: list[Exhibit] = []
        ended: dict[CountedEvent, list[Exhibit]] = {}
        divided = acts[0].type == CaseAct.EXHIBITS_DIVIDED
        for key, one in facts.exhibits.items():
            was = before.goods.get(key)
            if was is None and not divided:
                seized.append(one)
            end = _ENDS.get(one.state)
            if end is not None and was != one.state:
                ended.setdefault(end, []).append(one)
        if seized:
            yield of.goods(CountedEvent.GOODS_SEIZED, seized)
        for event, goods in ended.items():
            yield of.goods(event, goods)
        for act in acts:
            taken = getattr(act.content, "confiscated", None) or []
            if act.type in _CONFISCATING and taken:
                goods = [facts.exhibits[one] for one in taken if one in facts.exhibits]
                yield of.goods(CountedEvent.GOODS_CONFISCATED, goods)


class _Of:
    """Makes the events of one act: its number and days, and the case's party and first behaviour."""

    def __init__(self, act: Event, facts: Facts, field_of: FieldOf) -> None:
        self.act, self.facts, self._field_of = act, facts, field_of
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
        return self.entered

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

    def goods(self, event: CountedEvent, goods: list[Exhibit]) -> Counted:
        """Return goods by the rows of the list and their stated value."""
        worth = sum(one.content.value or 0 for one in goods)
        unvalued = "" if all(one.content.value is not None for one in goods) else "unvalued"
        return self.one(event, unvalued, count=len(goods), amount=worth)

    def _first(self) -> tuple[str, str]:
        order = getattr(self.facts.sanction, "order", None)
        if order is not None and order.acts:
            return order.acts[0].behaviour.code, str(order.acts[0].behaviour.field)
        recorded = self.facts.recorded or self.facts.received
        if recorded is not None and recorded.violations:
            code = recorded.violations[0].code
            return code, self._field_of(code)
        return "", ""

    def _acted_on(self) -> date:
        recorded = self.facts.recorded or self.facts.received
        return recorded.violations[0].ended_on if recorded is not None else self.entered


_DAYS = (
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
    "sent_on",
    "on",
    "issued_on",
)
"""Names of the day of what an act tells, in the contents of a case's acts; the first that one has counts."""
_MOMENTS = ("recorded_at", "seized_at", "filed_at")
"""The same for acts that tell the moment."""
_WAITING = frozenset({*UNDECIDED, CaseState.WITH_CHAIR})
_BY_DECISION = frozenset(
    {
        CountedEvent.DECISION_ISSUED,
        CountedEvent.DECISION_WITH,
        CountedEvent.BEHAVIOUR_SANCTIONED,
        CountedEvent.CASE_SANCTIONED,
        CountedEvent.REMEDY_ORDERED,
        CountedEvent.GOODS_CONFISCATED,
        CountedEvent.DECISION_TIMED,
    }
)
_CONFISCATING = frozenset({*_DECISIONS, CaseAct.REMEDY_ORDERED, CaseAct.CHAIR_DECIDED})


def _pending(facts: Facts) -> bool:
    """Tell whether a detected violation waits for a decision: here, at a chair, or again once a new decision is due."""
    return facts.recorded is not None and facts.state in _WAITING


def _detected(act: Event) -> tuple[str, date] | None:
    """Return how and on which day an act detects a violation (the report's first figure)."""
    content = act.content
    if act.type == CaseAct.VIOLATION_RECORDED:
        return "minutes", day_of(content.recorded_at)
    if act.type == CaseAct.FILE_RECEIVED:
        return "received", content.received_on
    if act.type == CaseAct.SANCTION_IMPOSED_ON_SPOT:
        return "on_spot", content.decided_on
    return None


def _decided(act: Event) -> tuple[str, date] | None:
    if act.meant and act.type not in _DECISIONS:
        return None
    if act.type == CaseAct.SANCTION_IMPOSED:
        return "minutes", act.content.decided_on
    if act.type == CaseAct.SANCTION_IMPOSED_ON_SPOT:
        return "on_spot", act.content.decided_on
    if act.type == CaseAct.CHAIR_DECIDED and act.content.outcome == "sanction":
        return "chair", act.content.decided_on
    return None


def _carried(content: Any) -> list[str]:
    """Return what a sanction decision carries, each kind once."""
    order = getattr(content, "order", None)
    if order is None:  # a chair's: measures in words alone
        found = ["fine" if content.total else "warning"]
        return found + (["licence_suspension"] if content.licence_suspended else [])
    found = ["warning"] if any(one.warning for one in order.acts) else []
    found += ["fine"] if content.total else []
    found += [str(one.kind) for one in order.extra_penalties]
    found += [f"remedy:{one.kind}" for one in order.remedies]
    return sorted(set(found))


def _recorded(content: Any, of: _Of) -> Iterator[Counted]:
    for one in content.violations:
        cell = of.cell(CountedEvent.BEHAVIOUR_RECORDED)
        cell = replace(cell, behaviour=one.code, field=of._field_of(one.code))
        yield of.counted(cell, day_of(content.recorded_at))


def _paid(content: Any, of: _Of) -> Iterator[Counted]:
    yield of.one(CountedEvent.MONEY_COLLECTED, content.kind, amount=content.amount)


def _refunded(content: Any, of: _Of) -> Iterator[Counted]:
    yield of.one(CountedEvent.MONEY_REFUNDED, amount=content.amount)


def _reduced(content: Any, of: _Of) -> Iterator[Counted]:
    left = of.facts.fine
    detail = "waived" if left == 0 else "reduced"
    yield of.one(CountedEvent.FINE_REDUCED, detail, amount=content.by)


def _disposed(content: Any, of: _Of) -> Iterator[Counted]:
    if content.proceeds:
        yield of.one(CountedEvent.PROCEEDS, amount=content.proceeds)


def _plain(
    event: CountedEvent, detail: Callable[[Any], str] = lambda _content: ""
) -> Callable[[Any, _Of], Iterator[Counted]]:
    def counter(content: Any, of: _Of) -> Iterator[Counted]:
        yield of.one(event, detail(content))

    return counter


_COUNTERS: dict[CaseAct, Callable[[Any, _Of], Iterator[Counted]]] = {
    CaseAct.VIOLATION_RECORDED: _recorded,
    CaseAct.FILE_RECEIVED: _plain(CountedEvent.FILE_RECEIVED, lambda one: one.source),
    CaseAct.CASE_CLOSED: _plain(CountedEvent.CASE_ENDED, lambda one: one.outcome),
    CaseAct.SANCTION_DECLINED: _plain(
        CountedEvent.CASE_ENDED, lambda one: f"declined:{one.why or 'other'}"
    ),
    CaseAct.CASE_TRANSFERRED: _plain(CountedEvent.CASE_TRANSFERRED, lambda one: one.why),
    CaseAct.CRIME_REFERRED: _plain(
        CountedEvent.CRIME_REFERRED, lambda one: "part" if one.part else "whole"
    ),
    CaseAct.REMEDY_ORDERED: _plain(CountedEvent.REMEDY_ORDERED, lambda one: one.why),
    CaseAct.DECISION_ANNULLED: _plain(CountedEvent.DECISION_ANNULLED, lambda one: one.ground),
    CaseAct.DOCUMENT_AMENDED: _plain(CountedEvent.DECISION_AMENDED),
    CaseAct.PAYMENT_RECEIVED: _paid,
    CaseAct.FINE_REFUNDED: _refunded,
    CaseAct.EXECUTION_POSTPONED: _plain(CountedEvent.FINE_POSTPONED),
    CaseAct.FINE_REDUCED: _reduced,
    CaseAct.INSTALMENTS_GRANTED: _plain(CountedEvent.INSTALMENTS_GRANTED),
    CaseAct.ENFORCEMENT_ORDERED: _plain(CountedEvent.ENFORCEMENT_ORDERED),
    CaseAct.EXECUTION_SUSPENDED: _plain(CountedEvent.EXECUTION_SUSPENDED),
    CaseAct.EXECUTION_COMPLETED: _plain(CountedEvent.CASE_EXECUTED),
    CaseAct.EXECUTION_LAPSED: _plain(CountedEvent.EXECUTION_LAPSED),
    CaseAct.CASE_ARCHIVED: _plain(CountedEvent.CASE_ARCHIVED),
    CaseAct.COMPLAINT_FILED: _plain(
        CountedEvent.COMPLAINT_FILED, lambda one: "lawsuit" if one.lawsuit else "complaint"
    ),
    CaseAct.COMPLAINT_RESOLVED: _plain(CountedEvent.COMPLAINT_RESOLVED, lambda one: one.result),
    CaseAct.EXHIBITS_DISPOSED: _disposed,
}
