"""The columns of a workbook of plan items, recognised by their headings. Pure.

Headings are compared without case, diacritics and marks, in Vietnamese and English, and stand in
any order: units keep lists of their own, and each has its words.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from schemas.core.problems import Text
from schemas.core.vocabulary import SubjectKind

HEADINGS_WITHIN = 30
"""The row of the headings is among the first so many rows: above it stands the plan's title."""


class Column(StrEnum):
    """What a column says about an item (schemas.planning.acts.PlanItem)."""

    NAME = "name"
    KIND = "kind"
    TAX_CODE = "tax_code"
    REGISTRATION = "registration"
    REPRESENTATIVE = "representative"
    TITLE = "title"
    PHONE = "phone"
    CRITERION = "criterion"
    ADDRESS = "address"
    AREA = "area"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    CONTENTS = "contents"
    UNIT = "unit"
    LEADER = "leader"
    MEMBERS = "members"
    NOTE = "note"


class About(NamedTuple):
    """The heading of the template, and other headings that mean the same column (folded)."""

    heading: Text
    also: tuple[str, ...]


COLUMNS: dict[Column, About] = {
    Column.NAME: About(
        Text(vi="Tên đối tượng kiểm tra", en="Subject"),
        (
            "ten doi tuong",
            "doi tuong kiem tra",
            "doi tuong",
            "ten to chuc ca nhan",
            "to chuc ca nhan",
            "ten co so",
            "ten co so kinh doanh",
            "ten doanh nghiep",
            "name",
            "business",
        ),
    ),
    Column.KIND: About(
        Text(vi="Loại đối tượng", en="Kind"),
        ("loai", "loai hinh", "kind of subject", "type"),
    ),
    Column.TAX_CODE: About(
        Text(vi="Mã số thuế", en="Tax code"), ("mst", "ma so doanh nghiep", "tax no")
    ),
    Column.REGISTRATION: About(
        Text(vi="Số ĐKKD hoặc CCCD", en="Registration or ID number"),
        (
            "so dkkd",
            "dkkd",
            "so giay chung nhan dkkd",
            "so dang ky kinh doanh",
            "cccd",
            "so cccd",
            "so dinh danh ca nhan",
            "registration number",
            "id number",
        ),
    ),
    Column.REPRESENTATIVE: About(
        Text(vi="Người đại diện", en="Representative"),
        ("dai dien", "chu co so", "nguoi dai dien theo phap luat", "owner"),
    ),
    Column.TITLE: About(
        Text(vi="Chức vụ người đại diện", en="Representative's title"),
        ("chuc vu", "chuc danh", "title"),
    ),
    Column.PHONE: About(
        Text(vi="Điện thoại", en="Phone"), ("so dien thoai", "dien thoai lien he", "sdt")
    ),
    Column.CRITERION: About(
        Text(vi="Tiêu chí (khi chưa nêu tên)", en="Criterion (if none is named)"),
        ("tieu chi", "tieu chi lua chon", "nhom doi tuong", "criterion"),
    ),
    Column.ADDRESS: About(
        Text(vi="Địa chỉ, địa điểm kiểm tra", en="Address"),
        ("dia chi", "dia diem", "dia diem kiem tra", "dia chi kinh doanh", "noi kiem tra", "place"),
    ),
    Column.AREA: About(
        Text(vi="Xã, phường", en="Commune"),
        (
            *("ma xa", "ma phuong", "ma xa phuong", "ma dia ban", "area", "area code"),
            *("xa", "phuong", "commune code"),
        ),
    ),
    Column.FIRST_DAY: About(
        Text(vi="Từ ngày", en="From"),
        ("ngay bat dau", "bat dau", "thoi gian bat dau", "tu", "start", "first day", "from day"),
    ),
    Column.LAST_DAY: About(
        Text(vi="Đến ngày", en="To"),
        ("ngay ket thuc", "ket thuc", "thoi gian ket thuc", "den", "end", "last day", "to day"),
    ),
    Column.CONTENTS: About(
        Text(vi="Nội dung kiểm tra", en="Contents"),
        ("noi dung", "cac noi dung kiem tra", "linh vuc kiem tra", "content"),
    ),
    Column.UNIT: About(
        Text(vi="Đơn vị thực hiện", en="Unit"),
        ("don vi", "don vi kiem tra", "don vi chu tri", "doi qltt", "inspecting unit"),
    ),
    Column.LEADER: About(
        Text(vi="Trưởng đoàn dự kiến (số hiệu)", en="Leader proposed (officer number)"),
        ("truong doan", "truong doan du kien", "so hieu truong doan", "leader", "leader proposed"),
    ),
    Column.MEMBERS: About(
        Text(vi="Thành viên dự kiến (số hiệu)", en="Members proposed (officer numbers)"),
        ("thanh vien", "thanh vien du kien", "so hieu thanh vien", "members", "members proposed"),
    ),
    Column.NOTE: About(Text(vi="Ghi chú", en="Note"), ("ghi chu khac", "notes", "remark")),
}


