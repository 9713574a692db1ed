"""tus 1.0.0, concatenation, from outside, one rule a test."""

import hashlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from backend.core import stores
from tests.integration.mobile_api.test_uploads_core import cut
from tests.support.assertions import is_problem
from tests.support.people import People
from tests.support.phone import BASE_URL, Phones
from tests.support.uploads import (
    OCTETS,
    UPLOADS,
    Tus,
    about,
    all_stored,
    checksum,
    in_parts,
    metadata,
)

DATA = bytes(range(256)) * 4000
PIECES = (DATA[:300_000], DATA[300_000:700_001], DATA[700_001:])


async def partials(tus: Tus, pieces: tuple[bytes, ...] = PIECES) -> list[str]:
    """Partial uploads, each whole."""
    urls = []
    for piece in pieces:
        url = await tus.begin(len(piece), Upload_Concat="partial")
        assert (await tus.send(url, piece)).status_code == 204
        urls.append(url)
    return urls


async def final(tus: Tus, urls: list[str], **headers: Any) -> httpx.Response:
    return await tus.ask("POST", Upload_Concat="final;" + " ".join(urls), **headers)


def ident(url: str) -> UUID:
    return UUID(url.rsplit("/", 1)[-1])


def spooled() -> set[UUID]:
    return {upload_id for upload_id, _ in stores.current().spool.all_ids()}


async def stored_bytes(tus: Tus, url: str) -> Any:
    await all_stored()
    return (await tus.ask("GET", f"{url}/receipt")).json()


async def test_partial_uploads_become_one_whose_bytes_are_theirs_in_order(tus: Tus) -> None:
    urls = await partials(tus)
    answer = await final(tus, urls, Upload_Metadata=about(DATA))
    assert answer.status_code == 201, answer.text
    receipt = await stored_bytes(tus, answer.headers["location"])
    assert receipt["sha256"] == hashlib.sha256(DATA).hexdigest()
    assert receipt["size"] == len(DATA)


async def test_the_order_is_that_of_the_final_not_of_the_partials(tus: Tus) -> None:
    one, two, three = await partials(tus)
    whole = PIECES[2] + PIECES[0] + PIECES[1]
    answer = await final(tus, [three, one, two], Upload_Metadata=about(whole))
    receipt = await stored_bytes(tus, answer.headers["location"])
    assert receipt["sha256"] == hashlib.sha256(whole).hexdigest()


async def test_addresses_may_be_relative_or_absolute_with_any_blanks_between(tus: Tus) -> None:
    urls = await partials(tus, (b"ab", b"c"))
    made = set()
    for host in ("", BASE_URL, "https://testserver.local", "HTTP://TestServer.local:80"):
        for blanks in (" ", "    "):
            named = blanks.join(host + url for url in urls)
            answer = await tus.ask("POST", Upload_Concat=f"final;{named}")
            assert answer.status_code == 201, answer.text
            made.add(answer.headers["location"])
    assert len(made) == 1
    assert await tus.offset(made.pop()) == 3


async def test_a_final_upload_tells_offset_length_metadata_and_its_own_header(tus: Tus) -> None:
    urls, said = await partials(tus), about(DATA)
    url = (await final(tus, urls, Upload_Metadata=said)).headers["location"]
    answer = await tus.ask("HEAD", url)
    assert answer.status_code == 200
    assert answer.headers["upload-offset"] == answer.headers["upload-length"] == str(len(DATA))
    assert answer.headers["upload-concat"] == "final;" + " ".join(urls)
    assert answer.headers["upload-metadata"] == said
    assert "upload-expires" not in answer.headers


async def test_a_partial_upload_tells_that_it_is_one_before_and_after(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Concat="partial")
    for stop in (0, 1000, len(DATA)):
        if stop:
            start = await tus.offset(url)
            assert (await tus.send(url, DATA[start:stop], start)).status_code == 204
        answer = await tus.ask("HEAD", url)
        assert answer.headers["upload-concat"] == "partial"
        assert answer.headers["upload-offset"] == str(stop)
        assert answer.headers["upload-length"] == str(len(DATA))
        assert parsedate_to_datetime(answer.headers["upload-expires"]) > datetime.now(UTC)
    await final(tus, [url], Upload_Metadata=about(DATA))
    answer = await tus.ask("HEAD", url)
    assert answer.headers["upload-concat"] == "partial"
    assert answer.headers["upload-offset"] == str(len(DATA))


async def test_the_metadata_of_partials_do_not_pass_to_the_final(tus: Tus) -> None:
    url = await tus.begin(3, Upload_Concat="partial", Upload_Metadata=metadata(filename="một"))
    await tus.send(url, b"abc")
    answer = await tus.ask("HEAD", (await final(tus, [url])).headers["location"])
    assert "upload-metadata" not in answer.headers


async def test_a_partial_may_carry_its_bytes_at_creation_under_a_checksum(tus: Tus) -> None:
    how = {"Upload_Concat": "partial", "Content_Type": OCTETS, "Upload_Length": len(DATA)}
    wrong = await tus.ask("POST", content=DATA, Upload_Checksum=checksum(b"other"), **how)
    is_problem(wrong, 460, "checksum_mismatch")
    answer = await tus.ask("POST", content=DATA, Upload_Checksum=checksum(DATA), **how)
    assert answer.status_code == 201
    assert answer.headers["upload-offset"] == str(len(DATA))
    joined = await final(tus, [answer.headers["location"]], Upload_Metadata=about(DATA))
    assert joined.status_code == 201


