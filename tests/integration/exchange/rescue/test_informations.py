"""Information that waited on a phone comes in by its rescue file, through the door by which the phone would send it."""

import base64
from dataclasses import dataclass
from uuid import UUID

import pytest

from backend.core import database
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.intake.opening import service as opening
from deploy.demo.phone import API, Phone
from deploy.demo.seals import DeviceKey, Json
from schemas.core.ids import new_id
from schemas.intake.from_phones import PIECE_BYTES
from tests.integration.exchange.rescue.days import a_day
from tests.support import informations as made
from tests.support import pictures
from tests.support.people import People, Person
from tests.support.phone import Phones
from tests.support.phone_informations import asked
from tests.support.readers import Readers
from tests.support.rescue import Pack, bring, put, recipient_of, seal

ACCEPTED, REPEATED, REFUSED = "Đã nhận", "Đã có từ trước", "Không nhận"


@dataclass
class Waiting:
    """One information on a phone that was never heard of since, and what the phone would send."""

    phone: Phone
    id: UUID
    body: Json
    files: dict[str, bytes]

    def pack(self, key: DeviceKey | None = None) -> Pack:
        """Its rescue file. Another `key` is that of somebody who forged it."""
        pack = Pack(self.phone.officer["id"], self.phone.device_id, [], [])
        pack.tell(self.id, self.body, self.files, key or self.phone.key)
        return pack

    def file(self, pack: Pack | None = None) -> bytes:
        return seal((pack or self.pack()).plain(), self.recipient)

    @property
    def recipient(self) -> str:
        """To whom this phone encrypts its file."""
        return recipient_of(self.phone.session["server_keys"])


async def waiting(
    phones: Phones, who: Person, photos: list[bytes] | None = None, **said: object
) -> Waiting:
    phone = await phones.of(who)
    body, files = asked(phone, photos, **said)
    return Waiting(phone, new_id(), body, files)


async def photographs(person: Person, ident: UUID) -> list[bytes]:
    """The photographs beside it, as this person opens them."""
    found = "SELECT id FROM information_secrets WHERE information_id = $1 AND kind = 'attachment' ORDER BY id"
    async with transaction():
        opened = [
            await opening.attachment(ident, one["id"], person.actor("desk"), None)
            for one in await database.fetch(found, ident)
        ]
    return [one.data for one in opened]


async def acts_of(ident: UUID) -> list[tuple[str, UUID, UUID | None]]:
    rows = await database.fetch(
        "SELECT act_type, officer_id, device_id FROM ledger_entries WHERE record_id = $1 ORDER BY number",
        ident,
    )
    return [tuple(row) for row in rows]


async def test_it_comes_in_with_its_photographs_and_what_the_phone_sends_later_is_a_repeat(
    phones: Phones, people: People, readers: Readers
) -> None:
    day = await a_day(phones, people, photos=1)
    picture = pictures.jpeg(size=(900, 700)) + b"\0" * PIECE_BYTES  # more than one piece
    one = await waiting(phones, people.an, [picture])
    pack = day.pack  # beside the work of a day, of the same officer
    pack.device_id = one.phone.device_id
    pack.tell(one.id, one.body, one.files, one.phone.key)
    desk = await readers.of(people.giang)
    address = await bring(desk, one.file(pack))

    assert await acts_of(one.id) == [
        ("intake.registered", people.an.id, None),
        ("intake.supplemented", people.an.id, None),
    ]
    assert (await made.seen(people.chi, one.id)).written_report_due, "head of the unit (Art 9.1)"
    told = await made.informant(people.chi, one.id)
    assert told is not None
    assert told.name == made.WHO.name
    assert await made.account(people.chi, one.id) == [made.ACCOUNT]
    assert await photographs(people.chi, one.id) == [picture]
    await desk.open(address)
    assert "1 thông tin, trong đó 0 thông tin máy chủ đã có" in desk.page.text
    assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
    assert str(one.id) not in desk.html

    answer = await one.phone.client.put(f"{API}/informations/{one.id}", json=one.body)
    assert answer.status_code == 200, answer.text
    assert [each["taken"] for each in answer.json()["attachments"]] == [True]
    assert len(await acts_of(one.id)) == 2


@pytest.mark.long
async def test_brought_in_twice_it_is_there_once(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48))])
    await bring(await readers.of(people.giang), one.file())
    before = await acts_of(one.id)
    other = await readers.of(people.hai)
    await other.open(await bring(other, one.file()))
    assert REPEATED in other.page.text
    assert await acts_of(one.id) == before
    assert len(await photographs(people.chi, one.id)) == 1


