"""Somebody who can write rescue files tries what else comes of an information in them than what its phone said."""

import asyncio
import base64
from typing import Any
from uuid import UUID

import pyrage
import pytest

from backend.core import database, keys
from backend.core.informants_key import InformantsKey
from backend.exchange.rescue import service as rescue
from deploy.demo.seals import Json
from schemas.core.ids import new_id
from schemas.intake.from_phones import PIECE_BYTES
from tests.integration.exchange.rescue.days import a_day
from tests.integration.exchange.rescue.test_informations import (
    ACCEPTED,
    REFUSED,
    Waiting,
    acts_of,
    photographs,
    waiting,
)
from tests.support import informations as made
from tests.support import pictures
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.readers import Readers
from tests.support.rescue import Pack, bring, put, seal

pytestmark = pytest.mark.long

FAILED = "Chưa nhập được"


async def count() -> int:
    found: int = await database.fetchval("SELECT count(*) FROM informations")
    return found


def told_nothing(html: str) -> None:
    """The page names nobody who informed, whatever was wrong."""
    assert [word for word in made.PLANTED if word in html] == []


async def test_a_bit_flipped_anywhere_in_the_file_is_found_before_anything_is_recorded(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48)) + b"\0" * 150_000])
    whole = one.file()
    desk = await readers.of(people.giang)
    head = whole.index(b"\n", whole.index(b"\n--- ") + 1) + 1
    places = [0, 30, head - 20, head, head + 20, len(whole) // 3, len(whole) // 2, len(whole) - 1]
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        assert (await put(desk, bytes(flipped))).status_code == 422, place
    for length in (0, 10, head, head + 16, head + 17, len(whole) - 70_000, len(whole) - 1):
        assert (await put(desk, whole[:length])).status_code == 422, length
    assert (await put(desk, whole + b"\0")).status_code == 422
    assert await database.fetchval("SELECT count(*) FROM rescue_files") == 0
    assert await count() == 0


async def test_the_word_of_another_phone_does_not_count_even_of_the_same_officer(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    second, stranger = await phones.of(people.an), await phones.of(people.binh)
    act = (await a_day(phones, people)).acts[0]
    borrowed = one.pack()
    borrowed.informations[0] |= {"signature": act["signature"]}
    claims = [one.pack(second.key), one.pack(stranger.key), borrowed]
    moved = one.pack()  # as if the other phone had written the file
    moved.device_id = second.device_id
    claims.append(moved)
    desk = await readers.of(people.giang)
    for pack in claims:
        await desk.open(await bring(desk, one.file(pack)))
        assert REFUSED in desk.page.text
        told_nothing(desk.html)
    assert await count() == 0


@pytest.mark.parametrize("draft", [None, "answered"])
@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"received_at": "2026-11-24T09:00:00"}, id="a time without a zone"),
        pytest.param({"received_at": "9999-12-31T23:59:59Z"}, id="the end of time"),
        pytest.param({"matter": {"summary": 1.5}}, id="a number with a point"),
        pytest.param({"sealed": [{"kind": "account"}]}, id="a text without its text"),
        pytest.param({"named_officers": [str(new_id())]}, id="an officer who is nobody"),
        pytest.param({"collaborator": "Quách Thị Mai Hoa"}, id="a collaborator's name"),
        pytest.param({"wants_answer": "x" * 600_000}, id="more than a phone may send"),
    ],
)
async def test_what_the_device_itself_says_wrongly_is_refused_once_and_for_all(
    phones: Phones, people: People, readers: Readers, change: Json, draft: str | None
) -> None:
    """A file that is said to be unfinished for ever would have its supervisor press the button for a day."""
    bad, good = await waiting(phones, people.an), new_id()
    pack = bad.pack()
    pack.informations = []
    pack.tell(bad.id, bad.body | change, {}, bad.phone.key, draft)
    pack.tell(good, bad.body, {}, bad.phone.key)
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, bad.file(pack), phone_gone=True))
    assert "Đã nhập xong" in desk.page.text
    if draft and "9999" in str(change):
        return  # who gave its time is not there any more to set it right: test_drafts.py
    assert REFUSED in desk.page.text
    assert ACCEPTED in desk.page.text, "the other one comes in"
    told_nothing(desk.html)
    assert [len(await acts_of(each)) for each in (bad.id, good)] == [0, 1]


async def test_a_photograph_that_was_changed_is_told_and_spoils_nothing_that_the_phone_sends(
    phones: Phones, people: People, readers: Readers
) -> None:
    picture = pictures.jpeg(size=(64, 48)) + b"\0" * PIECE_BYTES
    one = await waiting(phones, people.an, [picture])
    changed = one.pack()
    entry, data = changed.attachments[0]
    changed.attachments[0] = (entry, data[:-1] + bytes([data[-1] ^ 1]))
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file(changed)))
    assert "0/1 ảnh niêm phong đã nhận" in desk.page.text
    assert "khác với ảnh đã báo" in desk.page.text
    assert len(await acts_of(one.id)) == 1
    await desk.open(await bring(desk, one.file()))
    assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
    assert await photographs(people.chi, one.id) == [picture]


async def test_two_supervisors_at_once_bring_it_in_once(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48)) + b"\0" * PIECE_BYTES])
    whom = (people.giang, people.hai)
    desks = [await readers.of(each) for each in whom]
    addresses = [(await put(desk, one.file())).headers["location"] for desk in desks]
    await asyncio.gather(
        *(
            rescue.bring(UUID(address.rsplit("/", 1)[1]), each.actor("desk"), None)
            for address, each in zip(addresses, whom, strict=True)
        )
    )
    assert [kind for kind, _, _ in await acts_of(one.id)] == [
        "intake.registered",
        "intake.supplemented",
    ]
    results = []
    for desk, address in zip(desks, addresses, strict=True):
        await desk.open(address)
        assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
        results.append(ACCEPTED in desk.page.text.split("Thông tin thứ", 1)[1])
    assert sorted(results) == [False, True], "one brought it in, for the other it was there"


