"""The search asks the database few questions, however many kinds of record it looks through."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import asyncpg
import pytest

from tests.integration.insight.test_search import followed
from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers

MOST = 12


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Note every question to the database that reads."""
    said: list[str] = []
    runs = asyncpg.Connection._execute

    async def noted(self: asyncpg.Connection, query: str, *more: object, **how: object) -> object:
        if query.lstrip(" \n(").startswith(("SELECT", "WITH")):
            said.append(query)
        return await runs(self, query, *more, **how)

    with patch.object(asyncpg.Connection, "_execute", noted):
        yield said


@pytest.mark.parametrize(
    "address",
    [
        "/desk/find?q=tran+mau",
        "/desk/find?q=tran+xyzq",
        "/desk/find?q=999000",
        "/desk/search?q=tran+mau",
        "/desk/search?q=tran+mau&kind=case",
        "/desk/search?q=tra+va+ma&kind=case",
        "/desk/search?q=mau&kind=paper&since=01/01/2020",
    ],
)
async def test_a_search_is_at_most_twelve_queries(
    people: People, readers: Readers, address: str
) -> None:
    await cases_made.sanctioned(people)
    await followed()
    desk = await readers.of(people.giang)
    await desk.open(address)
    with overheard() as said:
        await desk.open(address)
    assert said
    assert len(said) <= MOST, "\n".join(" ".join(one.split())[:150] for one in said)
