"""Which acts about an officer an administrator can only ask for, as their forms say it before anything is typed.

    await second_of(lan, view, "move")                     # "always": the officer is a head
    await second_needed(lan, view.row.id, OfficerMoved(…)) # what the one door will say to it

Practice B5. The one door judges what is sent (judging_asks); this only tells beforehand what is known.
"""

from typing import Literal
from uuid import UUID

from backend.core.actors import Actor
from backend.force.accounts import judging_asks, possible_acts
from backend.force.accounts.administration import OfficerView, get_row
from backend.force.queries.people_lists import ListedAccount
from backend.force.rules import asks as rules
from schemas.core.base import Wire
from schemas.force.access_acts import EmergencyAsked

Second = Literal["always", "sometimes", "never"]
"""Whether a second person confirms the act: whatever is chosen in its form, by what is chosen, or not at all."""


async def second_needed(actor: Actor, officer_id: UUID, content: Wire) -> bool:
    """Tell whether the act needs a second person, so that an administrator can only ask for it.

    Raises NotAllowed, NotFound.
    """
    row = await get_row(actor, officer_id)
    asks = isinstance(content, EmergencyAsked)  # an ask from the beginning
    return asks or await judging_asks.second_needed(row, content) is not None


async def enrolment_needs_second(actor: Actor, officer_id: UUID) -> bool:
    """Tell whether credentials can only be given through an ask.

    That is so if the officer has credentials already, or has more power than an inspector.
    """
    return await _enrolled_by_two(await get_row(actor, officer_id))


async def second_of(actor: Actor, view: OfficerView, act: str) -> Second:
    """Return what the form of an act says of a second person. Raises NotAllowed, NotFound."""
    row = await get_row(actor, view.row.id)
    match act:
        case "enrol":
            return _sure(await _enrolled_by_two(row))
        case "move":
            return "always" if await judging_asks.holds_power(row) else "sometimes"
        case "reinstate":
            return _sure(await judging_asks.grave_return(row))
        case "emergency":
            return "always"
        case "give-role":
            return _of_each([rules.grave_role(role) for role in possible_acts.roles_for(act, view)])
        case "give-position":
            return "sometimes"
        case "end-position":
            return _of_each(possible_acts.ends_by_decision(view))
        case _:
            return "never"


async def _enrolled_by_two(row: ListedAccount) -> bool:
    return row.enrolled or await judging_asks.first_needs_second(row)


def _sure(needed: bool) -> Second:
    return "always" if needed else "never"


def _of_each(needed: list[bool]) -> Second:
    if needed and all(needed):
        return "always"
    return "sometimes" if any(needed) else "never"
