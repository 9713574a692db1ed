"""Who signs a paper of the desk, with the unit that its head names."""

from collections.abc import Awaitable, Callable
from typing import Protocol
from uuid import UUID

import msgspec

from backend.core.actors import UnitPath
from backend.core.database import at_once
from backend.documents.queries import heads
from schemas.core.vocabulary import Role


class Officer(Protocol):
    """A signer's name and unit."""

    @property
    def full_name(self) -> str:
        """The officer's name."""

    @property
    def unit_code(self) -> str:
        """Of the officer's unit."""

    @property
    def unit_name(self) -> str:
        """The officer's unit."""

    @property
    def superior_name(self) -> str | None:
        """The unit above it."""


class SignedBy(msgspec.Struct, frozen=True, kw_only=True):
    """What the head of a paper needs of its signer (backend/documents/contents.py); a group adds the title."""

    officer: Officer

    @property
    def full_name(self) -> str:
        """The signer's name."""
        return self.officer.full_name

    @property
    def unit_code(self) -> str:
        """The code of the signer's unit, which numbers the paper."""
        return self.officer.unit_code

    @property
    def unit_name(self) -> str:
        """The signer's unit, as on the letterhead."""
        return self.officer.unit_name

    @property
    def superior_name(self) -> str | None:
        """The unit above it."""
        return self.officer.superior_name


async def nearest(
    path: UnitPath, roles: tuple[Role, ...], may: Callable[[UUID], Awaitable[bool]]
) -> UUID | None:
    """Return the head on duty who may sign and is nearest to a unit; None if nobody may.

    Nearest is who sits in the unit, then who sits in one above it. `may` is the group's rule of offices. For previews
    by others: who signs is judged anew. Joins the caller's transaction.
    """
    units = [one for one in path.as_tuple() if one is not None]
    there = await heads.on_duty(units, roles)
    async with at_once() as ask:
        able = [ask(may(one)) for one in there]
    return next((one for one, may_sign in zip(there, able, strict=True) if may_sign.result()), None)
