"""Builds the Actor, whom every service judges, from a row of the sessions' queries."""

from typing import Literal
from uuid import UUID

from backend.core.actors import Actor, Owned
from schemas.core.vocabulary import Role


class ActorRow(Owned, frozen=True, kw_only=True):
    """An officer with what an Actor is built from; the unit is the officer's own."""

    officer_id: UUID
    username: str
    full_name: str
    language: Literal["vi", "en"]
    roles: frozenset[Role]


def actor_of(
    row: ActorRow,
    face: Literal["phone", "desk", "cli", "job"],
    *,
    session_id: UUID | None = None,
    device_id: UUID | None = None,
    device_public_key: str | None = None,
) -> Actor:
    """Build the Actor. Roles and unit are read at this moment, never copied into a session."""
    return Actor(
        officer_id=row.officer_id,
        username=row.username,
        full_name=row.full_name,
        roles=row.roles,
        unit=row.path,
        session_id=session_id,
        face=face,
        device_id=device_id,
        device_public_key=device_public_key,
        language=row.language,
    )
