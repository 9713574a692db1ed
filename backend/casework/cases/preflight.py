"""Asks whether the case would take the act that a decision means, before the decision has a number.

For the officer, number, signature and entry are one command. A decision that the case could not
enter would be public and in force, but without effect in its own case.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from backend.casework.cases import events
from backend.casework.cases.handler import CaseRecordHandler, Present
from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.casework.rules.facts import Event, Facts
from backend.core import clock
from backend.core.actors import Actor
from backend.ledger import service as ledger
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind

Meant = Callable[[Facts], tuple[CaseAct, Wire] | None]
"""Takes the facts after a paper was issued, returns the next act that the paper means; None after the last."""


class Foreseen(NamedTuple):
    """What would follow from issuing a paper: its acts in order, up to one that would be refused."""

    acts: list[tuple[CaseAct, Wire]]
    refused: Refuse | None = None


async def foreseen(
    case_id: UUID,
    issued: case_side_acts.DocumentIssued,
    meant: Meant,
    actor: Actor,
    signed_by: UUID | None = None,
) -> Foreseen:
    """Return the acts that a paper means once it is issued, and what would speak against one.

    `issued` says how it would be issued. `signed_by` is the signer, if the actor enters the paper
    again for them. Call it in a transaction: it locks the case. The facts are folded anew, because
    folding changes them.
    """
    row = await queries.lock(case_id)
    facts = await events.facts_to_fold_on(case_id) if row else None
    if row is None or facts is None:
        return Foreseen([])
    now = clock.now()
    event = Event(
        number=facts.events[-1].number + 1,
        act_id=new_id(),
        type=CaseAct.DOCUMENT_ISSUED,
        content=issued,
        officer_id=signed_by or actor.officer_id,
        made_at=now,
        received_at=now,
    )
    facts = folding.take(facts, event)
    acts: list[tuple[CaseAct, Wire]] = []
    while (found := meant(facts)) is not None:
        kind, content = found
        parsed = ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor)
        judged = await CaseRecordHandler().judge(Present(facts, row.path), parsed, actor, None)
        if isinstance(judged, Refuse):
            return Foreseen(acts, judged)
        acts.append(found)
        number = facts.events[-1].number + 1
        facts = folding.take(
            facts, replace(event, number=number, act_id=new_id(), type=kind, content=content)
        )
    return Foreseen(acts)


async def refusal_of(case_id: UUID, kind: CaseAct, content: Wire, actor: Actor) -> Refuse | None:
    """Return why the case would refuse an act now, or None; nothing is recorded.

    Call it in a transaction: it locks the case.
    """
    row = await queries.lock(case_id)
    facts = await events.facts_of(case_id) if row else None
    if row is None or facts is None:
        return None
    parsed = ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor)
    judged = await CaseRecordHandler().judge(Present(facts, row.path), parsed, actor, None)
    return judged if isinstance(judged, Refuse) else None
