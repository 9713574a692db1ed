"""Raw connections that end at the worst places: nothing half is ever seen, and the rest can be sent."""

import asyncio
import hashlib
import os
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from backend.core import database, stores
from tests.support import factories
from tests.support.assertions import is_problem
from tests.support.lines import Line
from tests.support.people import People
from tests.support.uploads import OCTETS, UPLOADS, Tus, about, all_stored, checksum
from tests.support.waiting import waiting_for

DATA = os.urandom(1024) * 300
CUTS = (0, 1, 1024, len(DATA) // 2, len(DATA) - 1)
CASES = list(product(("PATCH", "POST"), CUTS, (False, True), ("length", "chunked"), ("cut", "end")))


def head(tus: Tus, *, chunked: bool, size: int = len(DATA), **more: Any) -> dict[str, str]:
    fields = {
        "Authorization": tus.client.headers["authorization"],
        "Tus-Resumable": "1.0.0",
        "Content-Type": OCTETS,
    } | {name.replace("_", "-"): str(value) for name, value in more.items()}
    if chunked:
        return fields | {"Transfer-Encoding": "chunked"}
    return fields | {"Content-Length": str(size)}


def framed(data: bytes, chunked: bool, *, last: bool = False) -> bytes:
    """The bytes as the framing has them; a chunk that is cut is announced longer than it comes."""
    if not chunked:
        return data
    return b"%x\r\n%s%s" % (len(data) + (not last), data, b"\r\n0\r\n\r\n" if last else b"")


async def broken_off(tus: Tus, port: int, case: tuple[Any, ...]) -> str:
    """Begin to send, and be gone. Returns the upload's address."""
    method, size, with_checksum, framing, way = case
    said, chunked = about(DATA), framing == "chunked"
    more = {"Upload_Checksum": checksum(DATA)} if with_checksum else {}
    if method == "POST":
        where, more = UPLOADS, more | {"Upload_Length": len(DATA), "Upload_Metadata": said}
    else:
        where = await tus.begin(len(DATA), Upload_Metadata=said)
        more |= {"Upload_Offset": 0}
    line = await Line.open(port)
    await line.begin(method, where, head(tus, chunked=chunked, **more))
    await line.send(framed(DATA[:size], chunked))
    line.cut() if way == "cut" else line.close()
    # As a phone does: creation asked again finds the same upload. It may not have begun yet.
    return where if method == "PATCH" else await tus.begin(len(DATA), Upload_Metadata=said)


async def sent_on(tus: Tus, url: str, least: int) -> None:
    """Ask where it stands and send the rest; while the server still has the old line, ask again."""
    async with waiting_for("the server to take the rest"):
        while True:
            offset = await tus.offset(url)
            assert offset <= least
            answer = await tus.send(url, DATA[offset:], offset)
            if answer.status_code == 204:
                return
            assert answer.status_code in (409, 423), answer.text


@pytest.mark.parametrize("method", ["PATCH", "POST"])
async def test_wherever_a_line_breaks_the_rest_can_be_sent_and_nothing_half_is_kept(
    site: str, tus: Tus, caplog: pytest.LogCaptureFixture, capfd: Any, method: str
) -> None:
    port = int(site.rpartition(":")[2])
    cases = [case for case in CASES if case[0] == method]
    lanes = asyncio.Semaphore(8)

    async def run(case: tuple[Any, ...]) -> str:
        async with lanes:
            url = await broken_off(tus, port, case)
            await sent_on(tus, url, least=0 if case[2] else case[1])
            return url

    urls = await asyncio.gather(*(run(case) for case in cases))
    await all_stored()
    wanted = hashlib.sha256(DATA).hexdigest()
    for case, url in zip(cases, urls, strict=True):
        receipt = await tus.ask("GET", f"{url}/receipt")
        assert receipt.json().get("sha256") == wanted, case
    assert {row["actual_sha256"] for row in await whole()} == {wanted}
    assert len(await whole()) == len(cases)
    said = caplog.text + "".join(capfd.readouterr())
    for word in ("request_failed", "Exception in ASGI", "spool_bytes_lost", "Traceback"):
        assert word not in said


async def whole() -> list[Any]:
    rows: list[Any] = await database.fetch("SELECT * FROM uploads WHERE actual_sha256 IS NOT NULL")
    return rows


async def test_half_a_photograph_is_nowhere_to_be_seen(
    site: str, tus: Tus, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.fieldwork.evidence.receiver._CHECKPOINT_SECONDS", 0.0)
    photo = await factories.take_photo(await factories.announced(people), DATA)
    where = f"/api/mobile/v1/photos/{photo.photo_id}"
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA, photo.photo_id))
    line = await Line.open(int(site.rpartition(":")[2]))
    await line.begin("PATCH", url, head(tus, chunked=False, Upload_Offset=0))
    await line.send(DATA[:-1])
    await has(tus, url, len(DATA) - 1)
    line.cut()
    await all_stored()
    for size in ("original", "view", "thumb"):
        is_problem(await tus.client.get(where, params={"size": size}), 409, "bytes_pending")
    is_problem(await tus.ask("GET", f"{url}/receipt"), 404, "receipt_pending")
    assert await database.fetchval("SELECT count(*) FROM uploads WHERE object_key IS NOT NULL") == 0
    await sent_on(tus, url, len(DATA))
    await all_stored()
    answer = await tus.client.get(where, params={"size": "original"})
    assert answer.content == DATA