@pytest.mark.long
async def test_nothing_that_was_sealed_lies_open_anywhere(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [b"\xff\xd8\xff" + made.ACCOUNT.encode()])
    plain = one.pack().plain().decode(errors="replace")
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file()))
    tables = await database.fetch(
        "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
    )
    for word in made.PLANTED:
        assert word not in plain, "who opens the file's own layer reads no more than the phone does"
        assert word not in desk.html
        for table in tables:
            found = await database.fetchval(
                f'SELECT count(*) FROM "{table["relname"]}" t WHERE t::text ILIKE $1 OR t::text ILIKE $2',
                f"%{word}%",
                f"%{word.encode().hex()}%",  # as bytea
            )
            assert found == 0, (table["relname"], word)


async def test_without_the_device_s_word_nobody_registers_under_an_officer_s_name(
    phones: Phones, people: People, readers: Readers
) -> None:
    """Anybody can encrypt a file to the server."""
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48))])
    changed = one.pack()
    changed.informations[0] |= {"asked": one.body | {"wants_answer": False}}
    moved = one.pack()
    moved.informations[0] |= {"id": str(new_id())}
    moved.attachments = []
    none = one.pack()
    none.informations[0] |= {"signature": None}
    desk = await readers.of(people.giang)
    for pack in (one.pack(DeviceKey()), changed, moved, none):
        answer = await put(desk, one.file(pack))
        await desk.open(answer.headers["location"])
        assert "1 thông tin không có chữ ký hợp lệ" in desk.page.text
        await desk.submit(desk.form(answer.headers["location"]))
        await desk.open(answer.headers["location"])
        assert REFUSED in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM informations") == 0


@pytest.mark.long
async def test_one_of_somebody_else_or_brought_by_a_stranger_is_refused(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    answer = await put(await readers.of(people.ho), one.file())
    assert answer.status_code == 403, "a supervisor of another department"
    await bring(desk := await readers.of(people.giang), one.file())
    other = await waiting(phones, people.binh)
    other.id, other.body = one.id, one.body
    await desk.open(await bring(desk, other.file()))
    assert REFUSED in desk.page.text
    assert [officer for _, officer, _ in await acts_of(one.id)] == [people.an.id]


async def test_a_file_that_was_cut_off_brings_nothing(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48)) + b"\0" * 200_000])
    desk = await readers.of(people.giang)
    whole = one.file()
    short = one.pack()
    short.attachments[0] = (short.attachments[0][0], short.attachments[0][1][:-1])
    for data in (whole[:-1], whole[: len(whole) // 2], one.file(short)):
        assert (await put(desk, data)).status_code == 422
    assert await database.fetchval("SELECT count(*) FROM rescue_files") == 0
    assert await acts_of(one.id) == []


@pytest.mark.long
async def test_what_is_damaged_within_is_told_and_the_rest_comes_in(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48)), b"#!/bin/sh"])
    pack = one.pack()
    broken = await waiting(phones, people.an)
    text = broken.body["sealed"][1] | {
        "sealed": base64.b64encode(b"age-encryption.org/v1\n").decode()
    }
    pack.device_id, pack.informations, pack.attachments = broken.phone.device_id, [], []
    pack.tell(one.id, one.body, one.files, broken.phone.key)
    pack.tell(broken.id, broken.body | {"sealed": [text]}, {}, broken.phone.key)
    pack.tell(unread := new_id(), {"nature": "tip"}, {}, broken.phone.key)
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file(pack)))
    assert "1/2 ảnh niêm phong đã nhận" in desk.page.text
    for why in ("hoặc không phải ảnh", "Phần niêm phong không mở được", "không đúng định dạng"):
        assert why in desk.page.text
    assert [len(await acts_of(each)) for each in (one.id, broken.id, unread)] == [2, 0, 0]


async def test_of_one_about_an_officer_the_page_says_nothing_to_who_brings_it_in(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(
        phones, people.an, [pictures.jpeg(size=(64, 48))], named_officers=[str(people.giang.id)]
    )
    desk = await readers.of(people.giang)  # whom it is about
    answer = await put(desk, one.file())
    address = answer.headers["location"]
    await desk.open(address)
    await desk.submit(desk.form(address))
    await desk.open(address)
    assert "Đã nhập xong" in desk.page.text
    assert (
        "thông tin" not in desk.page.text.split("Nhập lúc", 1)[0].lower().rsplit("thiết bị", 1)[1]
    )
    assert "Thông tin thứ" not in desk.page.text
    kept = await database.fetchval("SELECT summary::text || result::text FROM rescue_files")
    assert str(one.id) not in kept
    assert '"informations": []' in kept
    assert [kind for kind, _, _ in await acts_of(one.id)] == [
        "intake.registered",
        "intake.supplemented",
    ]
    with pytest.raises(NotFound):
        await made.seen(people.giang, one.id)


@pytest.mark.long
async def test_of_a_revoked_phone_or_a_closed_account_it_is_not_lost(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    await database.execute(
        "UPDATE devices SET revoked_at = now() WHERE id = $1", UUID(one.phone.device_id)
    )
    await database.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.an.id)
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file()))
    assert "Thiết bị này đã bị thu hồi" in desk.page.text
    assert ACCEPTED in desk.page.text
    assert await made.account(people.chi, one.id) == [made.ACCOUNT]
