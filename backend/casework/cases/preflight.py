"""Whether the act that a decision means would be taken, asked before the decision has a number.

Number, signature and entry are one command to the person: a decision that the case could not take up would be public,
in force, and without effect in its own case.
"""

from collections.abc import Callable
from uuid import UUID

from backend.casework.cases import events
from backend.casework.cases.handler import CaseRecordHandler, Present
from backend.casework.derived import folding
from backend.casework.queries import cases as queries
from backend.casework.rules.facts import Event, Facts
from backend.core import clock
from backend.core.actors import Actor
from backend.force.rules.units import path_of_row
from backend.ledger import service as ledger
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind

Meant = Callable[[Facts], tuple[CaseAct, Wire] | None]
"""From the facts after a paper was issued to the act that it means; None where it means none."""


async def objection(
    case_id: UUID,
    issued: case_side_acts.DocumentIssued,
    meant: Meant,
    actor: Actor,
    signed_by: UUID | None = None,
) -> Refuse | None:
    """What would stand against the act that a paper means, had it been issued as `issued` says.

    `signed_by`: who signed it, where the actor enters it again for him. Inside a transaction, with the case locked from
    here on. The facts are folded anew: folding changes them.
    """
    row = await queries.lock(case_id)
    facts = await events.facts_of(case_id) if row else None
    if facts is None:
        return None
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
    found = meant(folding.take(facts, event))
    if found is None:
        return None
    kind, content = found
    parsed = ledger.desk_act(RecordKind.CASE, case_id, kind, content, actor)
    judged = await CaseRecordHandler().judge(
        Present(row, facts, path_of_row(row)), parsed, actor, None
    )
    return judged if isinstance(judged, Refuse) else None
