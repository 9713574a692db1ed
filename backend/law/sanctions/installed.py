"""The laws of this installation, read once from its data files.

Depends on no table and no clock.
"""

from functools import cache
from pathlib import Path

from backend.law import books
from backend.law.rules import laws
from backend.law.rules.laws import Laws

DATA = Path(__file__).parent / "data"
EDITIONS = Path(__file__).parent / "editions"


@cache
def in_use() -> Laws:
    """Return the laws of the first edition, in data/. Raises ValidationError for a wrong file."""
    return laws.read(_files(DATA))


@cache
def laws_of(book: str | None) -> Laws:
    """Return the laws of a book; None is the first edition. Raises UnknownBook, ValidationError.

    What an edition has no file of its own for is as in the first one.
    """
    known = books.book_of(book)
    if known == books.FIRST:
        return in_use()
    return laws.read_edition(_files(DATA) | _files(EDITIONS / known))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted(folder.glob("*.json"))}
