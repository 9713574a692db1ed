"""How a number, a day and a moment are written in a sentence for readers. Pure; a printed paper has the words of
Decree 30/2020 for its days (backend/documents/layout/wording.py), a page those of its
reader's language (admin_ui/shell/formats.py).
"""

from datetime import date, datetime
from typing import Literal

from backend.core import local_time

Language = Literal["vi", "en"]


def grouped(value: int, language: Language = "vi") -> str:
    """A whole number in groups of three: `1.250.000`, in English `1,250,000`."""
    written = f"{value:,}"
    return written.replace(",", ".") if language == "vi" else written


def day(value: date) -> str:
    """`05/01/2026`, the day first, as both languages read it here."""
    return f"{value:%d/%m/%Y}"


def moment(at: datetime) -> str:
    """`08:30 05/01/2026` on the clock of Vietnam (UTC+7)."""
    local = at.astimezone(local_time.SINCE_1975)
    return f"{local:%H:%M} {day(local)}"