async def test_the_length_of_a_partial_may_be_told_later(tus: Tus) -> None:
    url = await tus.begin(None, Upload_Concat="partial")
    assert (await tus.send(url, in_parts(PIECES[0], 70_000))).status_code == 204
    is_problem(await final(tus, [url]), 409, "partials_unfinished")
    size = len(PIECES[0])
    assert (await tus.send(url, b"", size, Upload_Length=size)).status_code == 204
    assert (await final(tus, [url])).status_code == 201


async def test_empty_partials_are_joined_as_others_are(tus: Tus) -> None:
    empty = await tus.begin(0, Upload_Concat="partial")
    [full] = await partials(tus, (b"abc",))
    url = (await final(tus, [empty, full], Upload_Metadata=about(b"abc"))).headers["location"]
    assert await tus.offset(url) == 3


async def test_partials_that_are_not_whole_are_joined_only_when_they_are(tus: Tus) -> None:
    whole = (await partials(tus, PIECES[:1]))[0]
    rest = DATA[len(PIECES[0]) :]
    half = await tus.begin(len(rest), Upload_Concat="partial")
    await cut(tus, half, rest, 1000)
    problem = is_problem(await final(tus, [whole, half]), 409, "partials_unfinished")
    assert problem["retryable"] is True
    assert await tus.offset(half) == 1000
    assert (await tus.send(half, rest[1000:], 1000)).status_code == 204
    answer = await final(tus, [whole, half], Upload_Metadata=about(DATA))
    assert answer.status_code == 201


async def test_nothing_is_written_to_a_final_upload(tus: Tus) -> None:
    url = (await final(tus, await partials(tus), Upload_Metadata=about(DATA))).headers["location"]
    for offset in (0, len(DATA)):
        is_problem(await tus.send(url, b"more", offset), 403, "upload_is_final")
    assert (await stored_bytes(tus, url))["size"] == len(DATA)
    is_problem(await tus.send(url, b"more", len(DATA)), 403, "upload_is_final")
    is_problem(await tus.ask("DELETE", url), 409, "upload_finished")


async def test_a_final_upload_is_created_without_length_and_without_a_body(tus: Tus) -> None:
    urls = await partials(tus)
    is_problem(await final(tus, urls, Upload_Length=len(DATA)), 400, "upload_malformed")
    is_problem(await final(tus, urls, Upload_Defer_Length=1), 400, "upload_malformed")
    is_problem(await final(tus, urls, content=b"x", Content_Type=OCTETS), 403, "upload_is_final")
    assert (await final(tus, urls)).status_code == 201


NOT_OURS = (
    "",
    "whole",
    "Partial",
    "partial;",
    "final",
    "final;",
    "final;   ",
    "final;{url},{url}",
    "final;{url}?a=b",
    "final;{url}#a",
    "final;{url}/",
    "final;{url}/receipt",
    "final;//testserver.local@evil.example{url}",
    "final;http://evil.example{url}",
    "final;http://testserver.local:81{url}",
    "final;ftp://testserver.local{url}",
    "final;http://[{url}",
    "final;/elsewhere/{id}",
    "final;file://{url}",
    "final;{url} not-an-address",
    "final;" + "{url} " * 65,
    "final;" + "{url} " * 400,
)


async def test_addresses_that_are_not_of_our_uploads_are_400(tus: Tus) -> None:
    [url] = await partials(tus, (b"abc",))
    for said in NOT_OURS:
        header = said.format(url=url, id=ident(url))
        how = {} if header.startswith("final") else {"Upload_Length": 3}
        answer = await tus.ask("POST", Upload_Concat=header, **how)
        assert answer.status_code == 400, said
        is_problem(answer, 400, "upload_malformed")
    assert await tus.offset(url) == 3


async def test_what_is_no_partial_upload_is_not_joined(tus: Tus) -> None:
    plain = await tus.begin(3)
    is_problem(await final(tus, [plain]), 400, "upload_malformed")
    made = (await final(tus, await partials(tus))).headers["location"]
    is_problem(await final(tus, [made]), 400, "upload_malformed")


async def test_an_unknown_partial_is_404(tus: Tus) -> None:
    [url] = await partials(tus, (b"abc",))
    is_problem(await final(tus, [url, f"{UPLOADS}/{uuid4()}"]), 404, "not_found")
    assert (await final(tus, [url])).status_code == 201


async def test_partials_of_another_officer_or_another_phone_are_404(
    tus: Tus, stranger: Tus, phones: Phones, people: People
) -> None:
    urls = await partials(tus)
    second_phone = Tus((await phones.of(people.an, sync=False)).client)
    for other in (stranger, second_phone):
        is_problem(await final(other, urls), 404, "not_found")
    assert (await final(tus, urls)).status_code == 201


async def test_the_joined_bytes_must_be_what_was_announced(tus: Tus) -> None:
    urls = await partials(tus)
    wrong = about(DATA + b"!")
    is_problem(await final(tus, urls, Upload_Metadata=wrong), 422, "hash_mismatch")
    for url in urls:
        assert (await tus.ask("HEAD", url)).status_code == 410
    is_problem(await final(tus, urls, Upload_Metadata=about(DATA)), 410, "upload_gone")
    assert spooled() == set()


async def test_the_sum_of_the_lengths_has_the_same_limit_as_any_upload(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    [url] = await partials(tus, (b"x" * (2 * 1024 * 1024),))
    is_problem(await final(tus, [url] * 33), 413, "upload_too_large")
    assert (await final(tus, [url] * 32)).status_code == 201


async def test_joining_asks_for_room_on_the_disk_first(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = await partials(tus)
    with monkeypatch.context() as full:
        full.setattr("media.spool.Spool.free_bytes", lambda _: 1000)
        is_problem(await final(tus, urls), 503, "no_space")
    assert (await final(tus, urls)).status_code == 201
