"""What a field of a form reads like on a page, by its part of the JSON Schema.

A printed paper says it in the words that the law has for papers (backend/documents/layout/values.py). Pages differ in
how they write days, moments and money alone: each has a `Manner`.
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
    """How a page writes days, moments and money of a form."""

    day: Words
    moment: Words
    grouped: bool
    """Whether money has its groups of three."""


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
    return f"{local:%H:%M} {formats.day(local)}"


DRAFTED = Manner(day=_day_in_figures, moment=_moment_or_as_written, grouped=True)
"""A paper of a case: of a draft also what is no day and no moment, as it stands."""
COMPARED = Manner(day=short_date, moment=_to_the_second, grouped=False)
"""Two writings of the same minutes: to the second, for that may be all in which they differ."""
ON_SITE = Manner(
    day=lambda value, _: formats.day(date.fromisoformat(value)),
    moment=_hour_first,
    grouped=False,
)
"""A paper that was made on site, which was judged when it came in: in Vietnamese, amounts in the digits signed."""


def worded(node: dict[str, Any], value: Any, language: Language, manner: Manner) -> str:
    """A field's value for readers: choices by name; empty where there is none."""
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
