"""What ends with a decision of execution or of seizure that is cancelled whole: pure.

A cancelled decision has no effect from the day of its cancellation (Decree 118/2021 Arts 13, 16). A
reduction no longer reduces, a postponement no longer postpones, goods are no longer held; goods that
MQĐ14 confiscated beside the decision are held again, unless they are sold, handed on or destroyed. Older
acts, from before this was kept (`with_effects` false), fold as they did: acts in the ledger keep
their meaning.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from backend.casework.rules.dividing import whole
from backend.casework.rules.facts import Facts, Granted
from schemas.casework.words import CaseState, ExhibitState, SeizurePurpose


def has_effects(facts: Facts, document_id: UUID) -> bool:
    """Tell whether a paper granted anything: its cancellation must then say that it ends."""
    taken = any(one.taken_by == document_id for one in facts.exhibits.values())
    return taken or any(one.by == document_id for one in facts.granted)


def amends(facts: Facts, document_id: UUID) -> bool:
    """Tell whether a paper amended the decision: its cancellation must then say that this ends."""
    return document_id in facts.made_so_by


def state_without(facts: Facts, document_id: UUID) -> CaseState:
    """Return the case's state without a paper: what only the paper had stopped or ended goes on."""
    if facts.state == CaseState.EXECUTED:
        return CaseState.EXECUTING if _owed_without(facts, document_id) > 0 else facts.state
    led = [one.by for one in facts.granted if one.state == facts.state]
    return CaseState.EXECUTING if led and led[-1] == document_id else facts.state


def _owed_without(facts: Facts, document_id: UUID) -> int:
    """Return what is left of the fine, in đồng, without this paper's reductions."""
    back = sum(one.by for one in facts.reductions if one.document_id == document_id)
    return facts.fine + back - facts.paid if back else 0


def undo(facts: Facts, gone: UUID) -> None:
    """Take back what the paper granted.

    `facts` is changed, and knows already that it is cancelled.
    """
    facts.reductions = [one for one in facts.reductions if one.document_id != gone]
    if facts.instalments is not None and facts.instalments.document_id == gone:
        facts.instalments = None
    if facts.state == CaseState.EXECUTING:
        facts.executed_on = None
    for one in held_by(facts, gone):
        exhibit = facts.exhibits[one]
        exhibit.until, exhibit.purpose = _until(facts, one), _purpose(facts, one)
        if exhibit.taken_by == gone and exhibit.state == ExhibitState.CONFISCATED:
            exhibit.state = ExhibitState.SOLD_EARLY if exhibit.sold_early else ExhibitState.SEIZED
        if exhibit.taken_by == gone:
            exhibit.taken_by = None


def held_by(facts: Facts, document_id: UUID) -> list[UUID]:
    """List the exhibits that this decision holds or held, or confiscated beside the decision of the case."""
    held = (
        exhibit
        for one in facts.granted
        if one.by == document_id
        for exhibit in _parts(facts, one.exhibits)
    )
    taken = (one for one, thing in facts.exhibits.items() if thing.taken_by == document_id)
    return list(dict.fromkeys([*held, *taken]))


def _parts(facts: Facts, ids: tuple[UUID, ...]) -> list[UUID]:
    """List these exhibits, and what was divided from them since."""
    since = (one for one, thing in facts.exhibits.items() if thing.part_of in ids)
    return [*ids, *since]


def _until(facts: Facts, exhibit_id: UUID) -> date | None:
    """Return the day until which decisions in force hold it.

    An extension extends nothing once its decision is gone.
    """
    until: date | None = None
    for one in _holding(facts, exhibit_id):
        if not one.extends or until is not None:
            until = one.until
    return until


def _purpose(facts: Facts, exhibit_id: UUID) -> SeizurePurpose | None:
    """Return the purpose for which the last decision in force holds it."""
    purposes = [one.purpose for one in _holding(facts, exhibit_id) if not one.extends]
    return purposes[-1] if purposes else None


def _holding(facts: Facts, exhibit_id: UUID) -> Iterator[Granted]:
    """Yield what holds it by papers that were not cancelled, in order."""
    for one in facts.granted:
        if {exhibit_id, whole(facts, exhibit_id)}.isdisjoint(one.exhibits):
            continue
        paper = facts.papers.get(one.by) if one.by else None
        if paper is None or paper.cancelled_by is None:
            yield one
