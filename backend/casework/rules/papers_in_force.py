"""Papers of a case that are in force, among its views; and how an act says which it takes. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from schemas.casework.views import PaperView

STANDING = ("signed", "delivered")
"""States of a paper that is in force."""


class Needed(NamedTuple):
    """A paper that an act names in one of its fields. Any one of `forms` will do."""

    forms: tuple[str, ...]
    field: str = "document_id"
    first: bool = True
    """The paper comes before the act: who wants to do the act is led to it. Else the act may do without, or is about a
    paper that is begun elsewhere."""


def stands(paper: PaperView, forms: Iterable[str]) -> bool:
    """Whether a paper is in one of these forms and in force."""
    return paper.form in forms and paper.state in STANDING


def newest(papers: list[PaperView], form: str) -> PaperView | None:
    """The newest paper of a form that is in force."""
    return next((one for one in reversed(papers) if stands(one, (form,))), None)
