"""tus 1.0.0 extensions, from outside, one rule a test."""

import base64
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from uuid import UUID, uuid4

import pytest

from backend.core import database, stores
from tests.integration.mobile_api.test_uploads_core import cut
from tests.support.assertions import is_problem
from tests.support.uploads import OCTETS, UPLOADS, Tus, about, checksum, in_parts, metadata

DATA = bytes(range(256)) * 4000

# creation ---------------------------------------------------------------------------------------


async def test_creation_answers_with_an_address_and_an_expiry(tus: Tus) -> None:
    answer = await tus.ask("POST", Upload_Length=100)
    assert answer.status_code == 201
    assert answer.headers["location"].startswith(f"{UPLOADS}/")
    assert answer.headers["tus-resumable"] == "1.0.0"
    expires = parsedate_to_datetime(answer.headers["upload-expires"])
    assert timedelta(days=6) < expires - datetime.now(UTC) <= timedelta(days=7)
    assert await tus.offset(answer.headers["location"]) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Upload_Length": 5, "Upload_Defer_Length": 1},
        {"Upload_Defer_Length": 0},
        {"Upload_Defer_Length": "yes"},
        {"Upload_Length": -5},
        {"Upload_Length": "5.0"},
        {"Upload_Length": "five"},
        {"Upload_Length": ""},
    ],
)
async def test_creation_wants_a_length_or_its_deferral(tus: Tus, headers: dict[str, str]) -> None:
    is_problem(await tus.ask("POST", **headers), 400, "upload_malformed")


async def test_a_length_beyond_the_limit_is_413(tus: Tus) -> None:
    is_problem(await tus.ask("POST", Upload_Length=64 * 1024 * 1024 + 1), 413, "upload_too_large")


@pytest.mark.parametrize(
    "said",
    [
        "photo_id !!!",
        "a YQ==,a Yg==",
        ",",
        "photo_id " + "bm90IGEgdXVpZA==",
        "sha256 YWJj",
        "x " + "A" * 5000,
    ],
)
async def test_metadata_that_cannot_be_read_is_400(tus: Tus, said: str) -> None:
    is_problem(await tus.ask("POST", Upload_Length=5, Upload_Metadata=said), 400)


async def test_an_empty_upload_is_whole_at_once(tus: Tus) -> None:
    url = await tus.begin(0)
    assert await tus.offset(url) == 0
    row = await database.fetchrow("SELECT state FROM uploads WHERE id = $1", ident(url))
    assert row["state"] in ("received", "stored")


async def test_a_second_creation_for_the_same_photograph_gives_the_same_upload(tus: Tus) -> None:
    said = about(DATA, str(uuid4()))
    url = await tus.begin(len(DATA), Upload_Metadata=said)
    await tus.send(url, DATA[:1000])
    answer = await tus.ask("POST", Upload_Length=len(DATA), Upload_Metadata=said)
    assert answer.status_code == 201
    assert answer.headers["location"] == url
    assert answer.headers["upload-offset"] == "1000"


async def test_another_phone_does_not_find_it(tus: Tus, stranger: Tus) -> None:
    said = about(DATA, str(uuid4()))
    url = await tus.begin(len(DATA), Upload_Metadata=said)
    assert await stranger.begin(len(DATA), Upload_Metadata=said) != url


