"""How dates, times, amounts and places are written for readers.

Times are stored in UTC and shown in Vietnam's only time zone (UTC+7, no summer time). Dates on
papers follow Decree 30/2020, Appendix I, II.4.b: days below ten and the months January and February
get a leading zero.
"""

import re
from datetime import date, datetime, timedelta
from typing import Any

from backend.core import formats
from backend.core.local_time import VIETNAM

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT.*")
_UNITS = (
    (86400, "ngày", "d"),
    (3600, "giờ", "h"),
    (60, "phút", "min"),
    (1, "giây", "s"),
)


def _local(value: datetime | str) -> datetime:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    try:
        return moment.astimezone(VIETNAM)
    except OverflowError:  # the first or last hours of the calendar: shown unconverted
        return moment


def paper_date(value: date | datetime | str, language: str) -> str:
    """Return `ngày 05 tháng 01 năm 2026`, `ngày 05 tháng 3 năm 2026`; in English `05/01/2026`."""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        value = _local(value).date()
    if language == "en":
        return formats.day(value)
    month = f"{value.month:02}" if value.month <= 2 else str(value.month)
    return f"ngày {value.day:02} tháng {month} năm {value.year}"


def paper_moment(value: datetime | str, language: str) -> str:
    """Return `08 giờ 30 phút ngày 05 tháng 01 năm 2026`, as minutes write a time."""
    local = _local(value)
    if language == "en":
        return f"{formats.hour(local)} on {paper_date(local, 'en')}"
    return f"{local:%H} giờ {local:%M} phút {paper_date(local, 'vi')}"


def moment(value: datetime | str | None, _language: str, *, seconds: bool = False) -> str:
    """Return `05/01/2026 08:30` in Vietnam time, in both languages; empty for None."""
    if value is None:
        return ""
    local = _local(value)
    return f"{formats.day(local)} {formats.hour(local, seconds=seconds)}"


def short_date(value: date | str | None, _language: str) -> str:
    """Return `05/01/2026`, in both languages; empty for None. Of a moment it is the day in Vietnam."""
    if value is None:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        value = _local(value).date()
    return formats.day(value)


def day_or_moment(text: str, language: str) -> str | None:
    """Return a text of an act as moment() or short_date() would if it is ISO 8601; None for any other.

    What somebody typed may look like a day that there is not: 2026-02-30.
    """
    try:
        if _ISO_MOMENT.fullmatch(text):
            return moment(text, language)
        return short_date(text, language) if _ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def period(first: date, last: date, _language: str) -> str:
    """Return `05/01/2026 – 14/11/2026`, or the one day of both, in both languages."""
    begins, ends = formats.day(first), formats.day(last)
    return begins if begins == ends else f"{begins} – {ends}"


def short_period(first: date, last: date) -> str:
    """Return days as a title has room for them: `19–25/11/2026`, `15/10–14/11/2026`, in both languages."""
    if first == last:
        return formats.day(first)
    begins = formats.day(first)
    if first.year == last.year:
        begins = f"{first:%d}" if first.month == last.month else f"{first:%d/%m}"
    return f"{begins}–{formats.day(last)}"


_WEEKDAYS: dict[str, tuple[str, ...]] = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def weekday(number: int, language: str) -> str:
    """Return the name of a day of the week; 0 is Monday."""
    return _WEEKDAYS[language][number]


def day_heading(value: date, language: str) -> str:
    """Return `Thứ Hai, 05/01/2026`, in English `Monday, 05/01/2026`."""
    return f"{weekday(value.weekday(), language)}, {formats.day(value)}"


_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d\S*)?", re.ASCII)


def as_typed(value: date | str | None) -> str:
    """Write the value of a field as people type it: `05/01/2026`, `05/01/2026 08:30`, whatever the browser speaks.

    A moment without a zone is in Vietnam time. Other text stays unchanged: what was typed wrongly is shown as it was.
    """
    if value is None:
        return ""
    if isinstance(value, date):
        return _with_four_digits(value)
    found = _ISO.fullmatch(value)
    try:
        if found is None:
            return value
        if not found[1]:
            return _with_four_digits(date.fromisoformat(value))
        written = datetime.fromisoformat(value)
        local = _local(written if written.tzinfo else written.replace(tzinfo=VIETNAM))
        return f"{_with_four_digits(local)} {formats.hour(local)}"
    except ValueError:
        return value


