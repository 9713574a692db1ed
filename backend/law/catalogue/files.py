"""The catalogue's data files, read once per process.

Published versions override the drafts in these files: see reading.py.
"""

from functools import cache
from pathlib import Path

from backend.law.rules import catalogue as rules
from backend.law.rules import finding
from schemas.law.catalogue import CalendarYear, Ladder, Traits, Violation

FOLDER = Path(__file__).parent


@cache
def violations() -> list[Violation]:
    """Return every draft in the order of the file, which is by decree. Raises CatalogueFault."""
    return rules.read_violations((FOLDER / "violations.csv").read_text(encoding="utf-8"), traits())


@cache
def traits() -> list[Traits]:
    """Return the traits that apply to whole articles. Raises CatalogueFault."""
    return rules.read_traits((FOLDER / "traits.json").read_bytes())


def traits_of(code: str) -> Traits:
    """Return the traits of a behaviour's article.

    Raises CatalogueFault if its decree has no entry.
    """
    return rules.traits_of(code, traits())


@cache
def synonyms() -> list[finding.Synonyms]:
    """What people call behaviours besides their names."""
    return finding.read_synonyms((FOLDER / "synonyms.json").read_bytes())


@cache
def ladders() -> tuple[Ladder, ...]:
    """Return the ladders: series of bands among which a value chooses. Raises CatalogueFault."""
    return rules.read_ladders((FOLDER / "ladders.json").read_bytes())


@cache
def calendar() -> list[CalendarYear]:
    """Return every year whose days off are known, in order. Raises CatalogueFault."""
    return rules.read_calendar((FOLDER / "calendar.json").read_bytes())
