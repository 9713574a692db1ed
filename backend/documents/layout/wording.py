"""How a paper writes days, moments, counts and blanks (Decree 30/2020, Appendix I, II.4)."""

import re
import unicodedata
from datetime import date, datetime

from backend.core import local_time

NO_DAY = "ngày …… tháng …… năm ……"
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc]"
)
_ABROAD = re.compile(
    "[^\n\u0020-\u007e\u00a0-\u024f\u02c6\u02dc\u0300\u0301\u0303\u0309\u0323\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u045f\u1e00-\u1eff"
    "\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ab\u20ac\u2116\u2122\u2190-\u2195"
    "\u2212\u2248\u2260\u2264\u2265\u25a1]"
)
_NOT_KNOWN = "□"
SHEETS = "\ufdd0"
"""Stands for the number of sheets until the typesetter has set the paper (docs/decisions/0035).

A Unicode noncharacter: `clean` lets none through, so no typed text can bring it in.
"""


def clean(text: str) -> str:
    """Make a text printable: NFC, no control characters, no marks that change the text direction.

    Letters that the font does not have become a square, because PDF/A forbids letters without a
    glyph. A mark that changes the direction could make a paper read differently.
    """
    seen = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    # Composed last: characters between a letter and its combining mark are removed by then.
    return _ABROAD.sub(_NOT_KNOWN, unicodedata.normalize("NFC", seen))


def day(value: date) -> str:
    """Write a day: 05 tháng 01 năm 2026. Days below ten, January and February have a leading zero."""
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"{value.day:02} tháng {month} năm {value.year}"


def dated(place: str, on: date | None) -> str:
    """Write the place and day of a head: Đà Nẵng, ngày 05 tháng 01 năm 2026; blanks before it is signed."""
    return f"{place}, {NO_DAY if on is None else f'ngày {day(on)}'}"


def day_of(text: str) -> str:
    """Write a date of a form (YYYY-MM-DD) as "ngày 05 tháng 01 năm 2026"; blanks if it is none."""
    try:
        return f"ngày {day(date.fromisoformat(text))}"
    except ValueError:
        return NO_DAY


def moment_of(text: str) -> str:
    """Write a moment of a form (RFC 3339) in Vietnamese time.

    For example "10 giờ 15 phút, ngày 05 tháng 01 năm 2026"; blanks if it is none.
    """
    try:
        at = datetime.fromisoformat(text).astimezone(local_time.SINCE_1975)
    except (ValueError, OverflowError):
        return f"…… giờ …… phút, {NO_DAY}"
    return f"{at.hour:02} giờ {at.minute:02} phút, ngày {day(at.date())}"


def signed_at(at: datetime) -> str:
    """Write the moment of a digital signature: day, hour, minute, second and zone (Decree 30/2020, Appendix I).

    It is Vietnam's time, as people read it.
    """
    local = at.astimezone(local_time.VIETNAM)
    said = f"{local.hour:02} giờ {local.minute:02} phút {local.second:02} giây"
    return f"{said}, ngày {local:%d/%m/%Y} (giờ Việt Nam, +07:00)"


_CLOCKS = {
    "checked": "Giờ lập theo đồng hồ điện thoại, không trái với giờ máy chủ.",
    "unchecked": "Giờ lập theo đồng hồ điện thoại, chưa so với máy chủ.",
    "changed": "Đồng hồ điện thoại đã bị đổi, không rõ lệch bao lâu: giờ do người lập ghi.",
    "outside": "Giờ lập theo đồng hồ điện thoại; đồng hồ này lệch với giờ máy chủ.",
}


def clock_of(kind: str, off_s: int) -> str:
    """Say from which clock the times of a paper made on a phone come.

    The phone says the same (tests/cases/clock.json).
    """
    if kind != "off":
        return _CLOCKS[kind]
    way = "nhanh" if off_s < 0 else "chậm"
    return f"Giờ lập theo giờ máy chủ; đồng hồ điện thoại lúc đó {way} {span(off_s)}."


def span(seconds: int) -> str:
    """Write a length of time: "2 ngày", "3 giờ 5 phút". The sign is dropped; seconds are rounded."""
    minutes = abs(seconds) // 60 + (1 if abs(seconds) % 60 >= 30 else 0)
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    said = [f"{days} ngày"] if days else []
    said += [f"{hours} giờ"] if hours else []
    if not days and (rest or not said):
        said.append(f"{rest} phút")
    return " ".join(said)


def count(number: int | None) -> str:
    """Write a small count as papers do: 03 tờ, 12 tờ."""
    return "……" if number is None else f"{number:02}"


def capitalised(text: str) -> str:
    """Make the first letter a capital and leave the others as they are."""
    return text[:1].upper() + text[1:]
