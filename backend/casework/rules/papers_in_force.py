"""Papers of a case that are in force, read off its view, and which of them an act needs. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from schemas.casework.views import PaperView

STANDING = ("signed", "delivered")
"""States of a paper in force."""


class Needed(NamedTuple):
    """A paper that an act names in one of its fields. Any form of `forms` will do."""

    forms: tuple[str, ...]
    field: str = "document_id"
    first: bool = True
    """True: the paper comes before the act, and the page leads to the paper first. False: the act
    may do without it, or is about a paper that is begun elsewhere."""


def stands(paper: PaperView, forms: Iterable[str]) -> bool:
    """Tell whether a paper has one of these forms and is in force."""
    return paper.form in forms and paper.state in STANDING


def newest(papers: list[PaperView], form: str) -> PaperView | None:
    """Return the newest paper of a form that is in force."""
    return next((one for one in reversed(papers) if stands(one, (form,))), None)
