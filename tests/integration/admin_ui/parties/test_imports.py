"""A department's list becomes entries of the register: previewed, confirmed, brought in portions that are in or not."""

import asyncio
import hashlib
import re
from typing import Any
from uuid import UUID

import pytest
from litestar import Litestar

from backend import registry
from backend.core import database, stores
from backend.core.database import transaction
from backend.core.errors import Unavailable
from backend.core.list_imports import portions as portions_of
from backend.core.settings import Settings
from backend.force.rules import accounts
from backend.ledger import service as ledger
from backend.parties import recording
from backend.parties.importing import bringing, places, reading
from backend.parties.queries import import_portions as portion_queries
from backend.parties.queries import imports as queries
from backend.parties.rules import import_portions as rules
from media import sheets
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, PartyDetails
from schemas.parties.words import IdentifierKind, PartySource
from tests.support import exports, workbooks
from tests.support.party_lists import HEADINGS, count, csv, read, row, uploaded
from tests.support.people import People, Person
from tests.support.readers import Readers

GOOD_TAX = ("0100109106", "0100112437", "0300588569")
"""Of enterprises that publish them; the check digit is the General Department of Taxation's."""
registry.open_all()


@pytest.fixture(autouse=True)
def _communes(app: Litestar) -> None:
    del app  # whose pages name the real table
    provinces = {"01": "Hà Nội", "79": "Thành phố Hồ Chí Minh"}
    communes = [
        ("01", "00070", "Phường Hoàn Kiếm"),
        ("01", "00256", "Phường Hai Bà Trưng"),
        ("79", "26740", "Phường Sài Gòn"),
    ]
    places.know(lambda: (provinces, communes))


async def in_register(person: Person, name: str, tax: str) -> UUID:
    async with transaction():
        details = PartyDetails(
            kind=SubjectKind.ORGANISATION,
            name=name,
            identifiers=[Identifier(kind=IdentifierKind.ENTERPRISE_CODE, value=tax)],
            address=Address(line="9 Tràng Tiền"),
            phones=["0243 8256 543"],
        )
        party_id, outcome = await recording.register(
            details, person.unit.unit_id, PartySource.REGISTER, person.actor()
        )
    ledger.unwrap(outcome)
    return party_id


