"""How papers are numbered (Circular 22/2021/TT-BCT Art 6). Pure.

A number is unique in its year, per kind of paper and issuer, begins at 1 each year, and none is skipped: each is
used, or void with a reason. A unit's paper bears `PPUUNNNN/SYMBOL` (Art 6.2: code of the department, of the sub-unit,
running number), an officer's `N/SYMBOL-OFFICER_NO`.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import local_time
from schemas.core.problems import Text

BLOCK_SIZE = 20
"""Numbers lent to a phone at a time: some weeks of one officer's minutes. Each that stays unused is one void line
more in the register at the year's end."""

NEXT_YEAR_FROM = timedelta(days=15)
"""So long before New Year a phone may fetch numbers of the next: it may be without a signal over Tết dương lịch."""
YEAR_STAYS_OPEN = timedelta(days=31)
"""So long after New Year the old year's blocks stay open: papers numbered on 31 December come in late."""

Standing = Literal["used", "void", "reserved"]


class Issuer(msgspec.Struct, frozen=True, kw_only=True):
    """Who gives a paper its number: a unit, or an officer whose own signature stands under it."""

    kind: Literal["unit", "officer"]
    id: UUID


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """One number, as it was taken."""

    issuer: Issuer
    form: str
    year: int
    number: int


class NumberFault(msgspec.Struct, frozen=True, kw_only=True):
    """Why a number on a paper from a phone does not hold. The paper stays; what is wrong with it is shown."""

    code: str
    text: Text


_FAULTS = {
    "number_not_lent": (
        "Số này không thuộc dải số đã cấp cho máy này.",
        "This number is not of a block that was lent to this phone.",
    ),
    "number_used": (
        "Số này đã dùng cho văn bản khác.",
        "Another paper bears this number already.",
    ),
    "number_voided": ("Số này đã bị hủy.", "This number was voided."),
    "number_too_early": (
        "Số được ghi trước khi ký đủ: số và ngày chỉ được ghi sau khi mọi người đã ký "
        "(Điều 6 Thông tư 22/2021/TT-BCT).",
        "The number was given before all had signed: number and time come after all signatures "
        "(Circular 22/2021 Art 6).",
    ),
    "document_numbered": (
        "Văn bản này đã có số khác.",
        "This paper bears another number already.",
    ),
    "number_unreadable": (
        "Số không đúng cách viết của biểu mẫu, hoặc là số của đơn vị, công chức khác. Hãy ghi đúng như trên văn bản.",
        "This is not how numbers of this form are written, or it is another unit's or officer's. Write it as the paper "
        "has it.",
    ),
    "day_not_lost": (
        "Không có lần khôi phục nào làm mất dữ liệu của ngày này. Chỉ nhập lại văn bản ban hành trong thời gian đó.",
        "No restore lost what was entered on this day. Only what was issued in the lost time is entered again.",
    ),
    "number_not_skipped": (
        "Lần khôi phục đó không bỏ qua số này, nên số không được cấp trong thời gian bị mất. Hãy xem lại số và ngày.",
        "That restore did not jump over this number, so it was not given in the lost time. Check number and day.",
    ),
}


def fault(code: str) -> NumberFault:
    """Put a fault into words."""
    vi, en = _FAULTS[code]
    return NumberFault(code=code, text=Text(vi=vi, en=en))


def unit_number_text(symbol: str, number: int, unit_code: str) -> str:
    """`PPUUNNNN/SYMBOL`; "00" stands for UU where the department itself issues. Above 9999 the number grows."""
    return f"{unit_code.ljust(4, '0')}{number:04d}/{symbol}"


def officer_number_text(form_symbol: str, number: int, officer_number: str) -> str:
    """`N/SYMBOL-OFFICER_NO`, without a leading zero, as Art 6.2 of Circular 22/2021 has it."""
    return f"{number}/{form_symbol}-{officer_number}"


_MOST_DIGITS = 9


def in_unit_text(text: str, symbol: str, unit_code: str) -> int | None:
    """The running number in `PPUUNNNN/SYMBOL`; None where it is no number of this unit and symbol."""
    before, after = unit_code.ljust(4, "0"), f"/{symbol}"
    number = _digits(text.removeprefix(before).removesuffix(after))
    written = number is not None and unit_number_text(symbol, number, unit_code) == text
    return number if written else None


def in_officer_text(text: str, form_symbol: str, officer_number: str) -> int | None:
    """The same of `N/SYMBOL-OFFICER_NO`."""
    number = _digits(text.partition("/")[0])
    written = (
        number is not None and officer_number_text(form_symbol, number, officer_number) == text
    )
    return number if written else None


def _digits(text: str) -> int | None:
    fine = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) or None if fine else None


def may_reserve(year: int, now: datetime) -> bool:
    """Whether a phone may fetch numbers of this year: the present one, and the next shortly before it begins."""
    return year in (local_time.year_of(now), local_time.year_of(now + NEXT_YEAR_FROM))


def open_from(now: datetime) -> int:
    """The first year whose blocks are still open: last year's stay so for a month, for papers that come in late."""
    return local_time.year_of(now - YEAR_STAYS_OPEN)


def unfit(
    kept: Number, kept_hash: str, issuer: Issuer, form: str, year: int, fields_hash: str
) -> str | None:
    """Why a number that is reserved for a paper cannot stand on it now, as the ledger will say; None where it can."""
    if kept.year != year:
        return f"Sang năm mới: số của năm {kept.year} không dùng. / A new year began: not used."
    if kept_hash != fields_hash:
        return "Nội dung đã thay đổi sau khi giữ số. / The content changed after it was reserved."
    if (kept.issuer, kept.form) != (issuer, form):
        return "Người hoặc đơn vị ban hành đã thay đổi. / Another person or unit issues the paper."
    return None


def holds(
    *,
    state: Standing,
    by_closing: bool,
    document_id: UUID | None,
    wanted_by: UUID,
    given_at: datetime | None,
    signed_through: datetime | None,
) -> NumberFault | None:
    """Judge a number that a phone gave to a paper; both times are the phone's.

    A number that was void only because its block was closed holds: people hold that paper, so it was used.
    """
    if state == "used" and document_id != wanted_by:
        return fault("number_used")
    if state == "void" and (document_id is not None or not by_closing):
        return fault("number_voided")
    if given_at is not None and signed_through is not None and given_at < signed_through:
        return fault("number_too_early")
    return None


def gaps(numbers: list[int], last: int, skipped: list[tuple[int, int]] = []) -> list[int]:  # noqa: B006 - read only
    """Which of 1..last are missing from a register; what a restore jumped over, first and last, is not."""
    there = set(numbers).union(*(range(first, until + 1) for first, until in skipped))
    return [number for number in range(1, last + 1) if number not in there]
