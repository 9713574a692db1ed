"""The list of cases is read by two walks, of the unit and of the teams: together they show each case in sight once."""

from uuid import UUID

import pytest

from backend.casework.cases import listing
from backend.casework.queries.reading import Filters
from backend.core import database
from tests.support.case_rows import case_of
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("pool")


async def opened(of: Person, number: str, hour: int, *team: Person) -> UUID:
    """A case of that person's unit that was opened at this hour, with its team."""
    ident = await case_of(of, number)
    await database.execute(
        "UPDATE cases SET opened_at = '2026-03-01'::timestamptz + make_interval(hours => $2) WHERE id = $1",
        ident,
        hour,
    )
    for one in team:
        await database.execute(
            "INSERT INTO case_officers (case_id, officer_id, role) VALUES ($1, $2, 'member')",
            ident,
            one.id,
        )
    return ident


async def test_a_head_sees_the_unit_and_the_own_teams_elsewhere_each_case_once_in_one_order(
    people: People,
) -> None:
    first = await opened(people.an, "1/VV", 1)
    elsewhere = await opened(people.dung, "2/VV", 2, people.giang)
    both = await opened(people.em, "3/VV", 3, people.giang)
    await opened(people.dung, "4/VV", 4)
    giang, known = people.giang.actor(), Filters()
    newest = [both, elsewhere, first]

    assert [one.id for one in (await listing.page(giang, known)).rows] == newest
    turned = await listing.page(giang, known, oldest=True)
    assert [one.id for one in turned.rows] == newest[::-1]
    assert await listing.total(giang, known) == 3


async def test_pages_of_both_walks_follow_each_other_without_a_gap_or_a_case_twice(
    people: People,
) -> None:
    wanted = [
        await opened(people.dung if hour % 2 else people.an, f"{hour}/VV", hour, people.giang)
        for hour in range(7)
    ][::-1]
    found: list[UUID] = []
    cursor = None
    while True:
        page = await listing.page(people.giang.actor(), Filters(), cursor, 2)
        found += [one.id for one in page.rows]
        if (cursor := page.next) is None:
            break
    assert found == wanted


async def test_an_inspector_sees_the_cases_of_the_own_teams_alone(people: People) -> None:
    mine = await opened(people.an, "1/VV", 1, people.an)
    await opened(people.an, "2/VV", 2)
    assert [one.id for one in (await listing.page(people.an.actor(), Filters())).rows] == [mine]
    assert await listing.total(people.an.actor(), Filters()) == 1
