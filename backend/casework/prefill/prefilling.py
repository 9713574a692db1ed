"""Fields of acts that signed minutes and decisions determine: nobody types them again. Pure.

Each act declares which.
"""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from backend.casework.acts.index import ACTS
from backend.casework.derived import needed_papers
from backend.casework.rules.prefilled import Values
from schemas.casework.views import CaseView, PaperView
from schemas.casework.words import CaseAct
from schemas.law.catalogue import Violation


def values(
    kind: CaseAct, view: CaseView, behaviours: Iterable[Violation], paper_id: UUID | None = None
) -> Values:
    """Return an act's first values, from the paper that was asked for, else from the newest."""
    start: Values = {"party": msgspec.to_builtins(view.party)} if view.party else {}
    act = ACTS[kind]
    if act.said_by_case is not None:
        return start | act.said_by_case(view)
    paper = needed_papers.ground(kind, view.papers, paper_id)
    return start if paper is None else start | act.said_by_ground(paper, view, behaviours)


def held(kind: CaseAct, paper: PaperView | None) -> frozenset[str]:
    """List the fields of an act that its paper determines, as paths with dots."""
    told = ACTS[kind].held_by_ground
    return frozenset(told(paper.fields)) if paper is not None and told is not None else frozenset()
