"""Builds the Actor, whom every service judges, from a row of the sessions' queries."""

from typing import Any, Literal
from uuid import UUID

from backend.core.actors import Actor, UnitPath
from schemas.core.vocabulary import Role


def actor_of(
    row: Any,
    face: Literal["phone", "desk", "cli", "job"],
    *,
    session_id: UUID | None = None,
    device_id: UUID | None = None,
    device_public_key: str | None = None,
) -> Actor:
    """Build the Actor. Roles and unit are read at this moment, never copied into a session."""
    return Actor(
        officer_id=row["officer_id"],
        username=row["username"],
        full_name=row["full_name"],
        roles=frozenset(Role(role) for role in row["roles"]),
        unit=UnitPath(
            unit_1=row["unit_1"], unit_2=row["unit_2"], unit_3=row["unit_3"], unit_4=row["unit_4"]
        ),
        session_id=session_id,
        face=face,
        device_id=device_id,
        device_public_key=device_public_key,
        language=row["language"],
    )
