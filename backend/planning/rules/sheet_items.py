"""From the rows of a workbook to items of a plan: each bad cell named, with the reason. Pure.

A row is good or it is not: nothing is guessed, and no row is imported in part.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from backend.core.sheets.cells import Cells, Row, Spoilt, below, counting
from backend.core.sheets.headings import Headings, folded
from backend.parties.rules.import_columns import KINDS
from backend.planning.rules.sheet_columns import SHEET, Column
from schemas.core.sheets import CellFault
from schemas.core.vocabulary import SubjectKind
from schemas.planning.acts import PlanItem, PlanSubject

_KINDS = {folded(said): kind for kind, text in KINDS.items() for said in (text.vi, text.en)} | {
    "person": SubjectKind.INDIVIDUAL,
    "doanh nghiep": SubjectKind.ORGANISATION,
    "company": SubjectKind.ORGANISATION,
}
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_TAX_CODE = re.compile(r"\d{10}(-?\d{3})?|\d{12}")
"""Of a business: ten digits, and three of a branch; of a household or person the identity number
(Circular 86/2024/TT-BTC Art 5)."""
_LINES = re.compile(r"[\n;]+")


class Twin(NamedTuple):
    """By what two rows are the same inspection: a subject once at a place and day, a criterion once for a unit."""

    name: str
    address: str
    first_day: date
    unit_id: UUID | None


def twin_of(name: str, address: str, first_day: date, unit_id: UUID | None) -> Twin:
    """Return what no second item of a plan may have; `unit_id` of a criterion alone."""
    return Twin(folded(name), folded(address), first_day, unit_id)


def _twin(item: PlanItem) -> Twin:
    if item.subject is not None:
        return twin_of(item.subject.name, item.address, item.first_day, None)
    return twin_of(item.criterion or "", item.address, item.first_day, item.unit_id)


class Known(NamedTuple):
    """What rows are compared with."""

    first_day: date
    last_day: date
    """The plan's period."""
    own_unit: UUID
    """Taken where a row names none."""
    units: Mapping[str, tuple[UUID, ...]]
    """By folded name and code: units that may inspect under this plan."""
    officers: Mapping[str, tuple[UUID, ...]]
    """By folded officer number and name: officers of these units."""
    subjects: Mapping[str, UUID]
    """By tax code: parties of the register in sight."""
    there: frozenset["Twin"] = frozenset()
    """What is in the plan already."""
    foreign: bool = False
    """Another agency's plan: its units and officers are none of ours, and those columns are left out."""


class Result(NamedTuple):
    """Good items with their rows, and what is wrong with the others."""

    items: list[tuple[int, PlanItem]]
    faults: list[CellFault]
    rows: int
    counting: int | None = None
    """The row that only numbers the columns, passed over."""


def items_of(
    rows: Sequence[tuple[int, Cells]],
    headings: Headings[Column],
    known: Known,
    identify: Callable[[int], UUID],
    spoilt: Mapping[tuple[int, int], Spoilt] | None = None,
) -> Result:
    """Return what the rows below the headings say.

    `identify` gives the item of a row its id. `spoilt` has cells by the row's number and the column from 0.
    """
    items: list[tuple[int, PlanItem]] = []
    faults: list[CellFault] = []
    counted = 0
    seen: dict[Twin, int] = {}
    for number, cells in below(SHEET, rows, headings):
        counted += 1
        row = Row(SHEET, number, cells, headings, spoilt or {})
        item = _item(row, known, identify)
        if item is not None:
            same = _twin(item)
            column = Column.NAME if item.subject else Column.CRITERION
            if same in seen:
                row.wrong(
                    column,
                    f"Trùng với dòng {seen[same]}: cùng tên, địa chỉ và ngày.",
                    f"The same as row {seen[same]}: same name, address and day.",
                )
            elif same in known.there:
                row.wrong(
                    column,
                    "Đã có trong kế hoạch này: cùng tên, địa chỉ và ngày.",
                    "In this plan already: same name, address and day.",
                )
            seen.setdefault(same, number)
        if item is not None and not row.faults:
            items.append((number, item))
        faults += row.faults
    return Result(items, faults, counted, counting(SHEET, rows, headings))


