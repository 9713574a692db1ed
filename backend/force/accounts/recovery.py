"""Recovery codes: each signs in at the desk once, instead of a one-time code.

Ten codes of 80 bits are shown once, to be printed. What is stored is an HMAC of each for its officer,
by a key outside the database: who copies the database signs in as nobody, and a code is found and
claimed by one statement, so that it is accepted once however often it arrives. A sign-in by a code
opens no signing and no approving: a code that was found on a printed sheet makes neither papers nor
new codes. The officer gets a notice of each use. A reset of the credentials ends the set.
"""

from datetime import datetime
from uuid import UUID

from backend.core import clock, keys
from backend.core.actors import Actor
from backend.force.notices import service as notices
from backend.force.queries import people, recovery_codes, sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from schemas.core.base import Wire
from schemas.core.vocabulary import RecordKind
from schemas.force.access_acts import RecoveryCodeUsed
from schemas.force.acts import PeopleAct


def hash_of(officer_id: UUID, code: str) -> bytes:
    """Return what is stored of a code that rules/recovery.read() understood."""
    return keys.current().derive("recovery-code", officer_id.bytes + code.encode())


async def left(actor: Actor) -> tuple[int, datetime | None]:
    """Return how many codes the officer has left, and when the set was made; None if there is none."""
    return (
        await recovery_codes.count_left(actor.officer_id),
        await recovery_codes.made_at(actor.officer_id),
    )


async def has(officer_id: UUID, code: str) -> bool:
    """Tell whether this is a code of the officer that was not used; it stays so."""
    return await recovery_codes.is_left(officer_id, hash_of(officer_id, code))


async def use(officer_id: UUID, code: str) -> bool:
    """Use up a code of this officer in the caller's transaction; False if it is none, or was used."""
    officer = await people.lock(officer_id)  # locked before the code, as a new set locks them
    if officer is None:
        return False
    if not await recovery_codes.claim(officer_id, hash_of(officer_id, code), clock.now()):
        return False
    actor = actor_of(await sessions.get_actor(officer_id), "desk")
    count = await recovery_codes.count_left(officer_id)
    await record(officer_id, actor, PeopleAct.RECOVERY_CODE_USED, RecoveryCodeUsed(left=count))
    await tell(officer_id, "recovery.used", {"officer": officer.full_name, "left": str(count)})
    return True


async def record(officer_id: UUID, actor: Actor, kind: PeopleAct, content: Wire) -> None:
    """Record an act about the codes of an officer. Raises what the one door refuses."""
    act = ledger.desk_act(RecordKind.OFFICER, officer_id, kind, content, actor)
    ledger.unwrap(await ledger.record(act, actor))


async def tell(officer_id: UUID, key: str, words: dict[str, str]) -> None:
    """Notify the officer, on phones too: the person at the desk may be somebody else."""
    await notices.tell([officer_id], "device", officer_id, key, dict(words), on_phones=True)
