"""Tells who is needed now: officers put on a case, heads of a file sent up and of perishable goods, and others.

Perishable goods are dealt with at once, and the direct superior is told (Law on Handling Administrative
Violations Arts 125.4.đ, 126.3). The band of an act outside the catalogue takes a second person (practice
B8): a legal officer or the head, never the one who stated it. Runs in the transaction of the act.
"""

from uuid import UUID

import msgspec

from backend.casework.cases import paper_telling
from backend.casework.rules import outside
from backend.casework.rules.facts import DECIDING, Event, Facts
from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.force.units import service as units
from schemas.casework.acts.exhibits import ExhibitsSeized
from schemas.casework.acts.handed import CaseSentUp
from schemas.core.problems import Text

_BAND = "case.band_waits"


class Before(msgspec.Struct, frozen=True):
    """What notices need to know of a case before the act. The fold changes the facts themselves."""

    officers: frozenset[UUID]
    to_reopen: bool
    paper: paper_telling.Standing | None


def before(facts: Facts | None, event: Event) -> Before:
    """Return what is needed of the facts before an act; of a case that begins, nothing."""
    if facts is None:
        return Before(frozenset(), False, None)
    officers = frozenset(one.officer_id for one in facts.officers)
    asked = facts.reopening_asked_by is not None
    return Before(officers, asked, paper_telling.standing(facts, event))


async def tell(
    case_id: UUID, path: UnitPath, facts: Facts, event: Event, actor: Actor, was: Before
) -> None:
    """Send the notices that follow from this act, each once however often it is taken in."""
    await paper_telling.tell(case_id, path, facts, event, actor, was.paper)
    await _tell_officers(case_id, facts, event, actor, was)
    await _tell_of_reopening(case_id, path, facts, event, actor, was)
    if isinstance(event.content, DECIDING):
        await telling.settle(case_id, kind="case", keys=["case.sent_up"])
    await _tell_heads(case_id, path, facts, event, actor)


async def _tell_officers(
    case_id: UUID, facts: Facts, event: Event, actor: Actor, was: Before
) -> None:
    """Tell those who are new on the case; those who left need not read what they were told."""
    now = frozenset(one.officer_id for one in facts.officers)
    for gone in was.officers - now:
        await telling.settle(case_id, kind="case", keys=["case.yours"], officer_id=gone)
    new = now - was.officers - {actor.officer_id}
    words = {"number": facts.opening.number, "officer": actor.full_name}
    once = f"{event.act_id}/officers"
    await telling.tell(sorted(new), "case", case_id, "case.yours", words, once=once)


async def _tell_of_reopening(
    case_id: UUID, path: UnitPath, facts: Facts, event: Event, actor: Actor, was: Before
) -> None:
    """Ask a second person to agree that an archived file is opened again; settle it once answered."""
    asked = facts.reopening_asked_by is not None
    if was.to_reopen and not asked:
        await telling.settle(case_id, kind="case", keys=["case.to_reopen"])
    if asked and not was.to_reopen:
        heads = await telling.heads_of(path, actor.officer_id)
        words = {"number": facts.opening.number, "officer": actor.full_name}
        await telling.tell(heads, "case", case_id, "case.to_reopen", words, once=str(event.act_id))


async def _tell_heads(
    case_id: UUID, path: UnitPath, facts: Facts, event: Event, actor: Actor
) -> None:
    said: dict[str, str | Text] = {"number": facts.opening.number, "officer": actor.full_name}
    once = str(event.act_id)
    if band := outside.band_of(event):
        await telling.settle_begun(case_id, _BAND, f"{band.code}/")
    match event.content:
        case _ if band and band.stated:
            able = await telling.legal_of(path) + await telling.heads_of(path, actor.officer_id)
            officers = [one for one in able if one != actor.officer_id]
            said |= {"code": band.code, "wording": band.stated.wording[:500]}
            said |= {"provision": band.stated.provision}
            key, once = _BAND, f"{band.code}/{once}"
        case CaseSentUp(unit_id=UUID() as unit_id):
            officers = await telling.heads_of(await units.path_of(unit_id), actor.officer_id)
            said |= {"unit": await units.name_of(unit_id), "reason": event.content.reason}
            key = "case.sent_up"
        case ExhibitsSeized() if goods := _perishable(event.content):
            officers = await telling.heads_of(path, actor.officer_id)
            said |= {"goods": goods}
            key = "case.perishable"
        case _:
            return
    await telling.tell(officers, "case", case_id, key, said, once=once)


def _perishable(content: ExhibitsSeized) -> str:
    names = (one.name for one in content.exhibits if one.no_seal == "perishable")
    return ", ".join(names)[:500]
