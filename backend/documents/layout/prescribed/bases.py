"""The bases of a prescribed paper: `x-bases` in the form's order, as drafted and as filled in since.

The drafter may reword them (`legal_bases`). A basis whose fields were filled in after the draft was
begun is put where the form has it: a paper never lacks the number of what it rests on.
"""

import re
from typing import Any

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.prescribed.conditions import filled, holds
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.prescribed.slots import all_filled, expand, paths

Basis = dict[str, Any]


def bases(scope: Scope) -> list[str]:
    """Return the bases in the order of the form; none if the form has none (most minutes)."""
    if not scope.schema.get("x-bases"):
        return []
    typed = [text for text in scope.fields.get("legal_bases", []) if filled(text)]
    whole = prescribed(scope)
    if not typed:
        return [text for _, text in whole]
    found, place = list(typed), 0
    for basis, text in whole:
        at = next((n for n, one in enumerate(found) if _same(basis, text, one, scope)), None)
        if at is None and paths(basis["text"]):
            found.insert(place, text)
            at = place
        place = place if at is None else at + 1
    return found


def prescribed(scope: Scope) -> list[tuple[Basis, str]]:
    """Return the bases that apply, with their slots filled; one with an open slot is left out."""
    return [
        (one, expand(one["text"], scope))
        for one in scope.schema.get("x-bases", [])
        if holds(one.get("when"), scope) and all_filled(one["text"], scope)
    ]


def _same(basis: Basis, text: str, typed: str, scope: Scope) -> bool:
    """Tell whether a typed basis is this one: it names the same paper, or has the same words."""
    values = [scope.value(path) for path in paths(basis["text"])]
    if not values:
        return _bare(text) == _bare(typed)
    said = [one for one in (str(value).rstrip(".;").casefold() for value in values) if one]
    first = next((one for one in said if one != BLANK and one in text.casefold()), None)
    return first is not None and first in typed.casefold()


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.removeprefix("Căn cứ")).casefold()
