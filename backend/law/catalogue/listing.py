"""The catalogue as the desk lists it: found, filtered, a page at a time."""

from datetime import date
from typing import Literal

import msgspec

from backend.core import clock
from backend.law import books
from backend.law.catalogue import edition_files, reading
from backend.law.rules import editions
from backend.law.rules.editions import Decree
from backend.law.texts import provisions as words
from schemas.core.problems import Text
from schemas.law.catalogue import Violation

PAGE = 50
Force = Literal["now", "history", "all"]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader wants to see. An empty text does not filter."""

    words: str = ""
    decree: str = ""
    article: str = ""
    field: str = ""
    force: Force = "now"
    page: int = 1


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the rows that fit, and what the filters offer."""

    rows: list[Violation]
    multiples: dict[str, Text]
    """Of rows whose fine is a multiple of a value: the multiple in words."""
    found: int
    total: int
    drafts: int
    pages: int
    page: int
    decrees: list[Decree]


async def listed(asked: Asked) -> Listed:
    """Return a page of the newest book's rows. Every officer may read them."""
    today = clock.today()
    known = await reading.rows()
    fitting = [row for row in await reading.search(asked.words) if _fits(row, asked, today)]
    pages = max(1, -(-len(fitting) // PAGE))
    number = min(max(asked.page, 1), pages)
    shown = fitting[(number - 1) * PAGE : number * PAGE]
    return Listed(
        rows=shown,
        multiples={row.code: words.times(row.times) for row in shown if row.times},
        found=len(fitting),
        total=len(known),
        drafts=sum(row.status == "draft" for row in known),
        pages=pages,
        page=number,
        decrees=edition_files.edition(books.newest()).decrees,
    )


def former(code: str) -> Violation | None:
    """Return what a code meant before the newest edition, if that was another behaviour."""
    reused = code in edition_files.edition(books.newest()).reused
    return edition_files.drafts(books.FIRST).get(code) if reused else None


def names_here(code: str) -> bool:
    """Tell whether the newest edition has a row of this code."""
    return code in edition_files.drafts(books.newest())


def _fits(row: Violation, asked: Asked, today: date) -> bool:
    decree, article = [*row.code.split("-"), ""][:2]
    return (
        (not asked.decree or decree == asked.decree)
        and (not asked.article or article == asked.article.lower())
        and (not asked.field or row.field == asked.field)
        and (asked.force == "all" or editions.in_force(row, today) == (asked.force == "now"))
    )
