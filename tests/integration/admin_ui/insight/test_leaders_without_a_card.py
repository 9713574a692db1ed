"""A team whose leader's card ends while the visit lasts waits for the issuer (Ordinance 11/2016 Arts 12, 16, 23)."""

from datetime import timedelta
from uuid import UUID

import pytest

from backend.core import clock, database
from tests.support import factories
from tests.support.people import People, Person
from tests.support.readers import Readers

pytestmark = pytest.mark.usefixtures("pool")


async def waits(readers: Readers, who: Person, inspection_id: UUID) -> bool:
    """Whether the team waits in this officer's work for another leader, or another card."""
    desk = await readers.of(who)
    await desk.open("/desk/?kind=leader_card")
    return f"/desk/inspections/{inspection_id}/change" in desk.html


@pytest.mark.parametrize(
    ("what", "days"), [("expires_on", -1), ("suspended_on", 0), ("revoked_on", 0)]
)
async def test_the_issuer_names_another_leader_once_the_card_holds_no_more(
    people: People, readers: Readers, what: str, days: int
) -> None:
    """Circular 27/2020 Art 15.2: the issuer alone replaces a leader, in writing; until then nobody leads the visit."""
    work = await factories.announced(people)
    assert not await waits(readers, people.giang, work.id)
    await database.execute(
        f"UPDATE inspection_cards SET {what} = $2 WHERE officer_id = $1",
        people.chi.id,
        clock.today() + timedelta(days=days),
    )
    assert await waits(readers, people.giang, work.id)
    assert not await waits(readers, people.hai, work.id), "giang issued it, and is at work"


async def test_whoever_is_named_as_leader_needs_a_card_whatever_the_role(
    people: People, readers: Readers
) -> None:
    """Ordinance 11/2016 Art 23: the head of the inspection team, not the head of a unit of the force."""
    work = await factories.announced(people)
    await database.execute(
        "DELETE FROM officer_roles WHERE officer_id = $1 AND role = 'team_leader'", people.chi.id
    )
    await database.execute(
        "UPDATE inspection_cards SET suspended_on = $2 WHERE officer_id = $1",
        people.chi.id,
        clock.today(),
    )
    assert await waits(readers, people.giang, work.id)


async def test_a_visit_that_is_over_waits_for_no_leader(people: People, readers: Readers) -> None:
    """Ordinance 11/2016 Art 23 asks for the card of who leads, not of who led."""
    work = await factories.submitted(people)
    await database.execute(
        "UPDATE inspection_cards SET suspended_on = $2 WHERE officer_id = $1",
        people.chi.id,
        clock.today(),
    )
    assert not await waits(readers, people.giang, work.id)
