"""Which signed papers an act of a case takes, as declared; asked by pages that offer the act. Pure.

The guards decide. tests/unit/casework/cases/test_needed_papers.py checks that they take exactly
these forms, so that what is offered is also accepted.
"""

from uuid import UUID

from backend.casework.acts.declaring import Declared
from backend.casework.acts.index import ACTS
from backend.casework.rules.papers_in_force import Needed, stands
from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct


def _needed(act: Declared) -> tuple[Needed, ...]:
    entered = act.paper is not None and act.paper.forms
    own = (Needed(act.paper.forms, act.paper.key),) if act.paper and entered else ()
    return (*own, *act.takes)


NEEDED = {kind: found for kind, act in ACTS.items() if (found := _needed(act))}
"""Papers by act, one entry for each paper. An act that is missing here takes any paper, or none."""

GROUND = {kind: act.ground for kind, act in ACTS.items() if act.ground}
"""Papers that say already what the act records, the nearest first, so that nobody types it again."""


def forms(kind: CaseAct, field: str = "document_id") -> tuple[str, ...]:
    """Return the forms that a field of an act takes; empty if any paper will do."""
    return next((one.forms for one in NEEDED.get(kind, ()) if one.field == field), ())


def missing(kind: CaseAct, papers: list[PaperView]) -> tuple[str, ...]:
    """Return the forms that an act still waits for; empty if nothing is missing.

    Of each entry's forms any one will do.
    """
    return tuple(form for group in waited_for(kind, papers) for form in group)


def waited_for(kind: CaseAct, papers: list[PaperView]) -> list[tuple[str, ...]]:
    """Return the papers that an act still waits for, each as the forms of which any one will do."""
    return [
        needed.forms
        for needed in NEEDED.get(kind, ())
        if needed.first and not any(stands(one, needed.forms) for one in papers)
    ]


def ground(kind: CaseAct, papers: list[PaperView], chosen: UUID | None = None) -> PaperView | None:
    """Return the paper in force that says what the act records.

    This is the chosen one, else the newest of the nearest form.
    """
    wanted = GROUND.get(kind, ())
    found = [one for one in papers if stands(one, wanted)]
    asked = [one for one in found if one.id == chosen]
    nearest = sorted(found, key=lambda one: wanted.index(one.form), reverse=True)
    return next(reversed(asked or nearest), None)


def follows(form: str) -> CaseAct | None:
    """Return the act for which a paper of this form is the nearest ground."""
    return next((kind for kind, wanted in GROUND.items() if wanted[0] == form), None)
