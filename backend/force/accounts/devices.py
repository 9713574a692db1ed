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
    """Let this device be used by this officer: enrol it where it is new, else compare its key.

    `said` is what its proof is over, where it gives one (device_keys.said_at_sign_in()).
    Several officers may share a phone; each has his own log on it. Raises DeviceKeyInvalid,
    DeviceKeyMismatch, DeviceRevoked. What it returns is the answer instead of a session, and raised by the caller once
    its transaction is committed: that the device is here, and who was told of it, stays.
    """
    key = device_keys.checked(order.public_key)
    known = await devices.lock(order.id)
    if known is None:
        await _enrol(officer_id, order, key)
        known = await devices.lock(order.id)
    if known["revoked_at"] is not None:
        raise DeviceRevoked
    if not device_keys.is_its_own(order, known, said):
        raise DeviceKeyMismatch
    if order.proof is not msgspec.UNSET and not known["proves_key"]:
        await devices.set_proves_key(order.id)
    await devices.touch(order.id, clock.now())
    return await new_devices.look(officer_id, order.id, readable(order.name))


def readable(name: str) -> str:
    """A device's name as it can be shown and signed over: NFC, on one line, never empty.

    Phones send what their owner typed in their own settings, often decomposed (NFD).
    """
    words = unicodedata.normalize("NFC", name).split()
    plain = "".join(letter for letter in " ".join(words) if letter.isprintable())
    return plain[:100] or "?"


async def _enrol(officer_id: UUID, order: DeviceOrder, key: dict[str, Any]) -> None:
    # The server makes this act for the officer: his phone has no session yet to sign one under.
    actor = actor_of(await sessions.find_actor(officer_id), "job")
    name = readable(order.name)
    act = ledger.desk_act(
        RecordKind.DEVICE,
        order.id,
        PeopleAct.DEVICE_ENROLLED,
        DeviceEnrolled(name=name, public_key=key),
        actor,
    )
    # Two first sign-ins at once: the second finds the device there, and its key is compared.
    await ledger.record(act, actor)
