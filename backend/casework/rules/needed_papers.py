"""Which signed papers an act of a case takes: one declaration, asked by whoever offers the act. Pure.

The guards have the last word. tests/unit/casework/cases/test_needed_papers.py holds that they take exactly these
forms, so that what is offered is what is accepted.
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from schemas.casework.views import PaperView
from schemas.casework.words import CaseAct as A

STANDING = ("signed", "delivered")
"""States of a paper that is in force."""


class Needed(NamedTuple):
    """A paper that an act names in one of its fields. Any one of `forms` will do."""

    forms: tuple[str, ...]
    field: str = "document_id"
    first: bool = True
    """The paper comes before the act: who wants to do the act is led to it. Else the act may do without, or is about a
    paper that is begun elsewhere."""


NEEDED: dict[A, tuple[Needed, ...]] = {
    A.INSPECTION_PROPOSED: (Needed(("ĐX",), first=False),),
    A.ADHOC_PLAN_ISSUED: (Needed(("PA",)),),
    A.VIOLATION_RECORDED: (Needed(("MBB01",)),),
    A.EXPLANATION_RECEIVED: (Needed(("MBB03",)),),
    A.SANCTION_IMPOSED: (Needed(("MQĐ02",)),),
    A.SANCTION_IMPOSED_ON_SPOT: (Needed(("MQĐ01",)),),
    A.REMEDY_ORDERED: (Needed(("MQĐ14", "MQĐ15")),),
    A.SANCTION_DECLINED: (Needed(("BC", "ĐX")),),
    A.CASE_TRANSFERRED: (Needed(("BC", "ĐX", "MQĐ33")),),
    A.CRIME_REFERRED: (Needed(("MQĐ33",)),),
    A.DECISION_DELIVERED: (Needed(("MBB06", "MBB02"), "proof_document_id", first=False),),
    A.EXECUTION_POSTPONED: (Needed(("MQĐ03",)),),
    A.INSTALMENTS_GRANTED: (Needed(("MQĐ05",)),),
    A.FINE_REDUCED: (Needed(("MQĐ04",)),),
    A.DECISION_ANNULLED: (Needed(("MQĐ40",), "by", first=False),),
    A.DECISION_DUE_AGAIN: (Needed(("MBB05",)),),
    A.EXHIBITS_SEIZED: (Needed(("MBB15", "MBB01", "BK")),),
    A.SEIZURE_DECIDED: (Needed(("MQĐ20",)),),
    A.SEIZURE_EXTENDED: (Needed(("MQĐ21",)),),
    A.EXHIBITS_SEALED: (Needed(("MBB26",)),),
    A.EXHIBITS_UNSEALED: (Needed(("MBB27",)),),
    A.EXHIBITS_MOVED: (Needed(("MBB26", "MBB27"), first=False),),
    A.EXHIBITS_DESTROYED: (Needed(("MQĐ16",), "decision_id"), Needed(("MBB21",), "minutes_id")),
    # The guard asks that it is the case's own decision, whatever its form; of sanctions alone is notice given (Art 72).
    A.SANCTION_PUBLISHED: (Needed(("MQĐ01", "MQĐ02")),),
    A.DOCUMENT_CANCELLED: (Needed(("MQĐ40",), "by", first=False),),
    A.DOCUMENT_AMENDED: (Needed(("MQĐ38", "MQĐ39", "MQĐ40"), "by", first=False),),
}
"""By act; each line is a paper of its own. An act that is not named takes any paper, or none."""

GROUND: dict[A, tuple[str, ...]] = {
    A.VIOLATION_RECORDED: ("MBB01",),
    A.EXHIBITS_SEIZED: ("MBB15", "MBB01"),
    A.EXHIBITS_SEALED: ("MBB26",),
    A.DECISION_ANNULLED: ("MQĐ40",),
    A.SEIZURE_DECIDED: ("MQĐ20",),
}
"""Papers that say already what the act records, the nearest first: nobody types it again."""


def forms(kind: A, field: str = "document_id") -> tuple[str, ...]:
    """The forms of which a field of an act takes one; empty where any paper will do."""
    return next((one.forms for one in NEEDED.get(kind, ()) if one.field == field), ())


def stands(paper: PaperView, forms: Iterable[str]) -> bool:
    """Whether a paper is in one of these forms and in force."""
    return paper.form in forms and paper.state in STANDING


def missing(kind: A, papers: list[PaperView]) -> tuple[str, ...]:
    """The forms that an act still waits for; any one of those of a line will do. Empty where nothing is missing."""
    return tuple(
        form
        for needed in NEEDED.get(kind, ())
        if needed.first and not any(stands(one, needed.forms) for one in papers)
        for form in needed.forms
    )


def newest(papers: list[PaperView], form: str) -> PaperView | None:
    """The newest paper of a form that is in force."""
    return next((one for one in reversed(papers) if stands(one, (form,))), None)


def ground(kind: A, papers: list[PaperView], chosen: UUID | None = None) -> PaperView | None:
    """The paper in force that says what the act records: the chosen one, else the newest of the nearest form."""
    wanted = GROUND.get(kind, ())
    found = [one for one in papers if stands(one, wanted)]
    asked = [one for one in found if one.id == chosen]
    nearest = sorted(found, key=lambda one: wanted.index(one.form), reverse=True)
    return next(reversed(asked or nearest), None)


def follows(form: str) -> A | None:
    """The act that a paper of this form is above all the ground of."""
    return next((kind for kind, wanted in GROUND.items() if wanted[0] == form), None)
