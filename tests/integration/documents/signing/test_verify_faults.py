"""What a citizen reads when a look-up fails: both languages, what to do next, and nothing of the desk."""

import re
from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest

from backend.core import database
from tests.support.databases import Database

CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ2345"
FORM = {"code": CODE, "second": "ABCDEFGH"}


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The application gives up waiting for the database after half a second."""
    monkeypatch.setattr(database, "WEB_STATEMENT_SECONDS", 0.5)


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the database's owner."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


def assert_for_citizens(answer: httpx.Response, *said: str) -> None:
    """A public page in both languages, without the desk's frame, its words, or anything internal."""
    assert answer.headers["content-type"].startswith("text/html")
    assert 'class="public"' in answer.text, answer.text[:500]
    for one in said:
        assert one in answer.text
    for foreign in ("/desk/", "Traceback", "asyncpg", "20 MB", CODE):
        assert foreign not in answer.text.replace("/desk/static/", "")
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_while_the_database_waits_a_citizen_is_told_to_try_again(
    client: httpx.AsyncClient, owner: asyncpg.Connection
) -> None:
    async with owner.transaction():
        await owner.execute("LOCK TABLE public_lookups IN ACCESS EXCLUSIVE MODE")
        answers = [
            await client.get(f"/verify/{CODE}"),
            await client.post("/verify/full", data=FORM),
        ]
        program = await client.get(f"/api/public/v1/documents/{CODE}")
    for answer in answers:
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert_for_citizens(answer, "Hãy thử lại sau ít phút", "Try again in a few minutes")
        assert "mang đúng mã này" not in answer.text, "nothing is known of the paper"
    assert (program.status_code, program.json()["retryable"]) == (503, True)
    assert (await client.get(f"/verify/{CODE}")).status_code == 404, "it was looked up at last"


async def test_a_fault_of_ours_is_told_with_its_reference_alone(
    client: httpx.AsyncClient, owner: asyncpg.Connection
) -> None:
    await owner.execute("ALTER TABLE public_lookups RENAME TO public_lookups_gone")
    answer = await client.get(f"/verify/{CODE}")
    await owner.execute("ALTER TABLE public_lookups_gone RENAME TO public_lookups")
    assert answer.status_code == 500
    assert_for_citizens(answer, "Hãy thử lại sau ít phút", "Try again in a few minutes")
    assert len(set(re.findall(r"\b[0-9a-f]{12}\b", answer.text))) == 1
    assert "public_lookups" not in answer.text


async def test_what_cannot_be_read_is_answered_with_what_to_type(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post("/verify/full", data={"code": "x" * 2_000_000})
    assert answer.status_code == 413
    assert_for_citizens(answer, "Hãy nhập lại mã", "Type the code")


async def test_who_reloads_a_file_of_the_full_copy_is_led_back_to_the_form(
    client: httpx.AsyncClient,
) -> None:
    for place in ("/verify/full", "/verify/full/file"):
        answer = await client.get(place)
        assert (answer.status_code, answer.headers["location"]) == (302, "/verify")