def _item(row: Row[Column], known: Known, identify: Callable[[int], UUID]) -> PlanItem | None:
    subject = _subject(row, known)
    criterion = row.text(Column.CRITERION, 500, 3) or None
    address = row.text(Column.ADDRESS, 500)
    if subject is None and criterion is None:
        row.wrong(
            Column.NAME,
            "Phải có tên đối tượng hoặc tiêu chí.",
            "A subject's name or a criterion is needed.",
        )
    if subject is not None and criterion is not None:
        row.wrong(
            Column.CRITERION,
            "Dòng đã nêu tên đối tượng thì để trống tiêu chí.",
            "Leave the criterion empty where a subject is named.",
        )
    if subject is not None and not address:
        row.wrong(Column.ADDRESS, "Thiếu địa chỉ kiểm tra.", "The address is missing.")
    first, last = _days(row, known)
    contents = _contents(row)
    unit_id = _unit(row, known)
    leader_id, member_ids = _team(row, known)
    note = row.text(Column.NOTE, 500)
    area = row.text(Column.AREA, 60) or None
    if row.faults or first is None or last is None or unit_id is None:
        return None
    return PlanItem(
        item_id=identify(row.number),
        subject=subject,
        criterion=criterion,
        address=address,
        area=area,
        first_day=first,
        last_day=last,
        contents=contents,
        unit_id=unit_id,
        leader_id=leader_id,
        member_ids=member_ids,
        note=note,
    )


def _subject(row: Row[Column], known: Known) -> PlanSubject | None:
    name = row.text(Column.NAME, 200)
    kind = _kind(row, name)
    tax_code = row.text(Column.TAX_CODE, 20).replace(" ", "")
    if tax_code and not _TAX_CODE.fullmatch(tax_code):
        short = tax_code.isdigit() and len(tax_code) in (9, 11)
        row.wrong(
            Column.TAX_CODE,
            "Mã số thuế gồm 10, 12 hoặc 13 chữ số"
            + (": có thể số 0 ở đầu đã mất, hãy định dạng cột là văn bản." if short else "."),
            "A tax code has 10, 12 or 13 digits"
            + (
                ": a zero at its beginning may be lost, format the column as text."
                if short
                else "."
            ),
        )
    rest = (
        row.text(Column.REGISTRATION, 60),
        row.text(Column.REPRESENTATIVE, 500),
        row.text(Column.TITLE, 500),
        row.text(Column.PHONE, 40),
    )
    if not name:
        if tax_code:
            row.wrong(
                Column.NAME,
                "Có mã số thuế mà không có tên đối tượng.",
                "There is a tax code, but no name of a subject.",
            )
        return None
    registration, representative, title, phone = rest
    return PlanSubject(
        subject_id=known.subjects.get(tax_code) if tax_code else None,
        kind=kind,
        name=name,
        tax_code=tax_code or None,
        registration_number=registration or None,
        representative=representative or None,
        representative_title=title or None,
        phone=phone or None,
    )


def _kind(row: Row[Column], name: str) -> SubjectKind:
    said = row.text(Column.KIND, 60)
    if said:
        found = _KINDS.get(folded(said))
        if found is None:
            row.wrong(
                Column.KIND,
                "Ghi một trong: Cá nhân, Hộ kinh doanh, Tổ chức.",
                "Write one of: Individual, Household, Organisation.",
            )
        return found or SubjectKind.ORGANISATION
    begins = folded(name)
    if begins.startswith(("ho kinh doanh", "hkd ")):
        return SubjectKind.HOUSEHOLD
    return (
        SubjectKind.INDIVIDUAL if begins.startswith(("ong ", "ba ")) else SubjectKind.ORGANISATION
    )


