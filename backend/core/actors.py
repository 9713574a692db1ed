"""The acting officer, as the face's guard identified them, with what is needed to decide what they may do."""

from typing import Literal
from uuid import UUID

import msgspec

from schemas.core.vocabulary import Role

_AUDITED = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)


class UnitPath(msgspec.Struct, frozen=True, kw_only=True):
    """A unit and its ancestors, one field a level. unit_1 is the nation; the last that is set is the unit."""

    unit_1: UUID
    unit_2: UUID | None = None
    unit_3: UUID | None = None
    unit_4: UUID | None = None

    @property
    def level(self) -> int:
        """1 for the nation, up to 4."""
        return sum(part is not None for part in self.as_tuple())

    @property
    def unit_id(self) -> UUID:
        """The unit itself: the last of the path."""
        return [part for part in self.as_tuple() if part is not None][-1]

    def as_tuple(self) -> tuple[UUID | None, ...]:
        """The four columns that every owned row stores."""
        return (self.unit_1, self.unit_2, self.unit_3, self.unit_4)


class Owned(msgspec.Struct, frozen=True, kw_only=True):
    """What the struct of every owned row has: the path of the unit that the row belongs to."""

    unit_1: UUID
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None

    @property
    def path(self) -> UnitPath:
        """The unit with its ancestors."""
        return UnitPath(
            unit_1=self.unit_1, unit_2=self.unit_2, unit_3=self.unit_3, unit_4=self.unit_4
        )


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An officer at one of the faces. `device_id` is set on the phone's face only."""

    officer_id: UUID
    username: str
    full_name: str
    roles: frozenset[Role]
    unit: UnitPath
    session_id: UUID | None
    face: Literal["phone", "desk", "cli", "job", "public", "machine"]
    """`machine`: another system under a key, without any role.

    `public`: the service officer by whom citizens' information is taken in; nobody signs in as that officer."""
    device_id: UUID | None = None
    device_public_key: str | None = None
    """The device's JWK as JSON text, phone only."""
    language: Literal["vi", "en"] = "vi"
    operator: str | None = None
    """Account, host and reason of an operator of the machine, who is not an officer. What an
    operator reads is logged under this."""
    access_ended: bool = False
    """The officer's account is closed. What they had recorded comes in a rescue file, and their
    evidence is quarantined."""

    def has(self, *roles: Role) -> bool:
        """Tell whether the officer holds any of these roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def only_audits(self) -> bool:
        """Whether the officer is an auditor, and holds no role besides whose work auditors look at."""
        return self.has(Role.AUDITOR) and not self.has(*_AUDITED)


def at_the_server(actor: Actor) -> Actor:
    """Return an officer on a phone as one whose paper is made, signed and entered here.

    Acts about files that the server makes are the server's: no device signs them, and none may
    send them. The session stays the phone's, and the ledger's entry names it.
    """
    return msgspec.structs.replace(actor, face="desk", device_id=None, device_public_key=None)
