"""What lists that can be taken away as files have in common. Each stands beside its page, in `exporting.py`.

No module of such lists knows requests or templates: workers read them too (`admin_ui/exported_lists.py`).
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from admin_ui.shell.words import LANGUAGES, Language, say
from backend.core.errors import Invalid, NotFound
from backend.core.local_time import VIETNAM
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import Pages
from schemas.core.problems import Text

PAGE = 500
"""Rows that are read at once."""

Line = TypeVar("Line")


def paged(
    fetch: Callable[[str | None], Awaitable[tuple[Sequence[Line], str | None]]],
    row: Callable[[Line], Row],
) -> Callable[[], Pages]:
    """Return the pages of a list as its own page leads on. `fetch` returns lines and the next cursor."""

    async def pages() -> Pages:
        cursor: str | None = None
        while True:
            lines, cursor = await fetch(cursor)
            yield [row(one) for one in lines]
            if cursor is None:
                return

    return pages


def whole(lines: Sequence[Line], row: Callable[[Line], Row]) -> Callable[[], Pages]:
    """Return the pages of a list that its own page shows whole: one, of all its lines."""

    async def pages() -> Pages:
        yield [row(one) for one in lines]

    return pages


def both(key: str) -> Text:
    """Return words of the catalogue in both languages."""
    vi, en = (say(one, key) for one in LANGUAGES)
    return Text(vi=vi, en=en)


def headings(language: Language, *keys: str) -> list[str]:
    """Return words of the catalogue as headings."""
    return [say(language, one) for one in keys]


def conditions(language: Language, *given: tuple[str, str | date | None]) -> list[tuple[str, str]]:
    """Return those conditions that are set, by the key of their name."""
    found = []
    for key, value in given:
        said = f"{value:%d/%m/%Y}" if isinstance(value, date) else value or ""
        if said:
            found.append((say(language, key), said))
    return found


def due(at: datetime | None) -> date | None:
    """Return when a limit ends, as its page says it: a day that counts in full is that day, not midnight after it."""
    if at is None:
        return None
    local = at.astimezone(VIETNAM)
    return at if local.time() != time() else local.date() - timedelta(days=1)


def require_understood(errors: Iterable[str]) -> None:
    """Raise Invalid with what the page would say of a condition that means nothing: a file does not guess."""
    for sentence in errors:
        raise Invalid(code="export_condition", text=Text(vi=sentence, en=sentence))


def require_unit(asked: str, found: object | None) -> None:
    """Raise NotFound if a unit is asked for and not in sight: a page shows all then, a file must not."""
    if asked and found is None:
        raise NotFound(what="unit")


def unit_said(unit: object | None, language: Language, begins: str = "name_") -> str:
    """Return a unit's name, of any struct with a name in each language; empty for none.

    `begins` is how those two fields begin.
    """
    return "" if unit is None else str(getattr(unit, f"{begins}{language}"))
