"""Makes an officer's recovery codes, shown once; see recovery.py."""

import secrets

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import recovery, step_up
from backend.force.queries import recovery_codes
from backend.force.rules import recovery as rules
from schemas.force.access_acts import RecoveryCodesMade
from schemas.force.acts import PeopleAct


async def make(actor: Actor, code: str, address: str) -> list[str]:
    """Check a fresh one-time code, make a new set and return it; the one before is void.

    That the desk was confirmed lately does not suffice: a stranger who sat down at it would leave
    with a factor. Opens its own transactions. Raises what step_up.confirm() raises.
    """
    await step_up.confirm(actor, code, address)
    made = [rules.written(secrets.token_bytes(rules.BYTES)) for _ in range(rules.CODES)]
    hashes = [recovery.hash_of(actor.officer_id, rules.read(one) or "") for one in made]
    content = RecoveryCodesMade(codes=len(made))
    async with transaction():
        await recovery.record(actor.officer_id, actor, PeopleAct.RECOVERY_CODES_MADE, content)
        await recovery_codes.insert(actor.officer_id, hashes, clock.now())
        await recovery.tell(actor.officer_id, "recovery.made", {"officer": actor.full_name})
    return made
