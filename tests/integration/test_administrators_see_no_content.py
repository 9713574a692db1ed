"""A pure administrator reads every page there is and finds no word of a case, an inspection, an information or a party.

The pages are those of the authorisation table, which is compared with the application's routes: a new page is asked
too. The words are looked up where they are stored, so that a new text of the cast is one too.
"""

import contextlib
from html import unescape
from urllib.parse import quote

import httpx
import pytest
from litestar import Litestar

from admin_ui.exported_lists import LISTS
from backend.core import database
from backend.core.errors import DomainError
from tests.integration.authorisation.world import Asker, World, world
from tests.integration.test_authorisation_matrix import LINES
from tests.support import informations
from tests.support.doors import API, Desk, bearer, knock
from tests.support.people import People

__all__ = ["world"]

_STORED = """
    SELECT subject_name FROM inspections UNION SELECT subject_address FROM inspections
    UNION SELECT subject_name FROM cases UNION SELECT subject_address FROM cases
    UNION SELECT subject_tax_code FROM cases UNION SELECT subject_identity FROM cases
    UNION SELECT summary FROM informations UNION SELECT address FROM informations
    UNION SELECT name FROM information_suspects UNION SELECT tax_code FROM information_suspects
    UNION SELECT name FROM subjects UNION SELECT tax_code FROM subjects UNION SELECT address FROM subjects
    UNION SELECT title_vi FROM approval_submissions UNION SELECT subject_name FROM plan_items
"""
LEAST = 6
"""Letters of a word that nothing else on a page has by chance."""


async def planted() -> set[str]:
    """Every text of a record that an administrator must not read."""
    found = {row[0] for row in await database.fetch(_STORED)}
    words = {one for one in found if one and len(one) >= LEAST} | set(informations.PLANTED)
    assert len(words) > 12, "the world holds nothing that could be told"
    return words


@pytest.fixture
async def administrators(
    app: Litestar, client: httpx.AsyncClient, people: People, world: World
) -> list[Asker]:
    """Who has never been anything but an administrator, of the department where it all is and of the nation."""
    await informations.registered(people.an)
    found = []
    for person in (people.my, people.lan):
        await people.forget_codes(person)
        session = (await knock(client, person)).json()
        desk = await Desk.of(app, person, people)
        found.append(Asker(person.username, client, desk, bearer(session), person, person.roles))
    return found


async def test_no_page_and_no_answer_tells_an_administrator_what_is_in_a_record(
    world: World, administrators: list[Asker]
) -> None:
    words, told, read = await planted(), [], 0
    for asker in administrators:
        for line in LINES:
            if line.method != "GET" or line.last or not line.ask.startswith(("/desk", API)):
                continue
            answer = await asker.ask(line, world.ids)
            read += answer.status_code == 200
            text = unescape(answer.text)
            told += [f"{asker.kind}: {line.ask} tells «{word}»" for word in words if word in text]
    assert read > 60, "administrators have more pages than that"
    assert not told, "\n" + "\n".join(sorted(told))


async def test_the_words_are_those_that_a_head_reads_there(
    app: Litestar, people: People, world: World
) -> None:
    """Else the tests beside this one would look for what no page ever says."""
    del world
    words = await planted()
    await people.forget_codes(people.giang)
    desk = await Desk.of(app, people.giang, people)
    for place in ("/desk/cases", "/desk/search", "/desk/notices"):
        text = unescape((await desk.http.get(place)).text)
        assert any(word in text for word in words), place


async def test_no_search_tells_an_administrator_what_is_in_a_record(
    administrators: list[Asker],
) -> None:
    """What was searched for is on the page again, so each search is for the first half of a text."""
    words, told = await planted(), []
    for asker in administrators:
        for word in sorted(words):
            half = quote(word[: max(LEAST, len(word) // 2)])
            for place in (
                f"/desk/search?q={half}",
                f"/desk/search/inspections?subject={half}",
                f"/desk/choose/parties?q={half}",
                f"/desk/choose/officers?rule=department&q={half}",
                f"/desk/people?search={half}",
            ):
                text = unescape((await asker.desk.http.get(place)).text)
                told += [
                    f"{asker.kind}: {place} tells «{one}»"
                    for one in words
                    if one in text and one != word[: len(half)]
                ]
    assert not told, "\n" + "\n".join(sorted(told))


async def test_no_list_is_taken_away_by_an_administrator_with_what_is_in_a_record(
    administrators: list[Asker],
) -> None:
    words, told, taken = await planted(), [], 0
    for asker in administrators:
        assert asker.person is not None
        actor = asker.person.actor()
        for one in LISTS:
            with contextlib.suppress(DomainError, KeyError):
                opened = await one.opened(actor, {}, "vi")
                async for page in opened.pages():
                    taken += len(page)
                    text = "\n".join(str(cell) for row in page for cell in row)
                    told += [
                        f"{asker.kind}: {one.name} tells «{word}»" for word in words if word in text
                    ]
    assert taken, "an administrator takes the list of officers away at least"
    assert not told, "\n" + "\n".join(sorted(told))
