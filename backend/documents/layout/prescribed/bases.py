"""The bases of a prescribed paper: `x-bases` in the form's order, as drafted and as filled in since.

The drafter may reword them (`legal_bases`). A basis whose fields were filled in after the draft was
begun, or that another choice in the draft asks for, is put where the form has it: a paper never
lacks what it rests on. One that belongs to another choice goes, and the sanction decree is that of
the provisions that the paper names.
"""

import re
from typing import Any

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.prescribed.conditions import filled, holds
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.prescribed.slots import all_filled, expand, paths
from backend.law.rules import decree_citations

Basis = dict[str, Any]
_NUMBER = re.compile(r"\d{1,3}/\d{4}/NĐ-CP")


def bases(scope: Scope) -> list[str]:
    """Return the bases in the order of the form; none if the form has none (most minutes)."""
    if not scope.schema.get("x-bases"):
        return []
    typed = [text for text in scope.fields.get("legal_bases", []) if filled(text)]
    whole = prescribed(scope)
    if not typed:
        return [text for _, text in whole]
    found, place = _that_still_apply(typed, whole, scope), 0
    for basis, text in whole:
        at = next((n for n, one in enumerate(found) if _same(basis, text, one, scope)), None)
        if at is None and (paths(basis["text"]) or "when" in basis or text != basis["text"]):
            found.insert(place, text)
            at = place
        place = place if at is None else at + 1
    return found


def prescribed(scope: Scope) -> list[tuple[Basis, str]]:
    """Return the bases that apply, with their slots filled; one with an open slot is left out.

    The decree of the form's own text gives way to those of the provisions that the paper names.
    """
    return [
        (one, text)
        for one in scope.schema.get("x-bases", [])
        if holds(one.get("when"), scope) and all_filled(one["text"], scope)
        for text in _decrees(scope).get(one["text"], [expand(one["text"], scope)])
    ]


def _decrees(scope: Scope) -> dict[str, list[str]]:
    rows = [one for one in scope.fields.get("violations") or [] if isinstance(one, dict)]
    named = decree_citations.of_provisions(str(one.get("provision") or "") for one in rows)
    return {decree_citations.cited(decree_citations.USUAL): named} if named else {}


def _that_still_apply(typed: list[str], whole: list[tuple[Basis, str]], scope: Scope) -> list[str]:
    """Leave out what the drafter did not word himself and another choice no longer asks for."""
    other = [
        (one, expand(one["text"], scope))
        for one in scope.schema["x-bases"]
        if not holds(one.get("when"), scope)
    ]
    named = _decrees(scope)
    gone = (
        {_bare(decree_citations.cited(one)) for one in decree_citations.KNOWN} if named else set()
    )
    return [
        one
        for one in typed
        if any(_same(basis, text, one, scope) for basis, text in whole)
        or not (_bare(one) in gone or any(_same(basis, text, one, scope) for basis, text in other))
    ]


def _same(basis: Basis, text: str, typed: str, scope: Scope) -> bool:
    """Tell whether a typed basis is this one: it names the same paper, or has the same words."""
    values = [scope.value(path) for path in paths(basis["text"])]
    if not values:
        one, other = _NUMBER.search(text), _NUMBER.search(typed)
        if one and other:
            return one[0] == other[0]
        return _bare(text) == _bare(typed)
    said = [one for one in (str(value).rstrip(".;").casefold() for value in values) if one]
    first = next((one for one in said if one != BLANK and one in text.casefold()), None)
    return first is not None and first in typed.casefold()


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.removeprefix("Căn cứ")).casefold()