async def has(tus: Tus, url: str, size: int) -> None:
    """Return when the server has so many bytes."""
    async with waiting_for("the server to have the bytes"):
        while await tus.offset(url) < size:  # noqa: ASYNC110 - the server is asked, as a phone does
            await asyncio.sleep(0.02)


async def test_a_line_that_falls_silent_frees_its_upload_and_keeps_what_came(
    site: str, tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.fieldwork.evidence.bodies.STALL_SECONDS", 0.4)
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    line = await Line.open(int(site.rpartition(":")[2]))
    await line.begin("PATCH", url, head(tus, chunked=False, Upload_Offset=0))
    await line.send(DATA[:1000])
    answer = await line.answer()
    assert answer.status == 408
    assert b'"code":"upload_stalled"' in answer.body
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert await line.ended() == b""  # the server does not wait for the rest of that body
    line.close()
    assert await tus.offset(url) == 1000
    await sent_on(tus, url, 1000)


async def test_a_silent_line_under_a_checksum_leaves_nothing(
    site: str, tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.fieldwork.evidence.bodies.STALL_SECONDS", 0.4)
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    line = await Line.open(int(site.rpartition(":")[2]))
    more = {"Upload_Offset": 0, "Upload_Checksum": checksum(DATA)}
    await line.begin("PATCH", url, head(tus, chunked=True, **more))
    await line.send(framed(DATA[:1000], chunked=True))
    assert (await line.answer()).status == 408
    line.close()
    assert await tus.offset(url) == 0
    assert stores.current().spool.size(UUID(url.rpartition("/")[2])) == 0
    await sent_on(tus, url, 0)


async def test_more_than_was_announced_is_not_taken_whatever_the_framing(
    site: str, tus: Tus
) -> None:
    url = await tus.begin(10)
    line = await Line.open(int(site.rpartition(":")[2]))
    await line.begin("PATCH", url, head(tus, chunked=True, Upload_Offset=0))
    await line.send(b"4\r\n1234\r\n8\r\n56789012\r\n0\r\n\r\n")
    assert (await line.answer()).status == 413
    line.close()
    assert await tus.offset(url) == 0


async def test_who_asks_before_sending_is_told_to_go_on_only_where_the_bytes_are_wanted(
    site: str, tus: Tus
) -> None:
    url, port = await tus.begin(10), int(site.rpartition(":")[2])
    for offset, status in ((5, 409), (0, 100)):
        more = {"Upload_Offset": offset, "Expect": "100-continue"}
        line = await Line.open(port)
        await line.begin("PATCH", url, head(tus, chunked=False, size=10, **more))
        assert (await line.answer()).status == status
        if status == 100:
            await line.send(b"1234567890")
            assert (await line.answer()).status == 204
        line.close()


CHUNKED = {"Transfer-Encoding": "chunked"}
AMBIGUOUS: tuple[tuple[dict[str, str], bytes], ...] = (
    (CHUNKED | {"Content-Length": "3"}, b"3\r\nabc\r\n0\r\n\r\n"),
    ({"Content-Length": "-3"}, b"abc"),
    ({"Content-Length": "3, 4"}, b"abcd"),
    ({"Content-Length": "3.0"}, b"abc"),
    ({"Content-Length": "9" * 30}, b"abc"),
    (CHUNKED, b"-3\r\nabc\r\n0\r\n\r\n"),
    (CHUNKED, b"zz\r\nabc\r\n0\r\n\r\n"),
    ({"Transfer-Encoding": "gzip"}, b"abc"),
)


async def test_a_body_whose_length_is_ambiguous_is_refused(site: str, tus: Tus) -> None:
    url = await tus.begin(10)
    common = head(tus, chunked=False, Upload_Offset=0)
    del common["Content-Length"]
    for fields, body in AMBIGUOUS:
        line = await Line.open(int(site.rpartition(":")[2]))
        await line.begin("PATCH", url, common | fields)
        await line.send(body)
        status = (await line.answer()).status
        assert 400 <= status < 500, fields
        line.close()
        async with waiting_for("the upload to be free"):
            while (await tus.send(url, b"", 0)).status_code == 423:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.02)
        assert await tus.offset(url) == 0
