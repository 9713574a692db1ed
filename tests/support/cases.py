"""The shared tables of cases in tests/cases. This module writes those that come from the server's own tables.

    python -m tests.support.cases    # after a change of fieldwork/acts, rules/submissions.py, bounds/forms.py,
                                   # insight/rules/search, catalogue/violations.csv or catalogue/synonyms.json

A test fails while a file differs from the code.
"""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from backend.fieldwork.acts.declaring import Written
from backend.fieldwork.acts.index import ACTS
from backend.fieldwork.derived import states as tables
from backend.fieldwork.rules import submissions as submission_rules
from backend.law.catalogue import files
from backend.law.rules import finding
from backend.ledger.bounds import forms as bounds
from backend.ledger.bounds.edges import At, Edge, Fixed, Later, Made, Now, Today
from schemas.fieldwork.words import InspectionState
from tests.support import search_cases

FOLDER = Path(__file__).parents[1] / "cases"
DESK_PAPERS = frozenset(
    kind
    for kind, one in ACTS.items()
    if one.of_desk_paper or one.changes_decision or one.writes is Written.SITE_FILE
)
"""Acts about papers of the desk, changes of a decision, and stored files of papers. No phone makes them;
it gets the state with the inspection."""


def read(name: str) -> Any:
    """A table of cases."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def states() -> dict[str, Any]:
    """The whole table of states, and the sets of acts that a phone needs."""
    order = [None, *InspectionState]
    return {
        "evidence": sorted(tables.EVIDENCE),
        "late": sorted(tables.LATE),
        "cells": [
            {
                "state": state,
                "act": act,
                "effect": tables.OLDER[state][act].effect,
                "next": tables.OLDER[state][act].next,
                "code": tables.OLDER[state][act].code,
            }
            for state in order
            for act in sorted(tables.OLDER_TYPES - DESK_PAPERS)
        ],
        "newer": [
            {
                "state": state,
                "act": act,
                "effect": tables.NEWER[state][act].effect,
                "next": tables.NEWER[state][act].next,
                "code": tables.NEWER[state][act].code,
            }
            for state in tables.REACHED
            for act in sorted(tables.TYPES - DESK_PAPERS)
        ],
    }


def form_rules() -> dict[str, Any]:
    """What a submission requires, by form."""
    return {
        form: {
            "announced": rule.announced,
            "absence_field": rule.absence_field,
            "needs": [
                {
                    "code": need.code,
                    "any_of": [sorted(group) for group in need.any_of],
                    "where_absence_told": [sorted(group) for group in need.where_absence_told],
                }
                for need in rule.needs
            ],
        }
        for form, rule in submission_rules.FORM_RULES.items()
    }


def field_bounds() -> dict[str, Any]:
    """The bounds of the fields of papers, in the phone's format."""
    return {
        name: {
            "least": _edge(line.least[0]),
            "most": _edge(line.most[0]),
            "vi": line.why_vi,
            "en": line.why_en,
        }
        for name, line in bounds.FIELDS.items()
    }


def catalogue() -> list[dict[str, Any]]:
    """The drafts of the catalogue as a phone searches them; `text` is folded as the database folds
    it."""
    rows = searched((one.code, one.name_vi, one.legal_basis) for one in files.violations())
    return [msgspec.structs.asdict(row) for row in rows]


def searched(rows: Iterable[tuple[str, str, str]]) -> list[finding.Findable]:
    """Rows, each given by code, name and legal basis, as they are searched."""
    found = []
    for code, name, basis in rows:
        also = finding.also(code, name, files.synonyms())
        found.append(
            finding.Findable(code, name, also, _folded(" ".join((code, name, basis, *also))))
        )
    return found


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("đ", "d")


def _edge(edge: Edge) -> dict[str, Any]:
    match edge:
        case Fixed(value):
            return {"fixed": str(value)}
        case Today(days):
            return {"today": days}
        case At(pointer, days):
            return {"field": pointer.removeprefix("/"), "days": days}
        case Later(Now(minutes), Made(1)) if minutes == 24 * 60:
            return {"now": 1}  # on the phone, now is the time at which it is made
        case _:
            raise TypeError(f"the phone knows no edge {edge}")


def as_text(value: Any) -> str:
    """JSON with one case per line, so that a diff shows single cases."""
    lines = []
    for key, part in value.items():
        if isinstance(part, list) and part and isinstance(part[0], dict):
            rows = ",\n".join("  " + _line(row) for row in part)
            lines.append(f" {_line(key)}: [\n{rows}\n ]")
        else:
            lines.append(f" {_line(key)}: {_line(part)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: Any) -> str:
    """One line of JSON: readable, except for characters that an editor would not show or would
    compose."""
    text = json.dumps(value, ensure_ascii=False)
    plain = text.isprintable() and unicodedata.is_normalized("NFC", text)
    return text if plain else json.dumps(value)


def write(name: str, value: Any) -> None:
    """Write a table."""
    (FOLDER / f"{name}.json").write_text(as_text(value), encoding="utf-8")


if __name__ == "__main__":
    write("states", states())
    write("submissions", read("submissions") | {"forms": form_rules()})
    write("search", read("search") | {"catalogue": catalogue()})
    write("searching", search_cases.table())
    write("bounds", {"fields": field_bounds()} | {"cases": read("bounds")["cases"]})
