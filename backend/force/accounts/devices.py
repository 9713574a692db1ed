"""Devices of officers: enrolled by a sign-in with both factors, bound to their key, revocable."""

import unicodedata
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock
from backend.force.accounts import device_keys, new_devices
from backend.force.errors import DeviceKeyMismatch, DevicePending, DeviceRevoked
from backend.force.queries import devices, sessions
from backend.force.rules.actors import actor_of
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import DeviceEnrolled, PeopleAct
from schemas.force.sessions import DeviceOrder


async def admit(officer_id: UUID, order: DeviceOrder, said: bytes = b"") -> DevicePending | None:
    """Let this officer use this device: enrol it if it is new, otherwise compare its key.

    `said` is the text over which the device's proof is computed, if it sends one
    (device_keys.said_at_sign_in()). Several officers may share a phone; each has a log of their own
    on it. Raises DeviceKeyInvalid, DeviceKeyMismatch, DeviceRevoked.

    A returned DevicePending is the answer instead of a session. The caller raises it only after its
    transaction is committed: the device and the notices about it must stay recorded.
    """
    key = device_keys.checked(order.public_key)
    known = await devices.lock(order.id)
    if known is None:
        await _enrol(officer_id, order, key)
        known = await devices.lock(order.id)
    if known is None:
        raise DeviceKeyMismatch
    if known.revoked_at is not None:
        raise DeviceRevoked
    if not device_keys.is_its_own(order, known, said):
        raise DeviceKeyMismatch
    if order.proof is not msgspec.UNSET and not known.proves_key:
        await devices.set_proves_key(order.id)
    await devices.touch(order.id, clock.now(), clock.today())
    return await new_devices.look(officer_id, order.id, readable(order.name))


def readable(name: str) -> str:
    """Return a device's name in a form that can be shown and signed: NFC, on one line, never empty.

    Phones send what their owner typed in their own settings, often decomposed (NFD).
    """
    words = unicodedata.normalize("NFC", name).split()
    plain = "".join(letter for letter in " ".join(words) if letter.isprintable())
    return plain[:100] or "?"


async def _enrol(officer_id: UUID, order: DeviceOrder, key: dict[str, Any]) -> None:
    # The server makes this act for the officer: the phone has no session yet under which it could
    # sign one.
    actor = actor_of(await sessions.get_actor(officer_id), "job")
    name = readable(order.name)
    act = ledger.desk_act(
        RecordKind.DEVICE,
        order.id,
        PeopleAct.DEVICE_ENROLLED,
        DeviceEnrolled(name=name, public_key=key),
        actor,
    )
    # If two first sign-ins run concurrently, the second finds the device enrolled and its key is
    # compared.
    await ledger.record(act, actor)
