"""Tells heads of what needs them now: a file sent up to them, and perishable goods.

Perishable goods are dealt with at once, and the direct superior is told (Law on Handling Administrative
Violations Arts 125.4.đ, 126.3). Runs in the transaction of the act.
"""

from uuid import UUID

from backend.casework.rules.facts import Event, Facts
from backend.core.actors import Actor, UnitPath
from backend.force.notices import telling
from backend.force.units import service as units
from schemas.casework.acts.exhibits import ExhibitsSeized
from schemas.casework.acts.handed import CaseSentUp
from schemas.core.problems import Text


async def tell(case_id: UUID, path: UnitPath, facts: Facts, event: Event, actor: Actor) -> None:
    """Send the notices that follow from this act, each once however often it is taken in."""
    said: dict[str, str | Text] = {"number": facts.opening.number, "officer": actor.full_name}
    match event.content:
        case CaseSentUp(unit_id=UUID() as unit_id):
            heads = await telling.heads_of(await units.path_of(unit_id), actor.officer_id)
            said |= {"unit": await units.name_of(unit_id), "reason": event.content.reason}
            key = "case.sent_up"
        case ExhibitsSeized() if goods := _perishable(event.content):
            heads = await telling.heads_of(path, actor.officer_id)
            said |= {"goods": goods}
            key = "case.perishable"
        case _:
            return
    await telling.tell(heads, "case", case_id, key, said, once=str(event.act_id))


def _perishable(content: ExhibitsSeized) -> str:
    names = (one.name for one in content.exhibits if one.no_seal == "perishable")
    return ", ".join(names)[:500]
