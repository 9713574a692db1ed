"""A second decision on the same violation: refused while one is in force (PRACTICE B10). Pure."""

from backend.cases.facts import Facts, Paper
from backend.cases.texts import refusal
from backend.ledger.books import Refuse
from schemas.case_words import DocumentState

SANCTIONS = ("MQĐ01", "MQĐ02")


def in_force(facts: Facts, besides: Paper) -> Paper | None:
    """A sanction decision of the case that stands, other than this paper; one that was cancelled does not."""
    return next(
        (
            one
            for one in facts.papers.values()
            if one.form in SANCTIONS and one.id != besides.id and _binds(one)
        ),
        None,
    )


def _binds(paper: Paper) -> bool:
    """It stands, or it is printed under its number and waits for the hand that signs it."""
    return paper.stands or paper.state == DocumentState.PRINTED


def objection(facts: Facts, paper: Paper) -> Refuse | None:
    """Why a sanction decision may not be issued beside another.

    Decisions that amend, correct or cancel one, and those on confiscation and remedies alone, are no second sanction.
    """
    if paper.form not in SANCTIONS:
        return None
    other = in_force(facts, paper)
    return refusal("case_decision_in_force", number=other.number or "?") if other else None
