"""The catalogue's own files, read once a process. What was published stands over them: reading.py."""

from functools import cache
from pathlib import Path

from backend.law.rules import catalogue as rules
from backend.law.rules import finding
from schemas.law.catalogue import CalendarYear, Ladder, Traits, Violation

FOLDER = Path(__file__).parent


@cache
def violations() -> list[Violation]:
    """Every draft, in the order of the file: by decree. Raises CatalogueFault."""
    return rules.read_violations((FOLDER / "violations.csv").read_text(encoding="utf-8"), traits())


@cache
def traits() -> list[Traits]:
    """What holds for whole articles. Raises CatalogueFault."""
    return rules.read_traits((FOLDER / "traits.json").read_bytes())


def traits_of(code: str) -> Traits:
    """What holds for the article of a behaviour. Raises CatalogueFault where nothing is known of its decree."""
    return rules.traits_of(code, traits())


@cache
def synonyms() -> list[finding.Synonyms]:
    """What people call behaviours besides their names."""
    return finding.read_synonyms((FOLDER / "synonyms.json").read_bytes())


@cache
def ladders() -> tuple[Ladder, ...]:
    """Bands that a value drives. Raises CatalogueFault."""
    return rules.read_ladders((FOLDER / "ladders.json").read_bytes())


@cache
def calendar() -> list[CalendarYear]:
    """Every year whose days off are known, in order. Raises CatalogueFault."""
    return rules.read_calendar((FOLDER / "calendar.json").read_bytes())