def _days(row: Row[Column], known: Known) -> tuple[date | None, date | None]:
    first, last = (_day(row, column) for column in (Column.FIRST_DAY, Column.LAST_DAY))
    if first is None or last is None:
        return first, last
    if last < first:
        row.wrong(
            Column.LAST_DAY,
            "Ngày kết thúc trước ngày bắt đầu.",
            "The last day is before the first.",
        )
    for column, day in ((Column.FIRST_DAY, first), (Column.LAST_DAY, last)):
        if not known.first_day <= day <= known.last_day:
            since, until = f"{known.first_day:%d/%m/%Y}", f"{known.last_day:%d/%m/%Y}"
            row.wrong(
                column,
                f"Ngoài thời kỳ của kế hoạch ({since} – {until}).",
                f"Outside the plan's period ({known.first_day} to {known.last_day}).",
            )
    return first, last


def _day(row: Row[Column], column: Column) -> date | None:
    raw = row.raw(column)
    if isinstance(raw, date):
        return raw
    try:
        if found := _DAY.fullmatch(raw):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if raw:
            return date.fromisoformat(raw)
    except ValueError:
        pass
    if raw:
        row.wrong(
            column,
            "Không đọc được ngày; ghi dạng ngày/tháng/năm, ví dụ 05/03/2027.",
            "Not a day; write day/month/year, such as 05/03/2027.",
        )
    else:
        row.wrong(column, "Thiếu ngày.", "The day is missing.")
    return None


def _contents(row: Row[Column]) -> list[str]:
    said = row.text(Column.CONTENTS, 4000)
    lines = [one.strip(" -•\t") for one in _LINES.split(said)]
    lines = [one for one in lines if one]
    if not lines:
        row.wrong(Column.CONTENTS, "Thiếu nội dung kiểm tra.", "The contents are missing.")
    elif len(lines) > 30 or not all(3 <= len(one) <= 500 for one in lines):
        row.wrong(
            Column.CONTENTS,
            "Tối đa 30 nội dung, mỗi nội dung từ 3 đến 500 ký tự, cách nhau bằng dấu chấm phẩy.",
            "At most 30 contents of 3 to 500 characters each, separated by semicolons.",
        )
    return lines


def _unit(row: Row[Column], known: Known) -> UUID | None:
    said = row.text(Column.UNIT, 300)
    if not said or known.foreign:
        return known.own_unit
    found = known.units.get(folded(said), ())
    if len(found) == 1:
        return found[0]
    if found:
        row.wrong(
            Column.UNIT,
            "Có nhiều đơn vị cùng tên này; hãy ghi mã đơn vị.",
            "Several units have this name; write the unit's code.",
        )
    else:
        row.wrong(
            Column.UNIT,
            "Không phải tên hoặc mã của đơn vị thuộc kế hoạch này.",
            "Neither name nor code of a unit under this plan.",
        )
    return None


def _team(row: Row[Column], known: Known) -> tuple[UUID | None, list[UUID]]:
    if known.foreign:
        return None, []
    leader = _officer(row, Column.LEADER, row.text(Column.LEADER, 200), known)
    members: list[UUID] = []
    said = row.text(Column.MEMBERS, 2000)
    for one in re.split(r"[\n;,]+", said):
        found = _officer(row, Column.MEMBERS, one.strip(), known)
        if found is not None and found != leader and found not in members:
            members.append(found)
    if len(members) > 29:
        row.wrong(Column.MEMBERS, "Tối đa 29 thành viên.", "At most 29 members.")
    return leader, members


def _officer(row: Row[Column], column: Column, said: str, known: Known) -> UUID | None:
    if not said:
        return None
    found = known.officers.get(folded(said), ())
    if len(found) == 1:
        return found[0]
    if found:
        row.wrong(
            column,
            f"Có nhiều người tên “{said[:60]}”; hãy ghi số hiệu.",
            f"Several officers are called “{said[:60]}”; write the officer number.",
        )
    else:
        row.wrong(
            column,
            f"Không có công chức “{said[:60]}” trong các đơn vị của kế hoạch.",
            f"No officer “{said[:60]}” in the units of this plan.",
        )
    return None
