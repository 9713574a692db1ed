"""tus 1.0.0 core, from outside, one rule a test."""

import asyncio
import hashlib
from datetime import datetime
from email.utils import parsedate_to_datetime
from uuid import UUID, uuid4

import httpx
import pytest

from backend.core import database, stores
from tests.support.assertions import is_problem
from tests.support.phone import CutAsgi
from tests.support.uploads import OCTETS, UPLOADS, Tus, about, checksum, in_parts, metadata

DATA = bytes(range(256)) * 4000


async def test_a_photograph_goes_up_whole(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    answer = await tus.send(url, DATA)
    assert answer.status_code == 204
    assert answer.headers["upload-offset"] == str(len(DATA))
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert await tus.offset(url) == len(DATA)


async def test_it_may_come_in_parts(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    for start in range(0, len(DATA), 300_000):
        answer = await tus.send(url, DATA[start : start + 300_000], start)
        assert answer.status_code == 204
        assert int(answer.headers["upload-offset"]) == min(start + 300_000, len(DATA))
        if answer.headers["upload-offset"] != str(len(DATA)):
            assert isinstance(parsedate_to_datetime(answer.headers["upload-expires"]), datetime)


async def test_a_chunked_body_is_taken(tus: Tus) -> None:
    url = await tus.begin(len(DATA))
    answer = await tus.send(url, in_parts(DATA, 70_001))
    assert answer.status_code == 204
    assert await tus.offset(url) == len(DATA)


async def test_a_body_beyond_the_length_is_refused_and_leaves_nothing(tus: Tus) -> None:
    url = await tus.begin(10)
    is_problem(await tus.send(url, b"x" * 11), 413, "upload_too_large")
    is_problem(await tus.send(url, in_parts(b"x" * 11, 4)), 413, "upload_too_large")
    assert await tus.offset(url) == 0
    assert (await tus.send(url, b"x" * 10)).status_code == 204


async def test_an_offset_that_is_not_the_recorded_one_is_409_and_says_which_is(tus: Tus) -> None:
    url = await tus.begin(10)
    await tus.send(url, b"12345")
    for offset in (0, 4, 6, 10):
        answer = await tus.send(url, b"67890", offset)
        is_problem(answer, 409, "upload_offset_mismatch")
        assert answer.headers["upload-offset"] == "5"
        assert answer.headers["tus-resumable"] == "1.0.0"


async def test_head_tells_offset_length_and_metadata_and_is_never_cached(tus: Tus) -> None:
    said = metadata(filename="ảnh 1.jpg", empty="") + ",flag"
    url = await tus.begin(10, Upload_Metadata=said)
    await tus.send(url, b"123")
    answer = await tus.ask("HEAD", url)
    assert answer.status_code == 200
    assert answer.headers["upload-offset"] == "3"
    assert answer.headers["upload-length"] == "10"
    assert answer.headers["upload-metadata"] == said
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content == b""


async def test_head_of_nothing_is_404_without_an_offset(tus: Tus) -> None:
    answer = await tus.ask("HEAD", f"{UPLOADS}/{uuid4()}")
    assert answer.status_code == 404
    assert "upload-offset" not in answer.headers
    assert answer.headers["tus-resumable"] == "1.0.0"


@pytest.mark.parametrize("version", [None, "0.2.2", "1.0.1", "one"])
async def test_another_version_is_412_and_names_ours(tus: Tus, version: str | None) -> None:
    url = await tus.begin(10)
    for method in ("POST", "HEAD", "PATCH", "DELETE"):
        where = UPLOADS if method == "POST" else url
        answer = await tus.ask(method, where, Tus_Resumable=version)
        assert answer.status_code == 412
        assert answer.headers["tus-version"] == "1.0.0"


@pytest.mark.parametrize("kind", [None, "application/octet-stream", "image/jpeg"])
async def test_a_patch_of_another_content_type_is_415(tus: Tus, kind: str | None) -> None:
    url = await tus.begin(3)
    is_problem(await tus.send(url, b"abc", Content_Type=kind), 415, "upload_content_type")
    assert await tus.offset(url) == 0


@pytest.mark.parametrize("offset", [None, "-1", "+0", "0x0", "1.0", "", " 0 0", "٣", "9" * 40])
async def test_an_offset_is_a_plain_natural_number(tus: Tus, offset: str | None) -> None:
    url = await tus.begin(3)
    if offset is not None and not offset.isascii():
        raw = {"Tus-Resumable": "1.0.0", "Content-Type": OCTETS}
        headers = [(k.encode(), v.encode()) for k, v in raw.items()]
        headers.append((b"Upload-Offset", offset.encode()))
        answer = await tus.client.patch(url, content=b"abc", headers=headers)
    else:
        answer = await tus.send(url, b"abc", Upload_Offset=offset)
    is_problem(answer, 400, "upload_malformed")


async def test_a_method_can_be_overridden(tus: Tus) -> None:
    url = await tus.begin(6)
    how = {"Content_Type": OCTETS, "Upload_Offset": 0, "X_HTTP_Method_Override": "PATCH"}
    assert (await tus.ask("POST", url, content=b"abc", **how)).status_code == 204
    answer = await tus.ask("POST", url, X_HTTP_Method_Override="HEAD")
    assert answer.headers["upload-offset"] == "3"
    is_problem(await tus.ask("POST", url), 400, "upload_malformed")
    is_problem(await tus.ask("POST", url, X_HTTP_Method_Override="GET"), 400)
    assert (await tus.ask("POST", url, X_HTTP_Method_Override="DELETE")).status_code == 204


async def test_an_override_counts_whatever_the_method_is(tus: Tus) -> None:
    url = await tus.begin(6)
    answer = await tus.ask("PATCH", url, X_HTTP_Method_Override="head")
    assert (answer.status_code, answer.headers["upload-offset"]) == (200, "0")
    is_problem(await tus.ask("DELETE", url, X_HTTP_Method_Override="PUT"), 400, "upload_malformed")
    is_problem(await tus.ask("POST", X_HTTP_Method_Override="PATCH"), 400, "upload_malformed")
    assert (await tus.ask("HEAD", url)).status_code == 200
    assert (await tus.ask("HEAD", url, X_HTTP_Method_Override="DELETE")).status_code == 204
    assert (await tus.ask("HEAD", url)).status_code == 410


async def test_options_tells_what_there_is_without_token_or_version(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.options(UPLOADS)
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-max-size"] == str(64 * 1024 * 1024)
    assert set(answer.headers["tus-extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "creation-defer-length",
        "checksum",
        "expiration",
        "termination",
        "concatenation",
    }
    assert answer.headers["tus-checksum-algorithm"] == "sha1,sha256"


async def test_every_refusal_names_the_version_wherever_it_was_made(
    tus: Tus, client: httpx.AsyncClient
) -> None:
    url = await tus.begin(3)
    for asker, method, where, status in [
        (tus, "GET", url, 405),
        (tus, "PUT", UPLOADS, 405),
        (tus, "HEAD", f"{UPLOADS}/not-an-upload", 404),
        (tus, "HEAD", f"{UPLOADS}/{uuid4()}", 404),
        (tus, "PATCH", f"{url}/more", 404),
        (tus, "POST", url, 400),
        (tus, "PATCH", url, 415),
        (Tus(client), "PATCH", url, 401),
    ]:
        answer = await asker.ask(method, where)
        assert (answer.status_code, answer.headers["tus-resumable"]) == (status, "1.0.0")


async def test_the_version_is_named_below_our_path_alone(client: httpx.AsyncClient) -> None:
    assert "tus-resumable" not in (await client.get("/health/live")).headers
    assert "tus-resumable" not in (await client.get("/api/mobile/v1/sync")).headers


async def test_refusals_are_never_cached(tus: Tus) -> None:
    url = await tus.begin(3)
    for answer in (await tus.ask("HEAD", f"{UPLOADS}/{uuid4()}"), await tus.send(url, b"a", 2)):
        assert answer.headers["cache-control"] == "no-store"


CREATING = ("Upload-Metadata", "Upload-Defer-Length", "Upload-Concat")
PATCHING = (
    *("Upload-Offset", "Upload-Length", "Upload-Checksum"),
    *("X-HTTP-Method-Override", "Content-Type"),
)


async def test_a_header_that_stands_twice_is_400_even_where_both_agree(tus: Tus) -> None:
    url = await tus.begin(10)
    said = {"Tus-Resumable": "1.0.0", "Content-Type": OCTETS}
    creating = said | {
        "Upload-Concat": "partial",
        "Upload-Metadata": "a",
        "Upload-Defer-Length": "1",
    }
    patching = said | {
        "Upload-Offset": "0",
        "Upload-Length": "10",
        "X-HTTP-Method-Override": "PATCH",
    }
    patching["Upload-Checksum"] = checksum(b"abc")
    for names, method, where, values in (
        (CREATING, "POST", UPLOADS, creating),
        (PATCHING, "POST", url, patching),
    ):
        for name in names:
            headers = [*values.items(), (name, values[name])]
            answer = await tus.client.request(method, where, content=b"abc", headers=headers)
            assert answer.status_code == 400, name
            is_problem(answer, 400, "upload_malformed")
    assert await tus.offset(url) == 0


async def test_a_version_that_stands_twice_is_412(tus: Tus) -> None:
    headers = [("Tus-Resumable", "1.0.0"), ("Tus-Resumable", "0.2.2"), ("Upload-Length", "3")]
    answer = await tus.client.post(UPLOADS, headers=headers)
    is_problem(answer, 412, "tus_version_unsupported")


async def test_an_empty_body_changes_nothing_wherever_the_upload_stands(tus: Tus) -> None:
    url = await tus.begin(6)
    for sent in (b"", b"abc", b"def"):
        offset = await tus.offset(url)
        await tus.send(url, sent, offset)
        answer = await tus.send(url, b"", offset + len(sent))
        assert answer.status_code == 204
        assert answer.headers["upload-offset"] == str(offset + len(sent))
    is_problem(await tus.send(url, b"g", 6), 413, "upload_too_large")


async def test_nothing_works_without_a_token(client: httpx.AsyncClient) -> None:
    for method, where in [
        ("POST", UPLOADS),
        ("HEAD", f"{UPLOADS}/{uuid4()}"),
        ("PATCH", f"{UPLOADS}/{uuid4()}"),
        ("DELETE", f"{UPLOADS}/{uuid4()}"),
        ("GET", f"{UPLOADS}/{uuid4()}/receipt"),
    ]:
        answer = await Tus(client).ask(method, where, Upload_Length=3)
        assert answer.status_code == 401
        assert answer.headers["tus-resumable"] == "1.0.0"


async def test_what_came_before_a_cut_is_kept(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    await cut(tus, url, DATA, 500_000)
    assert await tus.offset(url) == 500_000
    assert (await tus.send(url, DATA[500_000:], 500_000)).status_code == 204
    upload_id = url.rsplit("/", 1)[-1]
    held = stores.current().spool.folder / upload_id
    if held.exists():
        assert hashlib.sha256(held.read_bytes()).digest() == hashlib.sha256(DATA).digest()


async def test_an_upload_of_somebody_else_is_404(tus: Tus, stranger: Tus) -> None:
    url = await tus.begin(3)
    is_problem(await stranger.send(url, b"abc"), 404, "not_found")
    assert (await stranger.ask("HEAD", url)).status_code == 404
    is_problem(await stranger.ask("DELETE", url), 404, "not_found")
    is_problem(await stranger.ask("GET", f"{url}/receipt"), 404, "not_found")
    assert await tus.offset(url) == 0


async def test_bytes_in_another_nodes_spool_are_told_so_and_left_as_they_are(tus: Tus) -> None:
    url = await tus.begin(10)
    await tus.send(url, b"12345")
    upload_id = UUID(url.rsplit("/", 1)[-1])
    moved = "UPDATE uploads SET node = $2 WHERE id = $1"
    await database.execute(moved, upload_id, "node-2")
    problem = is_problem(await tus.send(url, b"67890", 5), 503, "upload_elsewhere")
    assert problem["retryable"] is True
    assert (await tus.ask("HEAD", url)).status_code == 503
    await database.execute(moved, upload_id, "node-1")
    assert await tus.offset(url) == 5
    await database.execute(moved, upload_id, "node-2")
    assert (await tus.ask("DELETE", url)).status_code == 204


async def test_a_second_writer_is_423(tus: Tus) -> None:
    url = await tus.begin(6)
    spool = stores.current().spool
    first = spool.hold(UUID(url.rsplit("/", 1)[-1]))
    problem = is_problem(await tus.send(url, b"abc"), 423, "upload_busy")
    assert problem["retryable"] is True
    first.close()
    assert (await tus.send(url, b"abc")).status_code == 204


async def test_four_writers_at_once_write_it_once(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Metadata=about(DATA))
    answers = await asyncio.gather(*(tus.send(url, in_parts(DATA, 50_000)) for _ in range(4)))
    assert sorted(a.status_code for a in answers).count(204) == 1
    assert {a.status_code for a in answers} <= {204, 409, 413, 423}
    assert await tus.offset(url) == len(DATA)


async def test_lost_bytes_step_the_offset_back_instead_of_hiding_the_loss(tus: Tus) -> None:
    url = await tus.begin(10)
    await tus.send(url, b"12345")
    held = stores.current().spool.folder / url.rsplit("/", 1)[-1]
    held.write_bytes(b"123")
    assert await tus.offset(url) == 3
    held.unlink()
    is_problem(await tus.send(url, b"4567890", 3), 409, "upload_offset_mismatch")
    assert await tus.offset(url) == 0
    assert (await tus.send(url, b"1234567890")).status_code == 204


@pytest.mark.parametrize("acknowledged", [0, 300])
async def test_writers_at_once_after_a_lost_file_are_told_to_try_again_and_cost_nothing(
    tus: Tus, acknowledged: int
) -> None:
    for _ in range(20):
        url = await tus.begin(len(DATA), Upload_Metadata=about(DATA, str(uuid4())))
        await tus.send(url, DATA[:acknowledged])
        (stores.current().spool.folder / url.rsplit("/", 1)[-1]).unlink()
        asked = [tus.send(url, DATA[:9]), tus.ask("HEAD", url), tus.send(url, DATA[:9])] * 3
        answers = await asyncio.gather(*asked)
        assert {answer.status_code for answer in answers} <= {200, 204, 409, 423}
        taken = {a.headers["upload-offset"] for a in answers if a.status_code == 204}
        stands = await tus.offset(url)
        assert taken <= {str(stands)}  # what was acknowledged is not taken back
        assert (await tus.send(url, DATA[stands:], stands)).status_code == 204


async def cut(tus: Tus, url: str, data: bytes, stop_after: int, **headers: str) -> None:
    """Send the beginning of a PATCH and break the line."""
    fields = {
        "Authorization": tus.client.headers["authorization"],
        "Tus-Resumable": "1.0.0",
        "Content-Type": OCTETS,
        "Upload-Offset": "0",
    } | headers
    app = tus.client._transport.app  # type: ignore[attr-defined]
    await CutAsgi(app)(url, fields, data, stop_after)
