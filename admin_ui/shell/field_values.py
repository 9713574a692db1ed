"""How pages show a field's value, depending on its part of the JSON Schema.

Printed papers use the wording that the law has for papers (backend/documents/layout/values.py).
Pages differ from one another only in how they write days, moments and money; each has a `Manner`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from admin_ui.shell.formats import as_written, moment, number, short_date
from admin_ui.shell.words import Language, say
from backend.core import formats
from backend.core.local_time import VIETNAM
from backend.documents import service as documents

Words = Callable[[str, Language], str]


@dataclass(frozen=True)
class Manner:
    """How a page writes the days, moments and money of a form."""

    day: Words
    moment: Words
    grouped: bool
    """Whether money is written in groups of three digits."""


def _day_in_figures(value: str, _language: Language) -> str:
    return "/".join(reversed(value.split("-"))) if len(value) == 10 else value


def _moment_or_as_written(value: str, language: Language) -> str:
    try:
        return moment(datetime.fromisoformat(value), language)
    except ValueError:
        return as_written(value, language)


def _to_the_second(value: str, language: Language) -> str:
    return moment(value, language, seconds=True)


def _hour_first(value: str, _language: Language) -> str:
    local = datetime.fromisoformat(value).astimezone(VIETNAM)
    return f"{formats.hour(local)} {formats.day(local)}"


DRAFTED = Manner(day=_day_in_figures, moment=_moment_or_as_written, grouped=True)
"""For a paper of a case. A draft may hold text that is no day or moment; it is shown unchanged."""
COMPARED = Manner(day=short_date, moment=_to_the_second, grouped=False)
"""For two versions of the same minutes: to the second, because they may differ in nothing else."""
ON_SITE = Manner(
    day=lambda value, _: formats.day(date.fromisoformat(value)),
    moment=_hour_first,
    grouped=False,
)
"""For a paper made on site, whose fields were validated on arrival: in Vietnamese, amounts in the
digits signed.
"""


def worded(node: dict[str, Any], value: Any, language: Language, manner: Manner) -> str:
    """Return a field's value for readers: choices by their label; an empty string if there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return say(language, "common.yes" if value else "common.no")
    if isinstance(value, int):
        return number(value, "vi") if manner.grouped and node.get("x-money") else str(value)
    if "x-choices" in node:
        return documents.choice(node, value, language)
    match node.get("format"):
        case "date":
            return manner.day(value, language)
        case "date-time":
            return manner.moment(value, language)
    return str(value)