def _with_four_digits(day: date) -> str:
    """Write a day so that it is read as the same: a year of fewer than four digits would be none (typed.day)."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def iso(value: datetime | str) -> str:
    """Return the ISO 8601 form, for `<time datetime>`."""
    return value if isinstance(value, str) else value.isoformat()


def ago(value: datetime | str, present: datetime, language: str) -> str:
    """Return how long something has waited, in one unit: minutes, hours or days."""
    return waited(present - _local(value), language)


def waited(span: timedelta, language: str) -> str:
    """Return a span in one unit, rounded down: `7 phút`, `3 giờ`, `520 ngày`; nothing is less than 0 minutes."""
    minutes = max(0, int(span.total_seconds() // 60))
    if minutes < 60:
        count, vi, en = minutes, "phút", "minute"
    elif minutes < 48 * 60:
        count, vi, en = minutes // 60, "giờ", "hour"
    else:
        count, vi, en = minutes // (24 * 60), "ngày", "day"
    if language == "vi":
        return f"{count} {vi}"
    return f"{count} {en}{'' if count == 1 else 's'}"


def age(value: datetime | str, used_at: datetime, language: str) -> str:
    """Return how old a measurement was when it was used: in seconds below two minutes, otherwise as ago()."""
    seconds = max(0, int((used_at - _local(value)).total_seconds()))
    if seconds >= 120:
        return ago(value, used_at, language)
    return f"{seconds} {'giây' if language == 'vi' else 's'}"


def duration(span: timedelta, language: str) -> str:
    """Return the two largest units that are not zero: `45 giây`, `12 phút 5 giây`, `2 ngày 3 giờ`."""
    rest = abs(int(span.total_seconds()))
    parts = []
    for seconds, vi, en in _UNITS:
        count, rest = divmod(rest, seconds)
        if count:
            parts.append(f"{count} {vi if language == 'vi' else en}")
    return " ".join(parts[:2]) or f"0 {_UNITS[-1][1 if language == 'vi' else 2]}"


def whole_minutes(seconds: int) -> timedelta:
    """Round a clock's offset to minutes, because an answer itself travels for a second or two."""
    return timedelta(minutes=round(seconds / 60))


def up_to_minutes(seconds: int) -> timedelta:
    """Round up to minutes: what is said to be late is never told as less late than it is."""
    return timedelta(minutes=-(-seconds // 60))


def hour(value: datetime, seconds: bool) -> str:
    """Return `08:30` in Vietnam time, for an axis; with seconds if asked."""
    return formats.hour(_local(value), seconds=seconds)


def day_of(value: datetime, language: str) -> str:
    """Return the day in Vietnam on which a moment falls: `05/01/2026`."""
    return short_date(_local(value).date(), language)


def number(value: int, language: str) -> str:
    """Group a whole number by three digits: with dots in Vietnamese, commas in English."""
    return formats.grouped(value, "vi" if language == "vi" else "en")


def counted(value: int, language: str) -> str:
    """Return how many rows a list has; `1.000+` for one that was counted no further (core/keyset.py)."""
    return formats.counted(value, "vi" if language == "vi" else "en")


def brief(value: int, language: str) -> str:
    """Return a count as the rail has room for it: `999`, `6,0k`, `12k`, `1,2tr`; in English `6.0k`, `1.2M`.

    It is cut, never rounded up: 999.999 are `999k`, not a million. Who shows it says the whole number beside it.
    """
    if value < 1_000:
        return str(value)
    step, sign = (
        (1_000, "k") if value < 1_000_000 else (1_000_000, "tr" if language == "vi" else "M")
    )
    tenths = value * 10 // step
    if tenths >= 100:
        return f"{number(tenths // 10, language)}{sign}"
    return f"{tenths // 10}{',' if language == 'vi' else '.'}{tenths % 10}{sign}"


def money(dong: int, language: str) -> str:
    """Return `1.250.000 đồng`; amounts in đồng have no decimals."""
    return formats.money(dong, "vi" if language == "vi" else "en")


def decimal(value: int, places: int, language: str) -> str:
    """Write an integer of 10^-places as a decimal without trailing zeros: `decimal(12500, 3)` is `12,5`."""
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):0{places + 1}}"
    whole, rest = digits[:-places], digits[-places:].rstrip("0")
    whole = number(int(whole), language)
    return f"{sign}{whole}{',' if language == 'vi' else '.'}{rest}" if rest else f"{sign}{whole}"


