"""What is refused before any route of ours: still the documented problem, in both languages, with what to do next."""

from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest

from backend.core import clock, database
from tests.support.people import People
from tests.support.phone import Phones

API = "/api/mobile/v1"
SURROGATE = "%ED%A0%80"
BLOCKS = {"form": "MBB01", "year": 0}


def assert_a_problem(answer: httpx.Response, status: int, code: str) -> None:
    """RFC 9457, with a sentence that says what to do in both languages, and nothing internal."""
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem = answer.json()
    assert (problem["status"], problem["code"]) == (status, code)
    assert "hãy" in problem["text"]["vi"].lower()
    assert len(problem["text"]["en"].rstrip(".").split(". ")) > 1
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", f"{API}/nothing", 404, "not_found"),
        ("GET", f"{API}/inspections/no-uuid", 404, "not_found"),
        ("GET", f"{API}/forms/MBB01/999999", 404, "not_found"),
        ("GET", f"{API}/forms/{SURROGATE}/1", 404, "not_found"),
        ("GET", f"{API}/forms/MBB01/{'9' * 400}", 404, "not_found"),
        ("GET", f"{API}/forms/MBB01/{'9' * 5000}", 404, "not_found"),
        ("GET", f"{API}/acts", 405, "method_not_allowed"),
        ("TRACE", f"{API}/sync", 405, "method_not_allowed"),
        ("BREW", f"{API}/sync", 405, "method_not_allowed"),
        ("GET", f"{API}/inspections?cursor={'x' * 5000}", 400, "request_invalid"),
        ("GET", f"{API}/sync?unsent={'9' * 400}", 400, "request_invalid"),
        ("GET", f"{API}/sync?unsent={'9' * 5000}", 400, "request_invalid"),
        ("GET", f"{API}/search?q={'a' * 5000}", 400, "request_invalid"),
        ("GET", f"{API}/inspections?cursor=fHx8fHw=", 422, "cursor_invalid"),
        ("GET", f"{API}/inspections?state=%00", 400, "text_invalid"),
    ],
)
async def test_an_address_or_method_that_none_is(
    phones: Phones, people: People, method: str, path: str, status: int, code: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    assert_a_problem(await phone.client.request(method, path), status, code)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "request_invalid"),
        (b'{"form": "MBB01", "year": NaN}', 400, "request_invalid"),
        (b'{"form": "MBB01", "year": 1e400}', 400, "request_invalid"),
        (b'{"form": "MBB01", "year": ' + b"9" * 400 + b"}", 400, "request_invalid"),
        (b'{"form": "\\ud800", "year": 2026}', 400, "request_invalid"),
        (b'{"form": "\\u0000", "year": 2026}', 422, "number_form_unknown"),
        (b'{"form": "MBB01", "year": 0}', 400, "request_invalid"),
        (b'{"form": "MBB01", "year": 9999}', 400, "request_invalid"),
        (b'{"form": "\xff\xfe", "year": 2026}', 400, "request_invalid"),
        (b'{"\xed\xa0\x80": 1, "year": 2026}', 400, "request_invalid"),
        (b"[" * 3000, 400, "request_invalid"),
        (b"\x1f\x8b\x08\x00", 400, "request_invalid"),
        (b" " * 5000, 413, "body_too_large"),
    ],
)
async def test_a_body_that_is_none(
    phones: Phones, people: People, body: bytes, status: int, code: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    answer = await phone.client.post(
        f"{API}/number-blocks", content=body, headers={"content-type": "application/json"}
    )
    assert_a_problem(answer, status, code)


async def test_who_has_no_officer_number_is_told_whom_to_ask(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an, sync=False)
    await database.execute("UPDATE officers SET officer_number = NULL WHERE id = $1", people.an.id)
    answer = await phone.client.post(
        f"{API}/number-blocks", json=BLOCKS | {"year": clock.today().year}
    )
    assert_a_problem(answer, 409, "officer_number_missing")


async def test_who_may_not_is_told_whom_to_ask(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an, sync=False)
    assert_a_problem(await phone.client.get(f"{API}/decisions"), 403, "not_allowed")


async def test_a_body_without_a_length_is_read_no_further_than_its_limit(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an, sync=False)
    drawn = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal drawn
        while drawn < 1000:
            drawn += 1
            yield b" " * 64 * 1024

    for method, path in (
        ("POST", f"{API}/acts"),
        ("POST", f"{API}/sessions/refresh"),
        ("PUT", f"{API}/informations/{uuid4()}"),
        ("PUT", f"{API}/photos/{uuid4()}/thumbnail"),
    ):
        drawn = 0
        answer = await phone.client.request(method, path, content=endless())
        assert_a_problem(answer, 413, "body_too_large")
        assert drawn < 100, "megabytes were read of what is refused"