async def test_good_rows_come_wrong_ones_are_named_and_the_file_of_errors_can_be_mended(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = await in_register(people.giang, "Công ty cổ phần Sen", GOOD_TAX[0])
    chi = await readers.of(people.chi)
    rows = [
        row(1, "Tạp hóa Lan"),
        row(2, "Công ty Sen", kind="Tổ chức", tax="0100 109 106"),
        row(3, "Cửa hàng Mai", tax="0100109107"),
        row(4, "", tax=""),
        row(5, "=HYPERLINK(1)", address="", commune="Xã Không Có"),
        row(6, "Tạp hóa  LAN", address="1 phố Huế"),
    ]
    import_id = await uploaded(chi, csv(rows))
    assert "Đang đọc tệp" in chi.html
    shown = await read(settings, chi, import_id)
    assert "6 dòng: 1 dòng mới, 1 dòng đã có trong sổ, 4 dòng sai" in shown
    assert all(said in shown for said in ("D4", "chữ số kiểm tra", "B5", "Thiếu tên", "E6", "F6"))
    assert "Trùng với dòng 2" in shown
    assert await count() == 0, "nothing is in the register before it is confirmed"
    answer = await chi.fetch(f"/desk/parties/imports/{import_id}/errors.xlsx")
    book = await sheets.read(answer.content)
    assert isinstance(book, sheets.Sheet)
    assert [one.cells[1] for one in book.rows] == [
        "Tên cơ sở",
        "Cửa hàng Mai",
        None,
        "=HYPERLINK(1)",
        "Tạp hóa  LAN",
    ]
    assert book.rows[0].cells[-1] == "Lỗi"
    assert "chữ số kiểm tra" in str(book.rows[1].cells[-1])
    answer = await chi.fetch(f"/desk/parties/imports/{import_id}/errors.csv")
    assert "'=HYPERLINK(1)" in answer.content.decode("utf-8-sig"), "no spreadsheet runs it"
    with monkeypatch.context() as small:
        small.setattr(accounts, "ROWS_WITHOUT_CODE", 5)
        await database.execute(
            "UPDATE desk_sessions SET confirmed_until = now() - interval '1 hour'"
        )
        codes = "SELECT count(*) FROM access_log WHERE action = 'step_up.code'"
        before = await database.fetchval(codes)
        await chi.look(f"/desk/parties/imports/{import_id}/errors.csv")
        assert await database.fetchval(codes) == before + 1, "many rows ask for a code"
    await chi.open(f"/desk/parties/imports/{import_id}")
    assert await chi.press("/begin", known="skip", extent="good") == 200
    await exports.written(settings)
    await chi.open(f"/desk/parties/imports/{import_id}")
    assert "Đã nhập xong." in chi.html
    assert await count(import_id) == 1
    name = await database.fetchval("SELECT name FROM subjects WHERE id = $1", known)
    assert name == "Công ty cổ phần Sen", "a known one was skipped"
    lan = await database.fetchrow("SELECT * FROM subjects WHERE import_id = $1", import_id)
    assert (lan["commune_code"], lan["kind"], lan["unit_2"]) == (
        "00256",
        "household",
        people.chi.unit.unit_2,
    )


async def test_known_parties_are_corrected_in_their_own_record_and_empty_cells_change_nothing(
    readers: Readers, people: People, settings: Settings
) -> None:
    known = await in_register(people.giang, "Công ty cổ phần Sen", GOOD_TAX[0])
    chi = await readers.of(people.chi)
    changed = row(1, "Công ty Sen Vàng", kind="Tổ chức", tax=GOOD_TAX[0], phone="")
    import_id = await uploaded(chi, csv([changed]))
    await read(settings, chi, import_id)
    assert await chi.press("/begin", known="correct") == 200
    await exports.written(settings)
    party = await database.fetchrow("SELECT * FROM subjects WHERE id = $1", known)
    assert (party["name"], party["phone"]) == ("Công ty Sen Vàng", "0243 8256 543")
    acts = await database.fetch(
        "SELECT act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number", known
    )
    assert [one["act_type"] for one in acts] == ["party.registered", "party.corrected"]


async def test_each_portion_is_one_act_with_the_hash_of_lines_that_are_kept(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("FIRST_ROWS", 3), ("MOST_ROWS", 3)):
        monkeypatch.setattr(rules, name, value)
    monkeypatch.setattr(rules, "LEAST_ROWS", 3)
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, csv([row(n, f"Tạp hóa {n}") for n in range(1, 9)]))
    await read(settings, chi, import_id)
    await chi.press("/begin", known="skip")
    await exports.written(settings)
    acts = await database.fetch(
        "SELECT act_type, act FROM ledger_entries WHERE record_id = $1 ORDER BY number", import_id
    )
    assert [one["act_type"].split(".")[1] for one in acts] == [
        "begun",
        *["portion_brought"] * 3,
        "finished",
    ]
    said = re.findall(r'"sha256":"([0-9a-f]{64})"', "".join(one["act"] for one in acts))
    kept = [await portion_queries.lines_of(import_id, number) for number in (1, 2, 3)]
    texts = [portions_of.unpacked(one) for one in kept if one is not None]
    assert said[-3:] == [hashlib.sha256(text).hexdigest() for text in texts]
    assert [len(rules.read(text)) for text in texts] == [3, 3, 2]
    await chi.open(f"/desk/parties/imports/{import_id}")
    assert all(part in chi.html for part in ("2–4", "5–7", "8–9"))


async def test_a_worker_that_dies_inside_a_portion_loses_and_doubles_nothing(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "FIRST_ROWS", 2)
    monkeypatch.setattr(rules, "MOST_ROWS", 2)
    monkeypatch.setattr(rules, "LEAST_ROWS", 2)
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, csv([row(n, f"Tạp hóa {n}") for n in range(1, 8)]))
    await read(settings, chi, import_id)
    await chi.press("/begin", known="skip")
    took, deaths = queries.took, iter((False, True, False, True, False, False, False))

    async def dying(*args: Any) -> None:
        await took(*args)
        if next(deaths):
            raise Unavailable

    monkeypatch.setattr(bringing.queries, "took", dying)
    for _ in range(3):
        try:
            await bringing.bring(import_id)
        except Unavailable:
            assert await count(import_id) in (2, 4)
    names = await database.fetch(
        "SELECT name FROM subjects WHERE import_id = $1 ORDER BY id", import_id
    )
    assert sorted(one["name"] for one in names) == [f"Tạp hóa {n}" for n in range(1, 8)]
    state = await queries.find(import_id)
    assert state is not None
    assert (state.registered, state.portions, str(state.state)) == (7, 4, "finished")


