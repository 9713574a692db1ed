"""Tells who is needed now: heads of a file sent up and of perishable goods, legal officers of a band to confirm.

Perishable goods are dealt with at once, and the direct superior is told (Law on Handling Administrative
Violations Arts 125.4.đ, 126.3). The band of an act outside the catalogue takes a second person (practice
B8): a legal officer or the head, never the one who stated it. Runs in the transaction of the act.
"""

from uuid import UUID

from backend.casework.rules import outside
from backend.casework.rules.facts import Event, Facts
from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.force.units import service as units
from schemas.casework.acts.exhibits import ExhibitsSeized
from schemas.casework.acts.handed import CaseSentUp
from schemas.core.problems import Text

_BAND = "case.band_waits"


async def tell(case_id: UUID, path: UnitPath, facts: Facts, event: Event, actor: Actor) -> None:
    """Send the notices that follow from this act, each once however often it is taken in."""
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
