"""Letters for the first sign-in of a unit's officers: who needs one, and the addresses that the letters bear.

    found = await first_letters.page(my, team_id, "")       # who never signed in, a portion at a time
    made = await first_letters.issue(my, team_id, "", shown, address=None)     # new addresses for these

An address is in what issue() returns and nowhere else: the database keeps its hash (enrolments.py). So letters that
are lost are made again, which ends the addresses of those before. Who has more power than an inspector, or may gain it
by what waits, gets no letter: the first credentials of such an officer rest on an ask (asks.py).
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import access_log, clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import ask_telling, enrolments, judging_asks
from backend.force.derived.authority import SERVICE_OFFICER
from backend.force.errors import NoLetters
from backend.force.queries import first_letters as queries
from backend.force.queries.first_letters import Unenrolled
from backend.force.rules import accounts as rules
from backend.force.rules import asks as ask_rules
from backend.force.texts import asks as ask_words
from backend.force.units import service as units
from backend.force.units.service import UnitView
from schemas.force.first_letters import Letter, Letters

PORTION = 30
"""Officers of one page, and so letters of one file."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """An officer who never signed in."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    title: str
    second: bool
    """Whether the first credentials need a second person, so that there is no letter."""
    until: datetime | None
    """Until when the address that was made last can be used."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A portion of a unit's officers who never signed in."""

    unit: UnitView
    rows: list[Waiting]
    next: str | None
    """The user name behind which there are more."""

    @property
    def letters(self) -> list[Waiting]:
        """Those of this portion who get a letter."""
        return [one for one in self.rows if not one.second]

    @property
    def voided(self) -> int:
        """How many letters take the place of an address that can still be used."""
        return sum(one.until is not None for one in self.letters)


async def page(actor: Actor, unit_id: UUID, after: str) -> Page:
    """Return the officers of a unit who never signed in, behind a user name. Raises NotAllowed, NotFound."""
    unit = await units.get_administered(actor, unit_id)
    since = clock.now() - ask_rules.ASK_LIFE
    found = await queries.page(actor, unit_id, SERVICE_OFFICER, after, since, PORTION + 1)
    shown = found[:PORTION]
    return Page(
        unit=unit,
        rows=[_waiting(one) for one in shown],
        next=shown[-1].username if len(found) > PORTION else None,
    )


def _waiting(one: Unenrolled) -> Waiting:
    return Waiting(
        id=one.id,
        username=one.username,
        full_name=one.full_name,
        officer_number=one.officer_number,
        title=one.titles[0] if one.titles else "",
        second=one.power_waits or judging_asks.power_in(one.roles, one.titles),
        until=one.until,
    )


async def issue(
    actor: Actor, unit_id: UUID, after: str, shown: Collection[UUID], *, address: str | None
) -> Letters:
    """Make new addresses for those of a portion who were shown, each by its act; record that they were taken away.

    Opens its own transaction. An address that was made before is void. Heads are told of each officer, and may object.
    Who signed in meanwhile, left or gained a power gets none. Raises NotAllowed, NotFound, NoLetters.
    """
    made_at = clock.now()
    async with transaction():
        found = await page(actor, unit_id, after)
        wanted = [one for one in found.letters if one.id in shown]
        made = [letter for one in wanted if (letter := await _letter(actor, one)) is not None]
        if not made:
            raise NoLetters
        above = found.unit.parent_id
        detail = {"letters": str(len(made))}
        await access_log.record(actor, "letters.made", unit_id, address=address, detail=detail)
        return Letters(
            unit=found.unit.name,
            superior=await units.name_of(above) if above else None,
            made_by=actor.full_name,
            made_at=made_at,
            until=made_at + rules.LETTER_LIFE,
            letters=made,
        )


async def _letter(actor: Actor, one: Waiting) -> Letter | None:
    """Make the address of one officer; None if the one door refuses it by now."""
    _, issued = await enrolments.issue(actor, one.id, "first", life=rules.LETTER_LIFE)
    if issued is None:
        return None
    await ask_telling.enrolled_alone(actor, one.id, ask_words.reset("first"))
    return Letter(
        username=one.username,
        full_name=one.full_name,
        officer_number=one.officer_number,
        title=one.title,
        address=issued.address,
    )