async def test_too_many_unfinished_uploads_are_429(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.fieldwork.rules.uploads.MAX_OPEN_UPLOADS", 3)
    urls = [await tus.begin(5) for _ in range(3)]
    is_problem(await tus.ask("POST", Upload_Length=5), 429, "too_many_uploads")
    await tus.ask("DELETE", urls[0])
    await tus.send(urls[1], b"12345")
    await tus.begin(5)
    await tus.begin(5)
    assert len(list(stores.current().spool.all_ids())) <= 4


async def test_unfinished_uploads_are_bounded_in_bytes_too(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.fieldwork.rules.uploads.MAX_OPEN_BYTES", 100 * 1024 * 1024)
    url = await tus.begin(None)  # may become 64 MiB
    big = 40 * 1024 * 1024
    is_problem(await tus.ask("POST", Upload_Length=big), 429, "too_many_uploads")
    assert (await tus.send(url, b"12345", Upload_Length=6)).status_code == 204
    await tus.begin(big)
    await tus.begin(big)
    is_problem(await tus.ask("POST", Upload_Length=big), 429, "too_many_uploads")
    is_problem(await tus.ask("POST", Upload_Defer_Length=1), 429, "too_many_uploads")
    await tus.begin(1000)


async def test_metadata_may_hold_values_that_are_no_text(tus: Tus) -> None:
    said = f"thumbnail {base64.b64encode(bytes(range(256))).decode()},flag"
    answer = await tus.ask("HEAD", await tus.begin(3, Upload_Metadata=said))
    assert answer.headers["upload-metadata"] == said


async def test_a_full_disk_is_503_before_anything_is_written(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("media.spool.Spool.free_bytes", lambda _: 1000)
    problem = is_problem(await tus.ask("POST", Upload_Length=5), 503, "no_space")
    assert problem["retryable"] is True


# creation-with-upload ---------------------------------------------------------------------------


async def test_creation_may_carry_the_first_part(tus: Tus) -> None:
    answer = await tus.ask("POST", content=b"12345", Upload_Length=10, Content_Type=OCTETS)
    assert answer.status_code == 201
    assert answer.headers["upload-offset"] == "5"
    assert await tus.offset(answer.headers["location"]) == 5


async def test_creation_may_carry_all(tus: Tus) -> None:
    how = {"Upload_Length": len(DATA), "Content_Type": OCTETS, "Upload_Metadata": about(DATA)}
    answer = await tus.ask("POST", content=in_parts(DATA, 100_000), **how)
    assert answer.status_code == 201
    assert answer.headers["upload-offset"] == str(len(DATA))


async def test_creation_with_too_much_is_413(tus: Tus) -> None:
    answer = await tus.ask("POST", content=b"123456", Upload_Length=5, Content_Type=OCTETS)
    is_problem(answer, 413, "upload_too_large")


async def test_creation_with_a_damaged_part_leaves_nothing_and_is_found_again(tus: Tus) -> None:
    how = {"Upload_Length": len(DATA), "Content_Type": OCTETS, "Upload_Metadata": about(DATA)}
    answer = await tus.ask("POST", content=DATA, Upload_Checksum=checksum(b"other"), **how)
    is_problem(answer, 460, "checksum_mismatch")
    answer = await tus.ask("POST", content=DATA, Upload_Checksum=checksum(DATA), **how)
    assert answer.status_code == 201
    assert answer.headers["upload-offset"] == str(len(DATA))
    assert await database.fetchval("SELECT count(*) FROM uploads") == 1


async def test_a_body_of_another_type_is_no_part_of_the_upload(tus: Tus) -> None:
    answer = await tus.ask("POST", content=b"{}", Upload_Length=2, Content_Type="application/json")
    assert answer.status_code == 201
    assert await tus.offset(answer.headers["location"]) == 0


# creation-defer-length --------------------------------------------------------------------------


async def test_a_length_may_be_told_later(tus: Tus) -> None:
    url = await tus.begin(None)
    answer = await tus.ask("HEAD", url)
    assert answer.headers["upload-defer-length"] == "1"
    assert "upload-length" not in answer.headers
    assert (await tus.send(url, b"12345")).status_code == 204
    is_problem(await tus.send(url, b"67890", 5, Upload_Length=4), 400, "upload_malformed")
    assert (await tus.send(url, b"678", 5, Upload_Length=10)).status_code == 204
    is_problem(await tus.send(url, b"90", 8, Upload_Length=11), 400, "upload_malformed")
    assert (await tus.send(url, b"90", 8, Upload_Length=10)).status_code == 204
    answer = await tus.ask("HEAD", url)
    assert answer.headers["upload-length"] == answer.headers["upload-offset"] == "10"


async def test_a_deferred_length_beyond_the_limit_is_413(tus: Tus) -> None:
    url = await tus.begin(None)
    answer = await tus.send(url, b"1", Upload_Length=64 * 1024 * 1024 + 1)
    is_problem(answer, 413, "upload_too_large")


async def test_a_length_told_later_is_a_plain_natural_number(tus: Tus) -> None:
    url = await tus.begin(None)
    for length in ("-1", "1.0", "", " 5 5", "five", "9" * 17, "0x5"):
        is_problem(await tus.send(url, b"abc", Upload_Length=length), 400, "upload_malformed")
    assert await tus.offset(url) == 0


async def test_a_length_told_later_may_end_the_upload_at_once(tus: Tus) -> None:
    url = await tus.begin(None, Upload_Metadata=about(DATA))
    await tus.send(url, DATA)
    answer = await tus.send(url, b"", len(DATA), Upload_Length=len(DATA))
    assert answer.status_code == 204
    assert "upload-expires" not in answer.headers
    assert (await tus.ask("HEAD", url)).headers["upload-length"] == str(len(DATA))


# checksum ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_a_part_with_its_checksum_is_taken(tus: Tus, algorithm: str) -> None:
    url = await tus.begin(len(DATA))
    first, second = DATA[:600_000], DATA[600_000:]
    for offset, part in ((0, first), (600_000, second)):
        answer = await tus.send(url, part, offset, Upload_Checksum=checksum(part, algorithm))
        assert answer.status_code == 204


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_a_part_with_another_checksum_is_460_and_leaves_nothing(
    tus: Tus, algorithm: str
) -> None:
    url = await tus.begin(len(DATA))
    await tus.send(url, DATA[:1000])
    wrong = checksum(b"something else", algorithm)
    problem = is_problem(
        await tus.send(url, DATA[1000:], 1000, Upload_Checksum=wrong), 460, "checksum_mismatch"
    )
    assert problem["retryable"] is True
    assert await tus.offset(url) == 1000
    held = stores.current().spool.folder / url.rsplit("/", 1)[-1]
    assert held.stat().st_size == 1000


async def test_a_cut_part_with_a_checksum_leaves_nothing(tus: Tus) -> None:
    url = await tus.begin(len(DATA))
    await cut(tus, url, DATA, 500_000, **{"Upload-Checksum": checksum(DATA)})
    assert await tus.offset(url) == 0


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("md5 " + "A" * 22 + "==", "checksum_algorithm_unsupported"),
        ("sha256", "upload_malformed"),
        ("sha256 ???", "upload_malformed"),
        ("sha1 YWJj", "upload_malformed"),
    ],
)
async def test_a_checksum_that_cannot_be_read_is_400(tus: Tus, said: str, code: str) -> None:
    url = await tus.begin(3)
    is_problem(await tus.send(url, b"abc", Upload_Checksum=said), 400, code)
    assert await tus.offset(url) == 0


# expiration and termination ---------------------------------------------------------------------


async def test_an_expired_upload_is_410(tus: Tus) -> None:
    url = await tus.begin(10)
    await tus.send(url, b"123")
    await database.execute(
        "UPDATE uploads SET expires_at = now() - interval '1 s' WHERE id = $1", ident(url)
    )
    is_problem(await tus.send(url, b"456", 3), 410, "upload_gone")
    assert (await tus.ask("HEAD", url)).status_code == 410


async def test_what_is_whole_no_longer_expires(tus: Tus) -> None:
    url = await tus.begin(6)
    assert "upload-expires" in (await tus.send(url, b"123")).headers
    assert "upload-expires" in (await tus.ask("HEAD", url)).headers
    assert "upload-expires" not in (await tus.send(url, b"456", 3)).headers
    assert "upload-expires" not in (await tus.ask("HEAD", url)).headers
    assert "upload-expires" not in (await tus.ask("POST", Upload_Length=0)).headers


async def test_every_part_puts_the_expiry_off(tus: Tus) -> None:
    url = await tus.begin(10)
    await database.execute(
        "UPDATE uploads SET expires_at = now() + interval '1 minute' WHERE id = $1", ident(url)
    )
    answer = await tus.send(url, b"123")
    expires = parsedate_to_datetime(answer.headers["upload-expires"])
    assert expires - datetime.now(UTC) > timedelta(days=6)


async def test_a_terminated_upload_is_gone_with_its_bytes(tus: Tus) -> None:
    url = await tus.begin(10)
    await tus.send(url, b"123")
    answer = await tus.ask("DELETE", url)
    assert answer.status_code == 204
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert (await tus.ask("HEAD", url)).status_code == 410
    is_problem(await tus.send(url, b"456", 3), 410, "upload_gone")
    is_problem(await tus.ask("DELETE", url), 410, "upload_gone")
    assert not (stores.current().spool.folder / url.rsplit("/", 1)[-1]).exists()


async def test_whole_bytes_cannot_be_taken_back(tus: Tus) -> None:
    url = await tus.whole(DATA)
    is_problem(await tus.ask("DELETE", url), 409, "upload_finished")


async def test_metadata_is_optional(tus: Tus) -> None:
    url = await tus.begin(3, Upload_Metadata=metadata(anything="at all"))
    assert (await tus.send(url, b"abc")).status_code == 204


def ident(url: str) -> UUID:
    """The upload's id."""
    return UUID(url.rsplit("/", 1)[-1])
