"""Short messages to the officers signed in on a phone, or on the phones of a unit and those below.

The text is an act on the record of the device or the unit. Each reader gets a notice, which their phone fetches at its
next contact and shows until it is read, without a signal too; when it was fetched and read is the receipt. The phone
shows the text as text.
"""

from datetime import datetime
from uuid import UUID

from backend.core import keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.accounts import device_pages
from backend.force.notices import service as notices
from backend.force.queries import phone_messages as queries
from backend.force.queries import units
from backend.force.queries.phone_messages import Message as Message
from backend.force.queries.phone_messages import Receipt as Receipt
from backend.force.texts.accounts import refusal
from backend.ledger import service as ledger
from backend.ledger.service import Accepted, Outcome, Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import PeopleAct
from schemas.force.device_acts import PhoneMessageSent

MOST_READERS = 2000
"""Whom one message goes to at most: it is written as so many notices in one transaction."""
MOST_RECEIPTS = 200


def _require_sender(actor: Actor) -> None:
    if not actor.has(Role.SUPERVISOR, Role.ADMINISTRATOR):
        raise NotAllowed


async def to_device(actor: Actor, device_id: UUID, text: str) -> Outcome:
    """Send a message to the officers signed in on a device of the scope. Raises NotAllowed, NotFound."""
    _require_sender(actor)
    await device_pages.get_seen(actor, device_id)
    readers = await queries.signed_in_on(device_id)
    return await _send(
        actor, RecordKind.DEVICE, device_id, PeopleAct.DEVICE_MESSAGE_SENT, text, readers
    )


async def to_unit(actor: Actor, unit_id: UUID, text: str) -> Outcome:
    """Send a message to the officers signed in on a phone in a unit of the scope and below.

    Raises NotAllowed, NotFound.
    """
    _require_sender(actor)
    unit = await units.find(unit_id)
    if unit is None or not scope.covers(actor, unit.path):
        raise NotFound(what="unit")
    readers = await queries.signed_in_below(unit.path, MOST_READERS + 1)
    return await _send(actor, RecordKind.UNIT, unit_id, PeopleAct.UNIT_MESSAGE_SENT, text, readers)


async def _send(
    actor: Actor,
    kind: RecordKind,
    record_id: UUID,
    act_type: PeopleAct,
    text: str,
    readers: list[UUID],
) -> Outcome:
    if not readers or len(readers) > MOST_READERS:
        why = refusal("message_too_many" if readers else "message_nobody")
        return Refused(code=why.code, text=why.text)
    content = PhoneMessageSent(message_id=new_id(), text=text)
    outcome = await ledger.record(ledger.desk_act(kind, record_id, act_type, content, actor), actor)
    if isinstance(outcome, Accepted):
        words = {"text": text, "sender": actor.full_name}
        await notices.tell(
            readers, "message", content.message_id, "device.message", words, on_phones=True
        )
    return outcome


async def listing(
    actor: Actor, after: str | None, limit: int, device_id: UUID | None = None
) -> tuple[list[Message], str | None]:
    """Return a page of the messages of the scope, the newest first, and the cursor of the next.

    Raises NotAllowed, and Invalid if `after` is no cursor of this list.
    """
    _require_sender(actor)
    position = keyset.read(after, datetime, UUID) if after else None
    found = await queries.list_messages(scope.devices(actor), device_id, position, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return found[:limit], keyset.write(last.sent_at, last.id) if last else None


async def get(actor: Actor, message_id: UUID) -> tuple[Message, list[Receipt]]:
    """Return a message of the scope and its first MOST_RECEIPTS receipts, the unread ones first.

    Raises NotAllowed, NotFound.
    """
    _require_sender(actor)
    found = await queries.find(scope.devices(actor), message_id)
    if found is None:
        raise NotFound(what="message")
    return found, await queries.receipts(message_id, MOST_RECEIPTS)
