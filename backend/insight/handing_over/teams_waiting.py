"""Places in teams of visits that go on: only a written decision of the issuer changes them.

Circular 27/2020/TT-BCT Arts 15.2, 17.1.c, 17.4; Ordinance 11/2016 Art 23.1. A hand-over proposes a receiver to
the issuer and changes neither the team nor the decision.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotFound, RefusedAct
from backend.fieldwork.inspections import conflicts
from backend.fieldwork.queries import decision_changes as decisions
from backend.fieldwork.queries import relations
from backend.force.notices import telling
from backend.insight.handing_over.stopped import Stopped
from backend.insight.my_work import service as my_work
from backend.insight.my_work.service import Row
from backend.insight.queries.handing_over import Line, Person
from backend.insight.texts import handing_over as texts
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import PeopleAct
from schemas.force.handing_over import TeamKept

_NAMED = 20
"""Inspections that a notice names; of more it says how many."""


async def ask(line: Line, to: Person) -> None:
    """Ask of a receiver what is asked of a member of a team: unit, identity number, declared relation.

    Raises Stopped, at the line.
    """
    if not await decisions.may_work_on_file(line.record_id, to.id):
        raise Stopped(texts.UNIT, line)
    before = await decisions.decision(line.record_id)
    if faults := await conflicts.team_faults([to.id], before.subject):
        raise Stopped(faults[0].text, line)
    declared = [one for one in await relations.of(line.record_id) if one.officer_id == to.id]
    if declared and declared[-1].relation is not None:
        raise Stopped(texts.RELATED, line)


async def tell(officer: Person, teams: Sequence[tuple[Line, Person]], actor: Actor) -> None:
    """Tell each issuer once which places wait for an amending decision; of one who is gone, the heads there."""
    by_line = {line.record_id: (line, to) for line, to in teams}
    waiting: dict[UUID, list[tuple[Line, Person]]] = {}
    for one in await decisions.issuers(list(by_line)):
        readers = [one.officer_id]
        if not one.at_work:
            path = UnitPath(
                unit_1=one.unit_1, unit_2=one.unit_2, unit_3=one.unit_3, unit_4=one.unit_4
            )
            readers = await telling.heads_of(path, officer.id)
        for reader in readers:
            waiting.setdefault(reader, []).append(by_line[one.inspection_id])
    for reader, theirs in waiting.items():
        named = "; ".join(f"{line.number} – {to.full_name}" for line, to in theirs[:_NAMED])
        more = f" (+{len(theirs) - _NAMED})" if len(theirs) > _NAMED else ""
        words = {"by": actor.full_name, "officer": officer.full_name, "what": named + more}
        first = theirs[0][0].record_id
        await telling.tell([reader], "inspection", first, "person.team_proposed", words)


async def waiting(actor: Actor, inspection_id: UUID) -> list[Row]:
    """Return the places in a team that wait for this officer's decision; `part` is whose. Raises NotFound if none."""
    found = await my_work.waiting(actor, "team_change", inspection_id)
    if not found:
        raise NotFound(what="inspection")
    return found


async def waits_for(actor: Actor, inspection_id: UUID, officer_id: UUID) -> bool:
    """Tell whether this officer's place waits for the actor's decision, as My work lists it."""
    found = await my_work.waiting(actor, "team_change", inspection_id)
    return str(officer_id) in {one.part for one in found}


def key_of(row: Row) -> str:
    """Return what tells a place and its proposal from every other, as a form sends what it showed."""
    return f"{row.part} {row.since.isoformat()} {row.who or ''}"


async def keep(actor: Actor, inspection_id: UUID, reason: str, shown: Collection[str]) -> None:
    """Leave the team as it is, by the issuer or who decides in the issuer's stead; in the caller's transaction.

    It is no change of the decision: whose work was handed over stays on the team. Only the places that were `shown`
    are kept, all or none: what was proposed since waits on. Raises NotFound if nothing waited for this officer,
    RefusedAct if a place of these waits no more, or a refusal of the one door: the transaction is to be rolled back.
    """
    found = await my_work.waiting(actor, "team_change", inspection_id)
    if not found and not shown:
        raise NotFound(what="inspection")
    wanted = [one for one in found if key_of(one) in shown]
    if not wanted or len(wanted) < len(set(shown)):
        raise RefusedAct(code="team_not_waiting", text=texts.TEAM_CHANGED)
    content = TeamKept(inspection_id=inspection_id, reason=reason)
    for one in wanted:
        act = ledger.desk_act(
            RecordKind.OFFICER, UUID(one.part), PeopleAct.TEAM_KEPT, content, actor
        )
        ledger.unwrap(await ledger.record(act, actor))
