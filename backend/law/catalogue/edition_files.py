"""The catalogue's editions, read once per process from editions/<id>/.

Published versions override the drafts in these files: see reading.py. The first edition is files.py.
"""

from datetime import date
from functools import cache

from backend.law import books
from backend.law.catalogue import files
from backend.law.rules import editions as rules
from backend.law.rules.editions import Edition, Standing
from schemas.law.catalogue import Violation, ViolationField

FOLDER = files.FOLDER / "editions"


@cache
def edition(book: str) -> Edition:
    """Return the catalogue of a later edition. Raises CatalogueFault, UnknownBook."""
    if book not in books.EDITIONS:
        raise books.UnknownBook(book)
    found = {
        path.name: path.read_text(encoding="utf-8") for path in sorted((FOLDER / book).iterdir())
    }
    return rules.read(book, found)


@cache
def drafts(book: str) -> dict[str, Violation]:
    """Return the drafts of a book by code, in its order: books.FIRST, or a later edition."""
    if book == books.FIRST:
        return {row.code: row for row in files.violations()}
    return edition(book).rows


def books_from(book: str | None) -> list[str]:
    """Return this book (the newest without one) and then the others, the newest first."""
    known = [*reversed(books.EDITIONS), books.FIRST]
    return sorted(known, key=lambda one: one != (book or books.newest()))


def draft(code: str, book: str) -> Violation | None:
    """Return a behaviour's draft in a book; that of another book if this one has no such code.

    A phone that has not fetched an edition yet names codes of the former one, and a case that is
    older than an edition may be told of an act that only the edition has. Both must be found. A code
    that two editions use differently is that of the book.
    """
    for one in books_from(book):
        if code in drafts(one):
            return drafts(one)[code]
    return None


def drafts_called(code: str, book: str | None) -> list[Violation]:
    """Return a code's drafts in every book, this book's first.

    A phone writes a paper by the rows that it last fetched, so each of its wordings is right. Only
    of a code that an edition uses for something else, the book's own draft counts.
    """
    reused = any(code in edition(one).reused for one in books.EDITIONS)
    found = [drafts(one)[code] for one in books_from(book) if code in drafts(one)]
    return found[:1] if reused else found


def field_of(code: str, book: str) -> ViolationField:
    """Return the field of a code in a book. Raises CatalogueFault if its decree is unknown."""
    found = draft(code, book)
    return found.field if found else files.traits_of(code).field


def history(code_or_article: str, day: date, book: str | None = None) -> Standing:
    """Return how a code, clause or article stands on a day of the law, by the newest edition.

    See rules.editions.Standing: no row on the day means "history missing, ask".
    """
    return rules.standing(edition(book or books.newest()), code_or_article, day)
