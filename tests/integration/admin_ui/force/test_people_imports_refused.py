"""Imports of officers that are refused: the wrong administrator, files that cannot be read, hostile workbooks."""

import re

import pytest

from backend import registry
from backend.core.settings import Settings
from backend.force.importing import bringing
from tests.support import hostile_books
from tests.support.people import People
from tests.support.people_lists import behind_the_acts, came, csv, read, row, uploaded
from tests.support.readers import Readers

registry.open_all()


async def test_an_administrator_imports_nobody_of_another_department_and_sees_no_import_of_it(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, csv([row(1, "Phan Xa", unit="4801"), row(2, "Phan Gần")]))
    shown = await read(settings, my, import_id)
    assert "ngoài phạm vi bạn quản trị" in shown
    assert "2 dòng: 1 dòng nhập được, 1 dòng sai" in shown
    place = f"/desk/people/imports/{import_id}"
    await behind_the_acts(
        people,
        "UPDATE officer_roles SET role = 'administrator' WHERE officer_id = $1",
        people.dung.id,
    )
    dung, giang = await readers.of(people.dung), await readers.of(people.giang)
    assert await dung.look(place) == 404, "the administrator of another department"
    assert await giang.look(place) == 403, "a head is no administrator"
    lan = await readers.of(people.lan)
    await lan.open(place)
    assert "Chỉ" in lan.html
    assert "/begin" not in lan.html, "who uploaded it alone confirms it"


async def test_who_does_not_administer_the_unit_any_more_brings_nobody(
    readers: Readers, people: People, settings: Settings
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, csv([row(1, "Phan Mới Một")]))
    await read(settings, my, import_id)
    assert await my.press("/begin") == 200
    await behind_the_acts(people, "DELETE FROM officer_roles WHERE officer_id = $1", people.my.id)
    await bringing.bring(import_id)
    assert not await came(import_id)
    lan = await readers.of(people.lan)
    await lan.open(f"/desk/people/imports/{import_id}")
    assert "không còn quyền quản trị đơn vị này" in lan.html


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "Không đọc được"),
        (b"PK\x03\x04" + bytes(64), "hỏng"),
        (b'Ho ten,Don vi\n"cut,1\n', "kết thúc giữa một ô"),
        (b"Cot,Khac\n1,2\n", "Không tìm thấy dòng tiêu đề"),
        (b"Ho ten,Don vi\n", "không có dữ liệu"),
        (b"Ho ten,Don vi\n" + b"A,0101\n" * 7_001, "7.000 dòng"),
    ],
    ids=("picture", "truncated", "quote", "headings", "empty", "long"),
)
async def test_a_file_that_cannot_be_read_says_why_and_brings_nobody(
    readers: Readers, people: People, settings: Settings, data: bytes, said: str
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, data)
    shown = await read(settings, my, import_id)
    assert said in shown
    assert "Không đọc được" in shown


@pytest.mark.parametrize("what", ["bomb", "lying bomb", "cut", "laughs"])
async def test_a_hostile_workbook_is_refused_by_the_child(
    readers: Readers, people: People, settings: Settings, what: str
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, await hostile_books.hostile(what), "bom.xlsx")
    shown = await read(settings, my, import_id)
    assert "Không đọc được" in shown
    (said,) = re.findall(r'role="alert"><p>(.*?)</p>', shown)
    assert re.search("quá lớn|bị hỏng|đã dừng lại|quá dài|không có dữ liệu", said), said