def fixed(value: int, places: int, language: str) -> str:
    """Write the same with all its places, for a column: `fixed(120, 1)` is `12,0`, below `4,5`."""
    sign, digits = ("-" if value < 0 else ""), f"{abs(value):0{places + 1}}"
    point = "," if language == "vi" else "."
    return f"{sign}{number(int(digits[:-places]), language)}{point}{digits[-places:]}"


def metres(millimetres: int, language: str) -> str:
    """Write a length: in tenths of a metre below ten metres, otherwise in whole metres."""
    step = 100 if abs(millimetres) < 10_000 else 1000
    return f"{decimal(round(millimetres / step) * step, 3, language)} m"


def coordinates(latitude_e7: int, longitude_e7: int) -> str:
    """Return `16.0678000, 108.2208000`, always with dots, so that it can be pasted into any map."""
    return ", ".join(
        f"{'-' if part < 0 else ''}{abs(part) // 10**7}.{abs(part) % 10**7:07}"
        for part in (latitude_e7, longitude_e7)
    )


def size(count: int, language: str) -> str:
    """Write a number of bytes in B, kB, MB or GB (powers of ten)."""
    if count < 1000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{decimal(round(count / 100), 1, language)} kB"
    if count < 1_000_000_000:
        return f"{decimal(round(count / 100_000), 1, language)} MB"
    return f"{decimal(round(count / 100_000_000), 1, language)} GB"


_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)


def as_written(value: str, language: str) -> str:
    """Write a moment from a file's metadata unconverted, because most cameras record no time zone.

    Text without a day and an hour, or with an invalid date, stays unchanged.
    """
    found = _WRITTEN.fullmatch(value)
    try:
        day = short_date(found[1], language) if found else ""
    except ValueError:
        found = None
    if found is None:
        return value
    zone = {None: "", "Z": " UTC"}.get(found[3], f" UTC{found[3]}")
    return f"{day} {found[2]}{zone}"


_OF_SOURCES = (
    (r"Law on Handling Administrative Violations", "Luật Xử lý vi phạm hành chính"),
    (r"\bDecree\b", "Nghị định"),
    (r"\bCircular\b", "Thông tư"),
    (r"\bOrdinance\b", "Pháp lệnh"),
    (r"\bam\. ", "sửa đổi "),
    (r"\bform\b", "mẫu"),
    (r"\bArts?\b", "Điều"),
    (r"list of goods", "bảng kê"),
    (r"laid out after", "trình bày theo"),
)


def source(value: str, language: str) -> str:
    """Return a form's source in the reader's language. Forms give it once, in English."""
    value = value.rstrip("; ")
    if language == "vi":
        for english, vietnamese in _OF_SOURCES:
            value = re.sub(english, vietnamese, value)
    return value


_OF_ARTICLES = (
    (r"\bLuật XLVPHC\b", "Law on Handling Administrative Violations"),
    (r"\bLuật Khiếu nại\b", "Law on Complaints"),
    (r"\bNĐ (?=\d)", "Decree "),
    (r"\bTT (?=\d)", "Circular "),
    (r"\bĐiều (?=[^;()]*[,–])", "Arts "),
    (r"\bĐiều\b", "Art"),
    (r"\bsđ\b", "am."),
)


def cited(value: str, language: str) -> str:
    """Return the article that a step of a reckoning rests on in the reader's language. Rules give it in Vietnamese."""
    if language == "en":
        for vietnamese, english in _OF_ARTICLES:
            value = re.sub(vietnamese, english, value)
    return value


def common_name(name: str) -> str:
    """Return the common name in a certificate's distinguished name; the whole name if it has none."""
    found = re.search(r"Common Name: ([^,]+)", name)
    return found[1] if found else name


FORMATS: dict[str, Any] = {
    "source": source,
    "cited": cited,
    "as_written": as_written,
    "paper_date": paper_date,
    "paper_moment": paper_moment,
    "moment": moment,
    "short_date": short_date,
    "period": period,
    "day_heading": day_heading,
    "as_typed": as_typed,
    "counted": counted,
    "number": number,
    "brief": brief,
    "money": money,
    "metres": metres,
    "size": size,
    "duration": duration,
    "day_of": day_of,
}
"""Filters that take the language last: `{{ value | moment(lang) }}`. So do those that write the same in both."""
