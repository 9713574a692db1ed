"""Two officers at one import that the system stopped: what the second does is judged by what the first did."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend import registry
from backend.core import database
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.force.importing import service as officers
from backend.ledger.service import Outcome, Refused
from backend.parties.importing import places
from backend.parties.importing import service as parties
from tests.support import party_lists, people_lists
from tests.support.people import People
from tests.support.readers import Readers

registry.open_all()
_STOPPED = """UPDATE {table} SET problem = '{{"vi": "Đã dừng", "en": "Stopped"}}' WHERE id = $1"""
Act = Callable[[], Awaitable[Outcome | None]]


async def stopped(
    what: str, readers: Readers, people: People, settings: Settings
) -> tuple[UUID, Actor]:
    """An import that was begun and that the system stopped, before any row came."""
    if what == "people_imports":
        reader, person = await readers.of(people.my), people.my
        import_id = await people_lists.uploaded(
            reader, people_lists.csv([people_lists.row(1, "Phan Mới Một")])
        )
        await people_lists.read(settings, reader, import_id)
        await reader.press("/begin")
    else:
        places.know(lambda: ({"01": "Hà Nội"}, [("01", "00256", "Phường Hai Bà Trưng")]))
        reader, person = await readers.of(people.chi), people.chi
        import_id = await party_lists.uploaded(
            reader, party_lists.csv([party_lists.row(1, "Tạp hóa Lan")])
        )
        await party_lists.read(settings, reader, import_id)
        await reader.press("/begin", known="skip")
    await people_lists.behind_the_acts(people, _STOPPED.format(table=what), import_id)
    return import_id, person.actor()


async def _until_somebody_waits() -> None:
    waiting = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    for _ in range(1000):
        if await database.fetchval(waiting):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("nobody waits for the import")


async def at_once(first: Act, second: Act) -> list[Outcome | None]:
    """Let the second act wait for the first, which is done and not yet committed."""
    done = asyncio.Event()

    async def early() -> Outcome | None:
        async with transaction():
            outcome = await first()
            done.set()
            await _until_somebody_waits()
        return outcome

    async def late() -> Outcome | None:
        await done.wait()
        async with transaction():
            return await second()

    return list(await asyncio.gather(early(), late()))


async def states(what: str, import_id: UUID) -> tuple[Any, list[str]]:
    state = await database.fetchval(f"SELECT state FROM {what} WHERE id = $1", import_id)
    acts = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", import_id
    )
    return state, [one["act_type"].partition(".")[2] for one in acts]


@pytest.mark.parametrize("what", ["people_imports", "party_imports"])
async def test_who_goes_on_beside_a_colleague_who_gives_up_is_told_so(
    app: Litestar, readers: Readers, people: People, settings: Settings, what: str
) -> None:
    importing: Any = officers if what == "people_imports" else parties
    import_id, actor = await stopped(what, readers, people, settings)
    _, went_on = await at_once(
        lambda: importing.give_up(import_id, "Nhầm tệp", actor),
        lambda: importing.go_on(import_id, actor),
    )
    assert isinstance(went_on, Refused)
    assert await states(what, import_id) == ("given_up", ["begun", "given_up"])


@pytest.mark.parametrize("what", ["people_imports", "party_imports"])
async def test_who_goes_on_beside_a_colleague_who_pauses_does_so_by_an_act(
    app: Litestar, readers: Readers, people: People, settings: Settings, what: str
) -> None:
    """Otherwise the record says that it is paused, and officers come all the same."""
    importing: Any = officers if what == "people_imports" else parties
    import_id, actor = await stopped(what, readers, people, settings)

    await at_once(
        lambda: importing.pause(import_id, actor), lambda: importing.go_on(import_id, actor)
    )
    assert await states(what, import_id) == ("running", ["begun", "paused", "resumed"])


@pytest.mark.parametrize("what", ["people_imports", "party_imports"])
async def test_of_two_who_go_on_at_once_one_starts_it_and_the_other_is_told(
    app: Litestar, readers: Readers, people: People, settings: Settings, what: str
) -> None:
    importing: Any = officers if what == "people_imports" else parties
    import_id, actor = await stopped(what, readers, people, settings)
    first, second = await at_once(
        lambda: importing.go_on(import_id, actor), lambda: importing.go_on(import_id, actor)
    )
    assert first is None
    assert isinstance(second, Refused)
    assert await states(what, import_id) == ("running", ["begun"])


@pytest.mark.parametrize("what", ["people_imports", "party_imports"])
async def test_who_confirmed_an_import_is_told_what_a_colleague_did_with_it(
    app: Litestar, readers: Readers, people: People, settings: Settings, what: str
) -> None:
    """It goes on under the name of who confirmed it."""
    importing: Any = officers if what == "people_imports" else parties
    import_id, actor = await stopped(what, readers, people, settings)
    colleague = people.lan if what == "people_imports" else people.giang
    async with transaction():
        assert await importing.go_on(import_id, actor) is None
    assert await told_of(import_id) == [], "nobody is told of what they did themselves"
    async with transaction():
        await importing.give_up(import_id, "Nhầm tệp", colleague.actor())
    [told] = await told_of(import_id)
    assert told["officer_id"] == actor.officer_id
    assert told["text_key"] == f"{what.removesuffix('s')}.given_up"
    assert colleague.full_name in told["words"]
    reader = await readers.of(people.my if what == "people_imports" else people.chi)
    await reader.open("/desk/notices")
    assert f"/imports/{import_id}" in reader.html


async def told_of(import_id: UUID) -> list[Any]:
    return list(
        await database.fetch(
            "SELECT officer_id, text_key, numbers::text AS words FROM notices WHERE record_id = $1",
            import_id,
        )
    )
