"""Ends the submissions of papers that nobody can sign any more, because their case went on without them.

A closed or archived case ends all of them. Another end, e.g. a transfer or an annulled decision, ends
those whose effect the case takes no more: a paper about goods that are still here goes on. Such a
paper is a draft again, so that it is never signed without its route.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.submissions import service as submissions
from backend.casework.acts.documents import opened_again
from backend.casework.acts.index import ACTS
from backend.casework.derived import effects
from backend.casework.rules import approving as rules
from backend.casework.rules.facts import Facts
from backend.casework.rules.states import CLOSED, CLOSED_BY_ACT
from backend.casework.texts.states import STATES
from backend.core.actors import Actor
from backend.ledger import service as ledger
from schemas.approvals.submissions import Submitted
from schemas.casework.words import CaseAct, CaseState, DocumentState
from schemas.core.vocabulary import RecordKind

_OVER = CLOSED | {CaseState.ARCHIVED}
ENDING = frozenset(
    kind
    for kind, one in ACTS.items()
    if one.leads_to is not None or any(move.to in _OVER for move in one.moves)
)
"""Acts after which a case may be over, or goes on again."""


async def follow(case_id: UUID, facts: Facts, kind: str, content: Any, actor: Actor) -> None:
    """End what cannot be signed after this act. A case that is opened again submits its papers anew."""
    if kind == CaseAct.CASE_REOPENED:
        await _drafts_again(case_id, facts, actor)
    elif facts.state in _OVER:
        await _end(case_id, facts, content, actor)


async def _end(case_id: UUID, facts: Facts, content: Any, actor: Actor) -> None:
    for one in await submissions.alive_in(case_id):
        paper = facts.papers.get(one.subject.item_id) if one.subject.item_id else None
        archived = facts.state == CaseState.ARCHIVED
        printed = paper is not None and paper.state == DocumentState.PRINTED
        may_follow = paper is not None and effects.may_follow(facts, paper.form)
        goes_on = printed or (facts.state not in CLOSED_BY_ACT and may_follow)
        if goes_on and not archived:
            continue
        await submissions.ended(one.subject, actor, _why(facts, content))
        if paper is not None and paper.state == DocumentState.CONTENT_READY and not archived:
            await _open(case_id, paper.id, _why(facts, content), actor)


async def _drafts_again(case_id: UUID, facts: Facts, actor: Actor) -> None:
    """Open the papers whose submission ended with the archive: made ready, they are submitted anew."""
    for paper in facts.papers.values():
        if paper.state != DocumentState.CONTENT_READY:
            continue
        subject = rules.subject_of(case_id, paper, facts)
        if subject is not None and await _has_ended(subject):
            await _open(case_id, paper.id, "Hồ sơ vụ việc được mở lại.", actor)


async def _has_ended(subject: Submitted) -> bool:
    known = await submissions.of_subject(subject)
    return known is not None and await submissions.alive(subject) is None


def _why(facts: Facts, content: Any) -> str:
    said = getattr(content, "reason", None)
    state = STATES[facts.state].vi
    return f"Vụ việc: {state}. {said}"[:500] if isinstance(said, str) else f"Vụ việc: {state}."


async def _open(case_id: UUID, document_id: UUID, why: str, actor: Actor) -> None:
    """Open a paper again as the system, in the name of the officer whose act it was."""
    system = msgspec.structs.replace(actor, face="job", device_id=None, device_public_key=None)
    act = ledger.desk_act(RecordKind.CASE, case_id, *opened_again(document_id, why), system)
    ledger.unwrap(await ledger.record(act, system))
