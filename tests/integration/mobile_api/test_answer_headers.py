"""What a browser or a cache between is told of every answer: not to guess, not to keep, and to stay with TLS."""

from collections.abc import AsyncIterator

import httpx
import pytest

from asgi import create_app
from backend.core.settings import Settings

PROGRAMS = (
    "/health/live",
    "/api/openapi.json",
    "/api/mobile/v1/inspections",
    "/api/mobile/v1/uploads/0199",
    "/api/public/v1/nothing/here",
    "/api/nowhere",
)
PEOPLE = ("/", "/app/", "/nowhere", "/verify", "/desk/static/nothing")


@pytest.fixture
def app(settings: Settings) -> object:
    """Answers that ask no part need none started."""
    return create_app(settings)


@pytest.fixture
async def by_tls(app: object) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who came by TLS."""
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="https://ht.test") as client:
        yield client


@pytest.fixture
async def in_the_open(app: object) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody on the machine itself, without TLS."""
    transport = httpx.ASGITransport(app)  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_no_answer_leaves_its_type_to_be_guessed(in_the_open: httpx.AsyncClient) -> None:
    for address in (*PROGRAMS, *PEOPLE):
        answer = await in_the_open.get(address)
        assert answer.headers["x-content-type-options"] == "nosniff", address


async def test_what_programs_are_told_is_kept_by_nobody(in_the_open: httpx.AsyncClient) -> None:
    for address in PROGRAMS:
        assert "no-store" in (await in_the_open.get(address)).headers["cache-control"], address
    refused = await in_the_open.post("/health/live")
    assert refused.status_code == 405
    assert refused.headers["cache-control"] == "no-store"


async def test_files_of_the_app_are_still_kept_as_they_may_be(by_tls: httpx.AsyncClient) -> None:
    assert "no-store" not in (await by_tls.get("/app/")).headers.get("cache-control", "")


async def test_who_came_by_tls_comes_by_tls_for_a_year(by_tls: httpx.AsyncClient) -> None:
    for address in (*PROGRAMS, *PEOPLE):
        answer = await by_tls.get(address)
        assert answer.headers["strict-transport-security"] == "max-age=31536000", address


async def test_without_tls_nothing_is_said_of_it(in_the_open: httpx.AsyncClient) -> None:
    for address in (*PROGRAMS, *PEOPLE):
        assert "strict-transport-security" not in (await in_the_open.get(address)).headers, address


async def test_no_answer_names_its_charset_twice(in_the_open: httpx.AsyncClient) -> None:
    for address in (*PROGRAMS, *PEOPLE, "/metrics", "/app/assets/nothing.js"):
        said = (await in_the_open.get(address)).headers.get("content-type", "")
        assert said.count("charset") <= 1, address