KINDS: dict[SubjectKind, Text] = {
    SubjectKind.INDIVIDUAL: Text(vi="Cá nhân", en="Individual"),
    SubjectKind.HOUSEHOLD: Text(vi="Hộ kinh doanh", en="Household"),
    SubjectKind.ORGANISATION: Text(vi="Tổ chức", en="Organisation"),
}
"""As the column of the kind says them."""


def folded(text: str) -> str:
    """Return the words of a text without case, diacritics and marks, with single spaces."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


_BY_WORDS: dict[str, Column] = {
    words: column
    for column, about in COLUMNS.items()
    for words in (folded(about.heading.vi), folded(about.heading.en), *about.also)
}


_NUMBERS = ("stt", "tt", "no", "so tt")
"""Headings of the column that counts the rows."""
_SHORT = 40
"""Letters of a heading in the lower of two rows: a row of the list says more."""


class Headings(NamedTuple):
    """Where each column stands (from 0), and headings that say nothing known or the same twice."""

    at: int
    """The row's number in the sheet."""
    places: dict[Column, int]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]


def find(rows: Sequence[tuple[int, Sequence[str]]]) -> Headings | None:
    """Return the first row that names whom to inspect and two more columns; None if there is none.

    Headings may span two rows, a group above its columns ("Thời gian" over "Từ", "Đến"): then both are one heading, if
    they name more columns than either row alone, and the lower row says little else. `at` is the lower one.
    """
    for place, (number, cells) in enumerate(rows[:HEADINGS_WITHIN]):
        found = _named(number, [(said, said) for said in cells])
        number_below, below = rows[place + 1] if place + 1 < len(rows) else (0, ())
        if number_below == number + 1 and _heads(below):
            both = _named(number_below, _joined(cells, below))
            alone = (found, _named(number_below, [(said, said) for said in below]))
            if len(both.places) > max(len(one.places) for one in alone) and _enough(both):
                return both
        if _enough(found):
            return found
    return None


def _enough(found: Headings) -> bool:
    named = Column.NAME in found.places or Column.CRITERION in found.places
    return named and len(found.places) >= 3


def _heads(cells: Sequence[str]) -> bool:
    """Tell whether a row may be the lower one of two: at least half of what it says is short, and no number."""
    said = [one for one in cells if one]
    words = [one for one in said if len(one) <= _SHORT and not any(map(str.isdigit, one))]
    return bool(words) and 2 * len(words) >= len(said)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[tuple[str, ...]]:
    """Return by what words each column may be known, the likeliest first; the last is how it is shown.

    A group's cell is merged over its columns, so that its words stand in the first of them alone. A column without a
    group is merged downwards: its words stand above.
    """
    found: list[tuple[str, ...]] = []
    group = ""
    for place in range(max(len(upper), len(lower))):
        above = upper[place] if place < len(upper) else ""
        said = lower[place] if place < len(lower) else ""
        group = above or group
        if said:
            found.append((said, f"{said} {group}", f"{group} {said}".strip()))
        else:
            found.append((above, above))
    return found


def _named(number: int, headings: Sequence[tuple[str, ...]]) -> Headings:
    """Return which columns these headings name, each by the first of its words that is known."""
    places: dict[Column, int] = {}
    unknown: list[str] = []
    twice: list[str] = []
    for place, words in enumerate(headings):
        known = (_BY_WORDS.get(folded(one)) for one in words)
        column = next((one for one in known if one is not None), None)
        said = words[-1]
        if column is None:
            if said and folded(said) not in _NUMBERS:
                unknown.append(said)
        elif column in places:
            twice.append(said)
        else:
            places[column] = place
    return Headings(number, places, tuple(unknown), tuple(twice))


def letter(place: int) -> str:
    """Return a column's letters as spreadsheets write them; `place` from 0."""
    said, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        said = chr(65 + rest) + said
    return said


EXAMPLE: tuple[Text, ...] = (
    Text(
        vi="Ví dụ: Hộ kinh doanh Nguyễn Văn A (xóa dòng này)",
        en="Example: Nguyễn Văn A (delete this row)",
    ),
    Text(vi="Hộ kinh doanh", en="Household"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="Nguyễn Văn A", en="Nguyễn Văn A"),
    Text(vi="Chủ hộ", en="Owner"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="12 Lê Lợi, phường Bến Thành", en="12 Lê Lợi, Bến Thành ward"),
    Text(vi="", en=""),
    Text(vi="01/03/2027", en="01/03/2027"),
    Text(vi="31/03/2027", en="31/03/2027"),
    Text(vi="Niêm yết giá; nguồn gốc hàng hóa", en="Listed prices; origin of goods"),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="", en=""),
    Text(vi="", en=""),
)
"""A row of the template, in the order of the columns."""
