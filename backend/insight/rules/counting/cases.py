"""What is counted of a case. Pure: its acts in order, folded as everywhere, give its counted events.

A counter looks at the facts before and after an act, so sums are those that guards and pages know: an amended fine, a
reduction and an annulment change what is owed by exactly what they changed in the case. The case is told apart by the
first behaviour of its minutes or decision; figures of behaviours count each (docs/insight/figures.md says so beside
the figure).
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
from backend.insight.rules.counting import spans
from backend.insight.rules.counting.balances import Balances
from backend.insight.rules.counting.case_acts import COUNTERS, FieldOf, Of
from backend.insight.rules.counting.counted import Counted, numbered
from backend.law import form_facts
from schemas.casework.words import CaseAct, CaseState, ExhibitState
from schemas.insight.figures import CountedEvent
from schemas.law.provisions import RemedyKind
from schemas.law.sanctions import Computation, SanctionOrder

Reckoned = Callable[[SanctionOrder], Computation]
"""Computes an order: its amounts by act are in no act (backend/law/sanctions/engine.py: compute)."""

_MEASURES = frozenset({"MQĐ20"})
"""Beside the forms that order a search: to seize. Others of its kind extend or end it."""
DECISIONS = frozenset({CaseAct.SANCTION_IMPOSED, CaseAct.SANCTION_IMPOSED_ON_SPOT})
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

    fine: int
    reduced: int
    stopped: int
    state: CaseState | None
    pending: bool
    decision_id: UUID | None
    goods: dict[UUID, ExhibitState]
    unclaimed: frozenset[UUID]
    """Those that a decision beside that on the violation confiscated (Law Art 126.4)."""
    confiscated: frozenset[UUID]
    """What the decision in force confiscates."""
    papers: frozenset[UUID]
    """Those in force."""


def count(events: Iterable[Event], reckon: Reckoned, field_of: FieldOf) -> list[Counted]:
    """Return what is counted of a case's acts, in their order.

    `reckon` may raise what the law's engine raises for an order that its data no longer know: then the whole fine is
    that of the first behaviour.
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
        return _Before(0, 0, 0, None, False, None, {}, frozenset(), frozenset(), frozenset())
    return _Before(
        fine=facts.fine,
        reduced=facts.reduced,
        stopped=facts.stopped,
        state=facts.state,
        pending=_pending(facts),
        decision_id=facts.decision_id,
        goods={key: one.state for key, one in facts.exhibits.items()},
        unclaimed=_unclaimed(facts),
        confiscated=_confiscated(facts),
        papers=frozenset(key for key, one in facts.papers.items() if one.stands),
    )


