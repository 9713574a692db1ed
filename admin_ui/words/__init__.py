"""The words of the desk, one catalogue per language, merged from one file per area.

An area is a module of the same name in `vi` and in `en`, with `WORDS: dict[str, str]`. Keys are
dotted and begin with the area or with `common`. A key that only one language has, or that a page
uses and nobody wrote, fails a test.
"""

from importlib import import_module
from typing import Literal

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
AREAS = (
    "common",
    "domain",
    "queue",
    "inspection",
    "opinions",
    "decision",
    "search",
    "photo",
    "metadata",
    "custody",
    "map",
    "verdicts",
    "gallery",
    "findings",
    "people",
    "asks",
    "catalogue",
    "parties",
    "rescue",
    "deadlines",
    "exceptions",
    "refusals",
    "restores",
    "unknown",
    "again",
    "delegations",
    "verify",
    "paper",
    "sanction",
    "certificates",
    "scan",
    "byhand",
    "cases",
    "case_acts",
    "case_fields",
    "case_story",
)


def _merged(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for area in AREAS:
        more: dict[str, str] = import_module(f"admin_ui.words.{language}.{area}").WORDS
        twice = words.keys() & more.keys()
        if twice:
            raise ValueError(f"said twice in {language}: {sorted(twice)}")
        words |= more
    return words


CATALOGUES: dict[str, dict[str, str]] = {language: _merged(language) for language in LANGUAGES}


def say(language: str, key: str, **values: object) -> str:
    """Return the sentence of `key`; values fill its {names}. KeyError where nobody wrote it."""
    sentence = CATALOGUES[language][key]
    return sentence.format(**values) if values else sentence
