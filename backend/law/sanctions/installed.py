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
_OWN = ("competence", "routes", "titles")
"""Files of an edition that replace those of the first."""


@cache
def in_use() -> Laws:
    """Return the laws in the JSON files of data/. Raises ValidationError for a wrong file."""
    return laws.read({path.stem: path.read_bytes() for path in sorted(DATA.glob("*.json"))})


@cache
def laws_of(book: str) -> Laws:
    """Return the laws of a book: an edition's own files, and the first edition's where it has none.

    Raises ValidationError for a wrong file.
    """
    if book == books.FIRST:
        return in_use()
    folders = [EDITIONS / day for day in books.EDITIONS if day <= book]
    own = [folder / f"{name}.json" for folder in folders for name in _OWN]
    paths = [*sorted(DATA.glob("*.json")), *(path for path in own if path.exists())]
    return laws.read({path.stem: path.read_bytes() for path in paths})