class _Counting:
    """The events found so far, and what a later act needs to know of them."""

    def __init__(self, reckon: Reckoned, field_of: FieldOf) -> None:
        self.found: list[Counted] = []
        self._reckon, self._field_of = reckon, field_of
        self._detected = self._sanctioned = self._unsanctioned = False
        self._in_force: set[UUID] = set()
        self._disputed: set[tuple[UUID, str]] = set()
        self._beside: set[int] = set()
        """Entries by which unclaimed goods were confiscated: annulling the decision on the violation ends none."""
        self._balances = Balances()

    def take(self, before: _Before, facts: Facts, acts: list[Event]) -> None:
        """Count one act of the ledger, and what it amounts to (`meant`)."""
        for act in acts:
            self.found += self._of_act(act, before, facts)
        changed = list(self._of_sums(acts[0], before, facts))  # it may mark what was found before
        self.found += changed
        self.found += self._of_goods(acts, before, facts)
        self.found += self._of_papers(acts[0], before, facts)
        self.found += self._balances.take(acts[0], facts, Of(acts[0], facts, self._field_of))
        if _pending(facts) is not before.pending:
            of = Of(acts[0], facts, self._field_of)
            self.found.append(
                of.one(CountedEvent.CASES_PENDING, count=1 if _pending(facts) else -1)
            )

    def _of_act(self, act: Event, before: _Before, facts: Facts) -> Iterator[Counted]:
        of = Of(act, facts, self._field_of)
        if before.state is None and not act.meant:
            yield of.one(CountedEvent.CASES_OPENED, act.type)
        counter = COUNTERS.get(act.type)
        if counter is not None:
            yield from counter(act.content, of)
        detected = _detected(act)
        if detected is not None and not self._detected:
            self._detected = True
            yield of.one(CountedEvent.CASES_DETECTED, detected[0], on=detected[1])
        decided = _decided(act)
        if decided is not None:
            yield from self._decision(of, act, *decided)
        why = _unsanctioned(act, facts)
        if why is not None and not self._unsanctioned:
            self._unsanctioned = True
            yield of.one(CountedEvent.CASES_NOT_SANCTIONED, why)
        if act.type == CaseAct.COMPLAINT_FILED:
            yield from self._dispute(of, act)

    def _dispute(self, of: Of, act: Event) -> Iterator[Counted]:
        """Count each decision once among those complained about, and once among those sued about."""
        against, kind = act.content.against, "lawsuit" if act.content.lawsuit else "complaint"
        paper = of.facts.papers.get(against)
        if paper is None or not paper.form.startswith("MQĐ") or (against, kind) in self._disputed:
            return
        self._disputed.add((against, kind))
        yield of.one(CountedEvent.DECISIONS_DISPUTED, kind)

    def _decision(self, of: Of, act: Event, how: str, on: date) -> Iterator[Counted]:
        total = act.content.total
        yield of.one(CountedEvent.DECISIONS_ISSUED, how, on=on, amount=total, counts_party=True)
        if not self._sanctioned:
            self._sanctioned = True
            yield of.one(CountedEvent.CASES_SANCTIONED, how, on=on)
        for kind in _carried(act.content):
            yield of.one(CountedEvent.DECISIONS_WITH, kind, on=on)
        yield from self._behaviours(of, act, on)
        if of.facts.recorded is not None and of.facts.recorded.document_id in of.facts.papers:
            # A prosecution body's file is recorded without any minutes.
            days = (on - day_of(of.facts.recorded.recorded_at)).days
            yield of.one(CountedEvent.DECISIONS_TIMED, spans.of(days), on=on, amount=days)

    def _behaviours(self, of: Of, act: Event, on: date) -> Iterator[Counted]:
        order = getattr(act.content, "order", None)
        if order is None:
            return
        amounts = self._amounts(order, act.content.total)
        for one, amount in zip(order.acts, amounts, strict=True):
            cell = of.cell(CountedEvent.BEHAVIOURS_SANCTIONED)
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
        of = Of(act, facts, self._field_of)
        if before.decision_id is not None and facts.decision_id is None:
            self._annul(of.day)
            if before.fine:
                yield of.one(CountedEvent.FINES_CHANGED, "annulled", amount=-before.fine)
            return
        # What was reduced may be more than an amendment leaves: the fine is nothing then, and never less.
        by = facts.fine - before.fine
        if by == 0 or before.decision_id != facts.decision_id:
            return
        if facts.partial is not None and facts.stopped != before.stopped:
            # Of a payment that is entered after the death, too: so much less had been left.
            yield of.one(CountedEvent.FINES_CHANGED, "stopped", on=facts.partial.on, amount=by)
        else:
            why = "reduced" if facts.reduced != before.reduced else "amended"
            yield of.one(CountedEvent.FINES_CHANGED, why, amount=by)

    def _annul(self, on: date) -> None:
        """Mark what the decision in force counted, the newest, and what amended it: they are named by their entries."""
        entries = {one.entry for one in self.found if one.cell.event in _DECIDING}
        newest = max(entries, default=None)
        self.found = [
            replace(one, annulled_on=on)
            if newest is not None
            and one.entry >= newest
            and one.cell.event in _BY_DECISION
            and one.entry not in self._beside
            else one
            for one in self.found
        ]

    def _of_papers(self, act: Event, before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield the papers that came into force, by whatever way of signing, on their own day."""
        of = Of(act, facts, self._field_of)
        for key, one in facts.papers.items():
            if not one.stands or key in before.papers or key in self._in_force:
                continue
            self._in_force.add(
                key
            )  # once: a paper that was sent back and scanned again is the same
            on = one.issued_on or of.entered
            yield of.one(CountedEvent.PAPERS_ISSUED, one.form, on=on)
            if one.form in _MEASURES or one.form in form_facts.of_kind("search"):
                yield of.one(CountedEvent.MEASURES_TAKEN, one.form, on=on)

    def _of_goods(self, acts: list[Event], before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield what became of goods: seized, confiscated by a decision, and the end that they came to."""
        of = Of(acts[0], facts, self._field_of)
        seized: list[Exhibit] = []
        ended: dict[CountedEvent, list[Exhibit]] = {}
        divided = acts[0].type == CaseAct.EXHIBITS_DIVIDED
        for key, one in facts.exhibits.items():
            was = before.goods.get(key)
            if was is None and not divided:
                seized.append(one)
            end = _ENDS.get(one.state)
            # Money of goods sold early that comes back, as from the prosecution bodies, is no second sale.
            again = one.state == ExhibitState.SOLD_EARLY and was != ExhibitState.SEIZED
            if end is not None and was != one.state and not again:
                ended.setdefault(end, []).append(one)
        if seized:
            yield from of.goods(CountedEvent.GOODS_SEIZED, seized)
        for event, goods in ended.items():
            yield from of.goods(event, goods)
        yield from self._of_unclaimed(of, before, facts)
        for act in acts:
            taken = getattr(act.content, "confiscated", None) or []
            if act.type == CaseAct.DOCUMENT_AMENDED:
                # It names all goods anew. What it drops was confiscated in its period all the same.
                taken = _confiscated(facts) - before.confiscated if taken else []
            elif act.type not in _CONFISCATING:
                continue
            goods = [facts.exhibits[one] for one in taken if one in facts.exhibits]
            if goods:
                of_act = Of(act, facts, self._field_of)
                yield from of_act.goods(CountedEvent.GOODS_CONFISCATED, goods)

    def _of_unclaimed(self, of: Of, before: _Before, facts: Facts) -> Iterator[Counted]:
        """Yield goods that a decision of their own confiscates, for nobody came for them (MQĐ14; Law Art 126.4)."""
        taken = [facts.exhibits[one] for one in _unclaimed(facts) - before.unclaimed]
        orders = {one.taken_by for one in taken if one.taken_by is not None}
        for order in sorted(orders):
            on = facts.papers[order].issued_on if order in facts.papers else None
            self._beside.add(of.act.number)
            goods = [one for one in taken if one.taken_by == order]
            yield from of.goods(CountedEvent.GOODS_CONFISCATED, goods, on=on)


_WAITING = frozenset({*UNDECIDED, CaseState.WITH_CHAIR})
_DECIDING = frozenset({CountedEvent.DECISIONS_ISSUED, CountedEvent.REMEDIES_ORDERED})
_BY_DECISION = frozenset(
    {
        CountedEvent.DECISIONS_ISSUED,
        CountedEvent.DECISIONS_WITH,
        CountedEvent.BEHAVIOURS_SANCTIONED,
        CountedEvent.CASES_SANCTIONED,
        CountedEvent.CASES_NOT_SANCTIONED,
        CountedEvent.REMEDIES_ORDERED,
        CountedEvent.REMEDIES_ALONE_WITH,
        CountedEvent.GOODS_CONFISCATED,
        CountedEvent.DECISIONS_TIMED,
    }
)
_CONFISCATING = frozenset({*DECISIONS, CaseAct.REMEDY_ORDERED, CaseAct.CHAIR_DECIDED})


def _confiscated(facts: Facts) -> frozenset[UUID]:
    chosen = facts.sanction or facts.remedy
    return frozenset(chosen.confiscated if chosen else ())


def _unclaimed(facts: Facts) -> frozenset[UUID]:
    return frozenset(key for key, one in facts.exhibits.items() if one.taken_by is not None)


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
    if act.meant and act.type not in DECISIONS:
        return None
    if act.type == CaseAct.SANCTION_IMPOSED:
        return "minutes", act.content.decided_on
    if act.type == CaseAct.SANCTION_IMPOSED_ON_SPOT:
        return "on_spot", act.content.decided_on
    if act.type == CaseAct.CHAIR_DECIDED and act.content.outcome == "sanction":
        return "chair", act.content.decided_on
    return None


def _unsanctioned(act: Event, facts: Facts) -> str | None:
    """Return why a case ends without a sanction (Law Art 65), if this act says so.

    Confiscation or remedies alone say so too (Art 65.2), unless a sanction is in force beside them.
    """
    if act.type == CaseAct.SANCTION_DECLINED:
        return act.content.why or "other"
    if act.type == CaseAct.CHAIR_DECIDED and act.content.outcome == "none":
        return "chair"
    alone = act.type == CaseAct.REMEDY_ORDERED or (
        act.type == CaseAct.CHAIR_DECIDED and act.content.outcome == "remedies"
    )
    return "remedies" if alone and facts.sanction is None else None


def _carried(content: Any) -> list[str]:
    """Return what a sanction decision carries, each kind once."""
    order = getattr(content, "order", None)
    if order is None:  # a chair's: its other measures are kept in words alone
        found = ["fine" if content.total else "warning"]
        found += ["licence_suspension"] if content.licence_suspended else []
        found += ["confiscation"] if content.confiscated else []
        return found + ([f"remedy:{RemedyKind.DISGORGE}"] if content.gain else [])
    found = ["warning"] if any(one.warning for one in order.acts) else []
    found += ["fine"] if content.total else []
    found += [str(one.kind) for one in order.extra_penalties]
    found += [f"remedy:{one.kind}" for one in order.remedies]
    return sorted(set(found))
