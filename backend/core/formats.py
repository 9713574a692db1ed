"""How numbers, days and moments are written in sentences for readers. Pure.

A printed paper writes days in the words of Decree 30/2020 (backend/documents/layout/wording.py), and
so does a Vietnamese page that names a decision (`paper_date` of admin_ui/shell/formats.py).
"""

from datetime import date, datetime
from typing import Literal

from backend.core import local_time
from backend.core.keyset import MOST_COUNTED, MOST_TOTALLED

Language = Literal["vi", "en"]


def grouped(value: int, language: Language = "vi") -> str:
    """Write a whole number in groups of three: `1.250.000`, in English `1,250,000`."""
    written = f"{value:,}"
    return written.replace(",", ".") if language == "vi" else written


def counted(value: int, language: Language) -> str:
    """Write how many rows a list has; `1.000+` for one that was counted no further."""
    if value <= MOST_COUNTED:
        return grouped(value, language)
    return f"{grouped(MOST_COUNTED, language)}+"


def totalled(value: int, language: Language) -> str:
    """Write a list's total: `1.234`, and `hơn 10.000` for one that was counted no further."""
    if value <= MOST_TOTALLED:
        return grouped(value, language)
    more = "hơn" if language == "vi" else "more than"
    return f"{more} {grouped(MOST_TOTALLED, language)}"


def money(dong: int, language: Language) -> str:
    """Write `1.250.000 đồng`, in English `1,250,000 VND`; amounts in đồng have no decimals."""
    return f"{grouped(dong, language)} {'đồng' if language == 'vi' else 'VND'}"


_TWO = tuple(f"{value:02}" for value in range(60))
"""Numbers of two digits, of which days and hours are written: hundreds on a page, for which strftime takes long."""


def day(value: date) -> str:
    """Write `05/01/2026`, the day first, in both languages."""
    return f"{_TWO[value.day]}/{_TWO[value.month]}/{value.year}"


def hour(value: datetime, *, seconds: bool = False) -> str:
    """Write `08:30` of a moment as its own clock has it, with seconds if asked `08:30:05`."""
    minutes = f"{_TWO[value.hour]}:{_TWO[value.minute]}"
    return f"{minutes}:{_TWO[value.second]}" if seconds else minutes


def moment(at: datetime) -> str:
    """Write `08:30 05/01/2026`, by Vietnam's clock (UTC+7)."""
    local = at.astimezone(local_time.SINCE_1975)
    return f"{hour(local)} {day(local)}"


def second(at: datetime) -> str:
    """Write `05/01/2026 08:30:05`, by Vietnam's clock (UTC+7). The sentence around it names that clock."""
    local = at.astimezone(local_time.SINCE_1975)
    return f"{day(local)} {hour(local, seconds=True)}"
