"""How papers are numbered (Circular 22/2021/TT-BCT Art 6). Pure.

A number is unique in its year, per form and issuer. Numbers begin at 1 each year and none is left
out: each is used, or void with a reason. A unit's paper bears `PPUUNNNN/SYMBOL` (Art 6.2: code of
the department, of the sub-unit, running number), an officer's `N/SYMBOL-OFFICER_NO`.
"""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import local_time
from schemas.core.problems import Text

BLOCK_SIZE = 20
"""Numbers lent to a phone at a time: enough for some weeks of one officer's minutes. Each unused
number adds a void line to the register at the end of the year."""

NEXT_YEAR_FROM = timedelta(days=15)
"""How long before New Year a phone may fetch numbers of the next year: it may have no signal over
Tết dương lịch."""
YEAR_STAYS_OPEN = timedelta(days=31)
"""How long after New Year the old year's blocks stay open: papers numbered on 31 December arrive
late."""

Standing = Literal["used", "void", "reserved"]


class Issuer(msgspec.Struct, frozen=True, kw_only=True):
    """Who gives a paper its number: a unit, or an officer who signs in their own right."""

    kind: Literal["unit", "officer"]
    id: UUID


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """One number as it was taken."""

    issuer: Issuer
    form: str
    year: int
    number: int


class NumberFault(msgspec.Struct, frozen=True, kw_only=True):
    """Why a number on a phone's paper is not valid. The paper is kept, and the fault is shown."""

    code: str
    text: Text


_FAULTS = {
    "number_not_lent": (
        "Số này không thuộc dải số đã cấp cho máy này.",
        "This number is not in a block that was given to this phone.",
    ),
    "number_used": (
        "Số này đã dùng cho văn bản khác.",
        "Another paper already has this number.",
    ),
    "number_voided": ("Số này đã bị hủy.", "This number was voided."),
    "number_too_early": (
        "Số được ghi trước khi ký đủ: số và ngày chỉ được ghi sau khi mọi người đã ký "
        "(Điều 6 Thông tư 22/2021/TT-BCT).",
        "The number was given before everybody had signed: number and day are entered only after all signatures "
        "(Circular 22/2021 Art 6).",
    ),
    "document_numbered": (
        "Văn bản này đã có số khác.",
        "This paper already has another number.",
    ),
    "number_unreadable": (
        "Số không đúng cách viết của biểu mẫu, hoặc là số của đơn vị, công chức khác. Hãy ghi đúng như trên văn bản.",
        "This is not how numbers of this form are written, or it is another unit's or officer's. Write it exactly as "
        "on the paper.",
    ),
    "day_not_aside": (
        "Ngày trên văn bản phải từ ngày để dành dải số này đến hôm nay. Hãy ghi đúng ngày như trên văn bản.",
        "The day on the paper must lie between the day on which this range was set aside and today. Write the day as "
        "on the paper.",
    ),
    "day_not_lost": (
        "Không có lần khôi phục nào làm mất dữ liệu của ngày này. Chỉ nhập lại văn bản ban hành trong thời gian đó.",
        "No restore lost data of this day. Only papers issued during the lost time can be entered again.",
    ),
    "number_not_skipped": (
        "Lần khôi phục đó không bỏ qua số này, nên số không được cấp trong thời gian bị mất. Hãy xem lại số và ngày.",
        "That restore did not skip this number, so it was not issued during the lost time. Check number and day.",
    ),
}


def fault(code: str) -> NumberFault:
    """Return a fault with its texts."""
    vi, en = _FAULTS[code]
    return NumberFault(code=code, text=Text(vi=vi, en=en))


def unit_number_text(symbol: str, number: int, unit_code: str) -> str:
    """Write `PPUUNNNN/SYMBOL`.

    UU is "00" if the department itself issues. Above 9999 the number takes more digits.
    """
    return f"{unit_code.ljust(4, '0')}{number:04d}/{symbol}"


def officer_number_text(form_symbol: str, number: int, officer_number: str) -> str:
    """Write `N/SYMBOL-OFFICER_NO`, without leading zeros (Circular 22/2021 Art 6.2)."""
    return f"{number}/{form_symbol}-{officer_number}"


_MOST_DIGITS = 9


def in_unit_text(text: str, symbol: str, unit_code: str) -> int | None:
    """Read the running number of a unit's `PPUUNNNN/SYMBOL`; None if it is not such a number."""
    before, after = unit_code.ljust(4, "0"), f"/{symbol}"
    number = _digits(text.removeprefix(before).removesuffix(after))
    written = number is not None and unit_number_text(symbol, number, unit_code) == text
    return number if written else None


def in_officer_text(text: str, form_symbol: str, officer_number: str) -> int | None:
    """Read the running number of an officer's `N/SYMBOL-OFFICER_NO`; None if it is none."""
    number = _digits(text.partition("/")[0])
    written = (
        number is not None and officer_number_text(form_symbol, number, officer_number) == text
    )
    return number if written else None


def _digits(text: str) -> int | None:
    fine = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) or None if fine else None


def may_reserve(year: int, now: datetime) -> bool:
    """Tell whether a phone may fetch numbers of this year: the present one or, late in it, the
    next."""
    return year in (local_time.year_of(now), local_time.year_of(now + NEXT_YEAR_FROM))


def open_from(now: datetime) -> int:
    """Return the first year whose blocks are open: last year's stay open for a month.

    Papers numbered at its end may arrive late.
    """
    return local_time.year_of(now - YEAR_STAYS_OPEN)


def unfit(
    kept: Number, kept_hash: str, issuer: Issuer, form: str, year: int, fields_hash: str
) -> str | None:
    """Return why the number reserved for a paper does not fit it now; None if it fits.

    The ledger records this text as the reason.
    """
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

    A number that was voided only because its block was closed is valid: people hold that paper, so
    the number was used.
    """
    if state == "used" and document_id != wanted_by:
        return fault("number_used")
    if state == "void" and (document_id is not None or not by_closing):
        return fault("number_voided")
    if given_at is not None and signed_through is not None and given_at < signed_through:
        return fault("number_too_early")
    return None


def gaps(numbers: list[int], last: int, skipped: list[tuple[int, int]] = []) -> list[int]:  # noqa: B006 - read only
    """Return which of 1..last are missing from a register.

    `skipped` are ranges (first, last) that a restore skipped; their numbers are not missing.
    """
    there = set(numbers).union(*(range(first, until + 1) for first, until in skipped))
    return [number for number in range(1, last + 1) if number not in there]
