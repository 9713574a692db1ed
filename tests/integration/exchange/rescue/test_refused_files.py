"""Files that are not taken, whoever made them: the reason is told, and nothing of them is recorded or kept."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import msgspec
import pyrage
import pytest

from backend.core import clock, database, stores
from backend.exchange.rescue import service as rescue
from tests.integration.exchange.rescue.days import Day, a_day
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.rescue import framed, put, seal


async def nothing_came_of_it(day: Day) -> None:
    """No act, no upload, no refusal kept, no row, no file."""
    for table in ("refused_acts", "uploads", "rescue_files"):
        assert await database.fetchval(f"SELECT count(*) FROM {table}") == 0, table
    acts = "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND device_id IS NOT NULL"
    assert await database.fetchval(acts, day.record) == 0
    assert list((stores.current().settings.spool_dir / "rescue").glob("*")) == []


def _somebody_else(day: Day) -> bytes:
    return seal(day.pack.plain(), str(pyrage.x25519.Identity.generate().to_public()))


def _flipped(day: Day) -> bytes:
    data = bytearray(day.file())
    data[len(data) // 2] ^= 1
    return bytes(data)


def _cut_at_a_piece(day: Day) -> bytes:
    pack = day.pack
    entry, _ = pack.photos[0]
    pack.photos[0] = ({**entry, "size": 200_000}, b"x" * 200_000)
    data = day.file(pack)
    header = data.index(b"\n", data.index(b"\n--- ") + 1) + 1
    return data[: header + 16 + 2 * (64 * 1024 + 16)]


def _long_manifest(day: Day) -> bytes:
    plain = day.pack.plain()
    return seal(plain[:20] + b"9999999999\n" + plain[31:], day.recipient)


def _mixed(day: Day) -> bytes:
    pack = day.pack
    pack.acts = [*pack.acts[:-1], pack.acts[-1] | {"officer_id": str(uuid4())}]
    return day.file(pack)


async def _of_another(day: Day, people: People, phones: Phones) -> bytes:
    """An officer's acts, said to come from a phone that is not his: its name is none of his supervisor's business."""
    pack = day.pack
    pack.device_id = (await phones.of(people.dung)).device_id
    return day.file(pack)


def _unknown_device(day: Day) -> bytes:
    pack = day.pack
    pack.device_id = str(uuid4())
    return day.file(pack)


REFUSED: dict[str, tuple[Callable[[Day], bytes], str]] = {
    "an empty file": (lambda _: b"", "rescue_not_age"),
    "a photograph": (lambda day: day.pictures[0].data, "rescue_not_age"),
    "a header without end": (
        lambda _: b"age-encryption.org/v1\n-> X25519 " + b"a" * 200_000,
        "rescue_damaged",
    ),
    "another server's": (_somebody_else, "rescue_other_recipient"),
    "one for a passphrase": (
        lambda day: pyrage.passphrase.encrypt(day.pack.plain(), "mật khẩu"),
        "rescue_other_recipient",
    ),
    "one that was cut": (lambda day: day.file()[:-1], "rescue_damaged"),
    "one that was cut at a piece's end": (_cut_at_a_piece, "rescue_damaged"),
    "one with a bit turned": (_flipped, "rescue_damaged"),
    "one with something behind it": (lambda day: day.file() + b"x" * 100, "rescue_damaged"),
    "something else inside": (lambda day: seal(b"xin chao", day.recipient), "rescue_malformed"),
    "an endless manifest": (_long_manifest, "rescue_malformed"),
    "no manifest": (lambda day: seal(framed(b"{}"), day.recipient), "rescue_malformed"),
    "too few bytes": (
        lambda day: seal(day.pack.plain()[:-1], day.recipient),
        "rescue_malformed",
    ),
    "acts of two officers": (_mixed, "rescue_mixed"),
    "a device that nobody enrolled": (_unknown_device, "rescue_device_unknown"),
}


async def test_a_file_that_cannot_be_taken_says_why_and_leaves_nothing(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    for name, (make, code) in REFUSED.items():
        answer = await put(desk, make(day))
        assert answer.status_code == 422, (name, answer.status_code)
        assert code in answer.text, (name, answer.text[-1500:])
        await nothing_came_of_it(day)
    answer = await put(desk, await _of_another(day, people, phones))
    assert "rescue_device_unknown" in answer.text
    assert people.dung.full_name not in answer.text


async def test_a_supervisor_of_another_unit_learns_nothing_of_it(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.ho)
    theirs = await put(desk, day.file())
    pack = day.pack
    pack.officer_id = str(uuid4())
    pack.acts = []
    nobodys = await put(desk, day.file(pack))
    assert theirs.status_code == nobodys.status_code == 403
    assert "rescue_foreign" in theirs.text
    for secret in (people.an.full_name, day.number):
        assert secret not in theirs.text.split("<main", 1)[1]
    assert theirs.text.split("<main", 1)[1] == nobodys.text.split("<main", 1)[1]
    await nothing_came_of_it(day)


@pytest.mark.parametrize("who", ["an", "chi", "khanh", "my"])
async def test_nobody_but_a_supervisor_brings_one_in(
    phones: Phones, people: People, readers: Readers, who: str
) -> None:
    day = await a_day(phones, people, people.binh)
    desk = await readers.of(getattr(people, who))
    assert await desk.look("/desk/rescue") == 403
    await desk.look("/desk/account")
    token = desk.form("/desk/language").find("csrf_token")
    assert token is not None
    answer = await desk._client.post(
        "/desk/rescue",
        content=day.file(),
        headers={
            "content-type": "application/octet-stream",
            "cookie": "; ".join(f"{key}={value}" for key, value in desk.cookies.items()),
            "x-csrf-token": token.value,
        },
    )
    assert answer.status_code == 403
    await nothing_came_of_it(day)


async def test_a_file_larger_than_is_taken_stops_at_the_limit(
    phones: Phones, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = await a_day(phones, people)
    here = stores.current()
    monkeypatch.setattr(
        here, "settings", msgspec.structs.replace(here.settings, max_rescue_bytes=5000)
    )
    answer = await put(await readers.of(people.giang), day.file())
    assert answer.status_code == 413
    assert "rescue_too_large" in answer.text
    await nothing_came_of_it(day)


async def test_a_file_is_seen_by_who_brought_it_alone(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    answer = await put(await readers.of(people.giang), day.file())
    address = answer.headers["location"]
    assert await (await readers.of(people.hai)).look(address) == 404


async def test_a_file_that_nobody_brings_in_is_deleted_after_a_day(
    phones: Phones, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    address = (await put(desk, day.file())).headers["location"]
    assert await rescue.forget_old() == 0
    assert await desk.look(address) == 200
    page = desk.form(address)

    tomorrow = clock.now() + timedelta(hours=25)
    with monkeypatch.context() as later:
        later.setattr(clock, "now", lambda: tomorrow)
        assert await rescue.forget_old() == 1
    assert list((stores.current().settings.spool_dir / "rescue").glob("*")) == []
    assert await desk.try_submit(page) == 410
    assert await desk.look(address) == 200
    assert "Đã xóa" in desk.page.text
    acts = "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND device_id IS NOT NULL"
    assert await database.fetchval(acts, day.record) == 0
