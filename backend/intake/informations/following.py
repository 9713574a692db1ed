"""What cases and inspections mean for the informations that they came of.

A case names the informations on which its proposal, or the file that it began with, rests; one that is opened from
an inspection takes over those of the inspection's proposal. From then on they are told of each state that the case
reaches. One information may lead to several cases, and several to one.
"""

from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import RefusedAct
from backend.intake.informations import handler
from backend.intake.queries import following as queries
from backend.intake.queries import informations as information_queries
from backend.intake.texts.refusals import refusal
from backend.ledger import service as ledger
from backend.ledger.canonical import ParsedAct
from backend.ledger.handlers import Entry
from schemas.casework.acts.intake import CaseOpened, DecisionLinked
from schemas.core.vocabulary import RecordKind
from schemas.intake.acts import Followed
from schemas.intake.words import InformationAct, InformationState, Linked


async def follow_case(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Link a case with the informations that its act names, and tell those linked how it goes on.

    Raises RefusedAct for an information that is not in sight, or has to be verified first (Art 8.3).
    """
    del entry
    case_id, content = parsed.act.record.id, parsed.content
    if getattr(content, "information_ids", ()):
        await _begin(case_id, content, parsed.act.type, actor)
        return
    if isinstance(content, CaseOpened | DecisionLinked):
        await _inherit(case_id, content.inspection_id, parsed.act.type, actor)
    for one in await queries.cases_moved(case_id):
        await _record(one, case_id, Linked.CASE, parsed.act.type, actor)


async def follow_inspection(parsed: ParsedAct, actor: Actor, entry: Entry) -> None:
    """Link a proposal with the informations that it names, and tell those linked how the inspection goes on.

    Raises RefusedAct as follow_case() does.
    """
    del entry
    inspection_id = parsed.act.record.id
    if named := getattr(parsed.content, "information_ids", None):
        await _propose(inspection_id, named, parsed.act.type, actor)
        return
    for one in await queries.inspections_moved(inspection_id):
        await _record(one, inspection_id, Linked.INSPECTION, parsed.act.type, actor)


async def _begin(case_id: UUID, content: Any, act: str, actor: Actor) -> None:
    ordered = False
    for ident in content.information_ids:
        state = await _held(ident, actor)
        proposed = hasattr(
            content, "ordered"
        )  # another body's file opens a case by itself (Art 23)
        if proposed and not state.facts.grounds_directly:
            raise _refused("verify_first")
        ordered |= state.facts.reports_to_superior
    if getattr(content, "ordered", ordered) != ordered:
        raise _refused("record_unknown")
    for one in await queries.of_case(case_id, list(content.information_ids)):
        await _record(one, case_id, Linked.CASE, act, actor)


async def _inherit(case_id: UUID, inspection_id: UUID, act: str, actor: Actor) -> None:
    """Link a case with the informations on which its inspection was proposed.

    The case names the inspection alone: who opens it need not see what the inspection rests on.
    """
    known = {one.information_id for one in await information_queries.linked_to(case_id)}
    linked = await information_queries.linked_to(inspection_id)
    named = [one.information_id for one in linked if one.information_id not in known]
    for one in await queries.of_case(case_id, named):
        await _record(one, case_id, Linked.CASE, act, actor)


async def _held(ident: UUID, actor: Actor) -> handler.Present:
    """Lock an information in sight on which something may rest. Raises RefusedAct."""
    seen = await information_queries.in_sight(ident, actor)
    state = await handler.hold(ident) if seen else None
    if state is None or state.facts.state in (InformationState.MERGED, InformationState.SPLIT):
        raise _refused("record_unknown")
    return state


async def _propose(record_id: UUID, named: list[UUID], act: str, actor: Actor) -> None:
    """Link a proposal without a case: its inspection has no number and no state before its decision."""
    for ident in sorted(set(named)):
        state = await _held(ident, actor)
        if (Linked.INSPECTION, record_id) in state.facts.links:
            continue
        if not state.facts.grounds_directly:
            raise _refused("verify_first")
        moved = queries.Moved(information_id=ident, number="", state=None)
        await _record(moved, record_id, Linked.INSPECTION, act, actor)


async def _record(
    moved: queries.Moved, record_id: UUID, kind: Linked, act: str, actor: Actor
) -> None:
    content = Followed(
        kind=kind, record_id=record_id, number=moved.number, act=act, state=moved.state
    )
    by_the_system = msgspec.structs.replace(
        actor, face="job", device_id=None, device_public_key=None
    )
    written = ledger.desk_act(
        RecordKind.INFORMATION,
        moved.information_id,
        InformationAct.FOLLOWED,
        content,
        by_the_system,
    )
    ledger.unwrap(await ledger.record(written, by_the_system))


def _refused(key: str) -> RefusedAct:
    why = refusal(key)
    return RefusedAct(code=why.code, text=why.text)
