"""Several violation minutes of one inspection: whether two of them may name the same violator."""

from uuid import UUID

import msgspec

from schemas.fieldwork.paper_views import FieldDocumentView


class Minuted(msgspec.Struct, frozen=True, kw_only=True):
    """Numbered violation minutes: their number, the violator, and the officer who made them."""

    id: UUID
    number: str
    violator: str
    officer_name: str
    same: bool
    """Whether others of the inspection name the same violator, or one of the two names nobody."""


def several(views: list[FieldDocumentView]) -> list[Minuted]:
    """Return the numbered violation minutes of an inspection if there are several; else none."""
    found = [(one, one.number, _violator(one)) for one in views if one.form == "MBB01"]
    names = [name for _, number, name in found if number]
    numbered = [
        Minuted(
            id=one.id,
            number=number,
            violator=name,
            officer_name=one.officer_name,
            same=not name or "" in names or [_key(each) for each in names].count(_key(name)) > 1,
        )
        for one, number, name in found
        if number
    ]
    return numbered if len(numbered) > 1 else []


def _violator(view: FieldDocumentView) -> str:
    said = view.fields.get("violator") or {}
    return "" if said.get("kind") == "unknown" else str(said.get("name") or "")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
