"""Bodies that no browser sends: each gets an answer, none harms the process or stays in its memory."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from litestar import Litestar

from admin_ui.intake.public_form import reading
from backend.core import database
from backend.intake.public_form import limits
from backend.intake.public_form.limits import Limit
from tests.support.citizens import FILLED, WHAT, old_token, picture, typed
from tests.support.phone import CutAsgi

pytestmark = pytest.mark.usefixtures("app")

PLENTY = Limit("sending", 10**6, 10**6, 10**6, 10**6, 5, limits.TooManyReports)
KIND = {"content-type": "multipart/form-data; boundary=b"}
PHOTO = 'form-data; name="photographs"; filename="a.jpg"'


@pytest.fixture(autouse=True)
def plenty(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many turns that none is refused."""
    monkeypatch.setattr(limits, "SENDING", PLENTY)
    monkeypatch.setattr(limits, "PHOTOGRAPHS", replace(PLENTY, name="photographs"))
    limits.start()


def part(disposition: str, content: bytes, more: str = "") -> bytes:
    return f"--b\r\ncontent-disposition: {disposition}\r\n{more}\r\n".encode() + content + b"\r\n"


def texts(**said: str) -> bytes:
    fields = {**FILLED, **(said or {"token": old_token()})}
    return b"".join(
        part(f'form-data; name="{name}"', value.encode()) for name, value in fields.items()
    )


async def kept() -> int:
    return int(await database.fetchval("SELECT count(*) FROM public_inbox"))


@pytest.mark.parametrize(
    "body",
    [
        b"".join(part(f'form-data; name="x{n}"', b"") for n in range(200)) + b"--b--",
        part('form-data; name="what"', b"x", "x-long: " + "a" * 20_000 + "\r\n") + b"--b--",
        texts(token="x") + part('form-data; name="goods"', b"x" * 100_000) + b"--b--",
        b"--b\r\n" * 10_000,
        b"\r\n" * 10_000,
        b"",
    ],
    ids=["parts", "header", "text", "boundaries", "lines", "empty"],
)
async def test_what_is_no_form_of_ours_is_refused(client: httpx.AsyncClient, body: bytes) -> None:
    answer = await client.post("/phan-anh", content=body, headers=KIND)
    assert answer.status_code in (400, 422)
    assert await kept() == 0
    assert reading._held == 0


async def test_no_body_of_ours_that_was_changed_by_chance_fails_unforeseen(
    client: httpx.AsyncClient,
) -> None:
    whole = texts() + part(PHOTO, picture()[:3000]) + b"--b--\r\n"
    chance = random.Random(20261129)
    for _ in range(150):
        body = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(body))
            body[at : at + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 30))
        answer = await client.post("/phan-anh", content=bytes(body), headers=KIND)
        assert answer.status_code in (200, 400, 422), bytes(body)
    assert reading._held == 0


async def test_characters_that_no_database_holds_are_left_out(client: httpx.AsyncClient) -> None:
    body = texts(token=old_token(), what=f"{WHAT}\x00\u202e\ufeff", who="\x00") + b"--b--\r\n"
    assert (await client.post("/phan-anh", content=body, headers=KIND)).status_code == 200
    assert await kept() == 1


async def test_a_body_without_end_is_read_on_to_a_limit_and_its_text_shown_again(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MOST_READ", 15_000_000)
    most = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal most
        yield texts()
        yield f"--b\r\ncontent-disposition: {PHOTO}\r\n\r\n".encode() + b"\xff\xd8\xff"
        for _ in range(400):
            yield b"x" * 65_536
            most = max(most, reading._held)

    answer = await client.post("/phan-anh", content=endless(), headers=KIND)
    assert answer.status_code == 422
    assert typed(answer, "what") == WHAT
    assert most <= 10_100_000  # one photograph, and not what came after
    assert reading._held == 0
    assert await kept() == 0


async def test_where_photographs_of_all_fill_the_memory_the_text_is_shown_again(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_HELD_AT_ONCE", 1000)
    body = texts() + part(PHOTO, picture()) + b"--b--\r\n"
    answer = await client.post("/phan-anh", content=body, headers=KIND)
    assert answer.status_code == 422
    assert "quá nhiều ảnh" in answer.text
    assert typed(answer, "what") == WHAT
    assert reading._held == 0


async def test_sealed_photographs_fill_the_memory_of_all_too_until_the_report_is_kept(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever sends five large ones, and then a byte a minute, holds no more than anybody else."""
    one = picture()
    monkeypatch.setattr(reading, "_HELD_AT_ONCE", len(one) * 2 + 100)
    body = texts() + part(PHOTO, one) * 3 + b"--b--\r\n"
    answer = await client.post("/phan-anh", content=body, headers=KIND)
    assert answer.status_code == 422
    assert "quá nhiều ảnh" in answer.text
    assert typed(answer, "what") == WHAT
    assert reading._held == 0
    fits = texts() + part(PHOTO, one) * 2 + b"--b--\r\n"
    assert (await client.post("/phan-anh", content=fits, headers=KIND)).status_code == 200
    assert reading._held == 0


async def test_who_hangs_up_in_the_middle_leaves_neither_bytes_nor_a_line_of_error(
    app: Litestar, capfd: pytest.CaptureFixture[str]
) -> None:
    """A line with its traceback for each would let any stranger fill the log."""
    body = texts() + part(PHOTO, picture()) + b"--b--\r\n"
    await CutAsgi(app, "POST")("/phan-anh", KIND, body, len(body) // 2)
    assert reading._held == 0
    assert await kept() == 0
    said = capfd.readouterr()
    assert "public_form_failed" not in said.out + said.err