async def test_two_workers_at_once_and_two_persons_with_one_list_bring_each_party_once(
    readers: Readers, people: People, settings: Settings
) -> None:
    data = csv([row(n, f"Tạp hóa {n}") for n in range(1, 31)])
    chi, giang = await readers.of(people.chi), await readers.of(people.giang)
    first, second = await uploaded(chi, data), await uploaded(giang, data)
    await read(settings, chi, first)
    await read(settings, giang, second)
    assert await chi.press("/begin", known="skip") == 200
    assert await giang.press("/begin", known="skip") == 409
    assert "Chính tệp này đang được nhập" in giang.html
    await asyncio.gather(*(bringing.bring(first) for _ in range(3)))
    assert await count() == 30
    await giang.open(f"/desk/parties/imports/{second}")
    assert "Chính tệp này đã được nhập lúc" in giang.html
    assert await giang.press("/begin", known="skip") == 200
    await bringing.bring(second)
    assert await count() == 30, "who came in since the preview is not entered again"
    await giang.open(f"/desk/parties/imports/{second}")
    assert "Từ khi xem trước" in giang.html


async def test_an_import_pauses_goes_on_and_is_given_up_and_the_page_says_what_stays(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "FIRST_ROWS", 2)
    chi, giang = await readers.of(people.chi), await readers.of(people.giang)
    import_id = await uploaded(chi, csv([row(n, f"Tạp hóa {n}") for n in range(1, 6)]))
    await read(settings, chi, import_id)
    await chi.press("/begin", known="skip")
    await bringing._one(import_id, 2, 0.0)
    await giang.open(f"/desk/parties/imports/{import_id}")
    assert await giang.press("/pause") == 200
    await bringing.bring(import_id)
    assert await count(import_id) == 2, "nothing comes while it is paused"
    assert await giang.press("/go-on") == 200
    await bringing._one(import_id, 1, 0.0)
    await giang.open(f"/desk/parties/imports/{import_id}/give-up")
    assert "3 dòng đã vào sổ và ở lại; 2 dòng sẽ không vào" in giang.html
    assert await giang.press("/give-up", reason="x") == 422
    assert await giang.press("/give-up", reason="Nhầm tệp") == 200
    await bringing.bring(import_id)
    assert await count(import_id) == 3
    await chi.open(f"/desk/parties/imports/{import_id}")
    assert "2 dòng không vào sổ" in chi.html


async def test_all_or_none_keeps_all_out_while_a_row_is_wrong_and_a_second_confirmation_is_none(
    readers: Readers, people: People, settings: Settings
) -> None:
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, csv([row(1, "Tạp hóa Lan"), row(2, "")]))
    await read(settings, chi, import_id)
    assert await chi.press("/begin", known="skip", extent="all") == 409
    assert "Còn dòng sai" in chi.html
    form = chi.form("/begin")
    form.fill("extent", "good")
    for _ in range(2):
        assert await chi.try_submit(form, form.buttons[0]) == 200
    await exports.written(settings)
    assert await count(import_id) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Không đọc được tiếng Việt"),
        ("Tªn;§Þa chØ\nCöa hµng ¸;1".encode("latin-1"), "TCVN3"),
        (b'Ten,Dia chi\n"cut,1\n', "kết thúc giữa một ô"),
        (b"Cot,Khac\n1,2\n", "Không tìm thấy dòng tiêu đề"),
        (b"Ten,Dia chi\n", "không có dữ liệu"),
    ],
)
async def test_a_file_that_cannot_be_read_says_why_and_brings_nothing(
    readers: Readers, people: People, settings: Settings, data: bytes, said: str
) -> None:
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, data)
    shown = await read(settings, chi, import_id)
    assert "Không đọc được" in shown
    assert said in shown
    assert await count() == 0


async def test_a_reading_that_broke_off_begins_again_and_counts_each_row_once(
    readers: Readers, people: People, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    chi = await readers.of(people.chi)
    data = await workbooks.book(HEADINGS, [row(n, f"Tạp hóa {n}") for n in range(1, 1_201)])
    import_id = await uploaded(chi, data, "ds.xlsx")
    insert, calls = reading.rows.insert, []

    async def dying(*args: Any) -> None:
        calls.append(args)
        if len(calls) == 2:
            raise Unavailable
        await insert(*args)

    monkeypatch.setattr(reading.rows, "insert", dying)
    with pytest.raises(Unavailable):
        await reading.read(stores.current(), import_id)
    shown = await read(settings, chi, import_id)
    assert "1.200 dòng: 1.200 dòng mới" in shown
    assert len(calls) == 2 + 3


async def test_who_does_not_lead_or_is_of_another_department_sees_no_import(
    readers: Readers, people: People, settings: Settings
) -> None:
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, csv([row(1, "Tạp hóa Lan")]))
    await read(settings, chi, import_id)
    place = f"/desk/parties/imports/{import_id}"
    an, dung = await readers.of(people.an), await readers.of(people.dung)
    assert await an.look(place) == 403
    assert await dung.look(place) in (403, 404)
