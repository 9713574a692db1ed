"""How much the database is asked for a page with real content, sign-in included, and how heavy the page is."""

from collections.abc import Awaitable, Callable

import pytest

from backend.core import clock
from tests.support import page_worlds, statements
from tests.support.page_worlds import Pages
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.statements import asked as asked

pytestmark = pytest.mark.usefixtures("app")


async def of_lists(people: People) -> Pages:
    """What is asked of all cases, with one of them."""
    await page_worlds.of_a_case(people)
    places = (
        *("", "cases", "cases?state=decision_due", "due", "decisions", "informations/list"),
        *(f"plans?year={clock.today().year}", "statistics", "dashboard", "notices"),
    )
    return {place or "my work": (people.giang, f"/desk/{place}") for place in places}


async def of_a_legal_officer(people: People) -> Pages:
    """The same paper, before who gives an opinion on it."""
    pages = await page_worlds.of_a_case(people)
    return {"review": (people.phuc, pages["review-sanction"][1])}


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "world",
    [
        page_worlds.of_a_case,
        page_worlds.of_inspections,
        pytest.param(of_lists, marks=LONG),
        pytest.param(of_a_legal_officer, marks=LONG),
        pytest.param(page_worlds.of_an_information, marks=LONG),
        pytest.param(page_worlds.of_a_plan, marks=LONG),
        pytest.param(page_worlds.of_a_report, marks=LONG),
    ],
)
async def test_a_page_asks_the_database_twelve_times_and_is_sixty_kilobytes(
    world: Callable[[People], Awaitable[Pages]],
    people: People,
    readers: Readers,
    asked: list[str],
) -> None:
    too_much: list[str] = []
    desks = {}
    pages = await world(people)
    assert pages
    for name, (person, address) in pages.items():
        if person.id not in desks:
            desks[person.id] = await readers.of(person)
        desk = desks[person.id]
        await desk.open(address)  # what a process keeps is there from the second on
        asked.clear()
        await desk.open(address)
        size = len(desk.html.encode())
        print(f"{name:26} {len(asked):3} {size:7}")
        if len(asked) > statements.MOST_OF_A_PAGE or size > statements.MOST_BYTES_OF_A_PAGE:
            listed = "\n".join(" ".join(one.split())[:150] for one in asked)
            too_much.append(f"{name}: {len(asked)} statements, {size} bytes\n{listed}")
    assert not too_much, "\n\n".join(too_much)