async def test_an_id_of_something_else_is_not_taken_over(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, day.file()))
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48))])
    before = await acts_of(day.record)
    pack = Pack(one.phone.officer["id"], one.phone.device_id, [], [])
    pack.tell(day.record, one.body, one.files, one.phone.key)
    await desk.open(await bring(desk, one.file(pack)))
    assert REFUSED in desk.page.text
    assert await acts_of(day.record) == before
    assert await count() == 0

    # Nor is the photograph of another information.
    await bring(desk, one.file())
    mine = await waiting(phones, people.binh)
    mine.files, mine.body = one.files, mine.body | {"attachments": one.body["attachments"]}
    await desk.open(await bring(desk, mine.file()))
    assert REFUSED in desk.page.text
    assert await acts_of(mine.id) == []
    assert len(await photographs(people.chi, one.id)) == 1


async def test_what_is_sealed_to_an_old_key_comes_in_and_to_a_key_that_is_gone_waits_for_it(
    phones: Phones, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48))])
    old = keys.current().informants
    new: Any = pyrage.x25519.Identity.generate()
    desk = await readers.of(people.giang)
    monkeypatch.setattr(keys.current(), "informants", InformantsKey(new, []))
    address = await bring(desk, one.file())
    await desk.open(address)
    assert "Nhập chưa xong" in desk.page.text
    assert FAILED in desk.page.text
    assert "thiếu khóa cũ" in desk.page.text
    assert await count() == 0
    monkeypatch.setattr(keys.current(), "informants", InformantsKey(new, [old._current]))
    await desk.submit(desk.form(address))
    await desk.open(address)
    assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
    assert await made.account(people.chi, one.id) == [made.ACCOUNT]


async def test_a_flood_is_refused_whole_and_no_bomb_opens(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    desk = await readers.of(people.giang)
    many = one.pack()
    many.informations = [many.informations[0] | {"id": str(new_id())} for _ in range(2_001)]
    assert (await put(desk, one.file(many))).status_code == 422
    for asked in ("[" * 2_000_000 + "]" * 2_000_000, '{"a":' * 500 + "1" + "}" * 500):
        plain = one.pack().plain()
        start, body = plain[:31], plain[31:]
        whole = body.replace(b'"asked":{', b'"asked":%b,"_":{' % asked.encode(), 1)
        file = seal(start[:20] + f"{len(whole):010}\n".encode() + whole, one.recipient)
        answer = await put(desk, file)
        if answer.status_code != 422:  # it is one item, which is refused by itself
            address = answer.headers["location"]
            await desk.open(address)
            await desk.submit(desk.form(address))
            await desk.open(address)
            assert "không đúng định dạng" in desk.page.text
    assert await count() == 0


async def test_a_text_of_which_age_makes_something_else_is_damaged_and_not_served(
    phones: Phones, people: People, readers: Readers
) -> None:
    """Sealed under a passphrase, to many keys at once, or holding what is no such text."""
    one = await waiting(phones, people.an)
    key = recipient_text(one)
    lock = pyrage.x25519.Recipient.from_str(key["public_key"])
    others = [pyrage.x25519.Identity.generate().to_public() for _ in range(300)]
    plain = '{"text": "Quách Thị Mai Hoa"}'.encode()
    bad = [
        pyrage.passphrase.encrypt(plain, "123456"),
        pyrage.encrypt(b"\xff\xfe", [lock]),
        pyrage.encrypt(b'{"text": ""}', [lock]),
        pyrage.encrypt(b'{"text": "' + b"a" * 30_000 + b'"}', [lock]),
    ]
    pack = one.pack()
    pack.informations = []
    for file in bad:
        text = {"kind": "account", "key_id": key["key_id"], "sealed": _base64(file)}
        pack.tell(new_id(), one.body | {"sealed": [text]}, {}, one.phone.key)
    many = {"sealed": _base64(pyrage.encrypt(plain, [lock, *others])), "key_id": key["key_id"]}
    pack.tell(new_id(), one.body | {"sealed": [{"kind": "account"} | many]}, {}, one.phone.key)
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file(pack)))
    assert "Đã nhập xong" in desk.page.text
    assert desk.page.text.count("Phần niêm phong không mở được") == len(bad)
    told_nothing(desk.html)
    assert await count() == 1, "to whomever else it is sealed, this server opens it"


async def test_a_file_of_the_first_format_and_one_of_tomorrow(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people)
    desk = await readers.of(people.giang)
    assert day.pack.manifest()["format"] == 1
    await desk.open(await bring(desk, day.file()))
    assert "Đã nhập xong" in desk.page.text
    one = await waiting(phones, people.an)
    tomorrow = one.pack().manifest() | {"format": 3, "more": []}
    assert (await put(desk, seal(one.pack().plain(tomorrow), one.recipient))).status_code == 422
    said_first = one.pack().manifest() | {"format": 1}
    file = seal(one.pack().plain(said_first), one.recipient)
    assert (await put(desk, file)).status_code == 422, "nothing is passed over in silence"


def recipient_text(one: Waiting) -> Json:
    [key] = [each for each in one.phone.session["server_keys"] if each["use"] == "informants"]
    return dict(key)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
