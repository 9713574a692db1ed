"""The officer and the devices that the acts of a rescue file name, as the server knows them."""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.force.queries import devices, sessions
from backend.force.rules.actors import actor_of


class KnownDevice(msgspec.Struct, frozen=True, kw_only=True):
    """A device, as far as the signatures of its acts need it."""

    id: UUID
    name: str
    public_key: str
    """JWK text, as it was enrolled."""
    revoked: bool


async def speaker(officer_id: UUID) -> Actor | None:
    """Return the officer as if their phone were sending, without a session; None if unknown.

    `access_ended` is set if the account is closed. The caller checks scope by the actor's unit.
    """
    row = await sessions.find_actor(officer_id)
    if row is None:
        return None
    actor = actor_of(row, "phone")
    return msgspec.structs.replace(actor, access_ended=row.state != "active")


async def known_devices(officer_id: UUID, device_ids: list[UUID]) -> dict[UUID, KnownDevice]:
    """Return those of these devices on which this officer ever signed in; nothing about others.

    The caller checks scope on the officer.
    """
    return {
        row.id: KnownDevice(
            id=row.id,
            name=row.name,
            public_key=row.public_key,
            revoked=row.revoked_at is not None,
        )
        for row in await devices.list_used_by(officer_id, device_ids)
    }
