"""What the acts of a case say became of one of its papers: changed, extended, suspended, lapsed. Pure."""

from typing import NamedTuple
from uuid import UUID

from backend.casework.rules import verifying
from backend.casework.rules.facts import Facts, Paper
from schemas.casework.words import CaseState, DocumentState
from schemas.documents.signatures import PublicLink

_EXTENDING = "MQĐ21"
"""Gives a seizure (MQĐ20) more time (Law on Handling Administrative Violations Art 125.8)."""


class Changes(NamedTuple):
    """The papers that changed this one, by their numbers, and how it is carried out."""

    replaced_by: str | None
    cancelled_by: str | None
    amended_by: list[str]
    extended_by: list[str]
    suspended: bool
    """The case is suspended, and this is the decision that is not carried out meanwhile."""
    suspended_by: str | None
    """The number of the decision to suspend; None if it is not in this file."""
    lapsed: bool
    """This is the decision, and the time to carry it out is over (Art 74)."""
    links: list[PublicLink]


def of(paper: Paper, facts: Facts, codes: dict[UUID, str]) -> Changes:
    """Return what became of a paper. `codes` are the public codes of the case's papers."""
    amending, extending = _amending(paper, facts), _naming(paper, facts, _EXTENDING)
    decides = paper.id == facts.decision_id
    suspended = decides and facts.state == CaseState.SUSPENDED
    stopping = getattr(facts.suspension, "document_id", None) if suspended else None
    named = (paper.cancelled_by, paper.replaced_by, *amending, *extending, stopping)
    return Changes(
        replaced_by=number(facts, paper.replaced_by),
        cancelled_by=number(facts, paper.cancelled_by),
        amended_by=[number(facts, one) or "?" for one in amending],
        extended_by=[number(facts, one) or "?" for one in extending],
        suspended=suspended,
        suspended_by=number(facts, stopping),
        lapsed=decides and facts.state == CaseState.LAPSED,
        links=[
            PublicLink(number=said, code=codes[one])
            for one in dict.fromkeys(named)
            if one in codes and (said := number(facts, one))
        ],
    )


def number(facts: Facts, document_id: UUID | None) -> str | None:
    """Return the number of a paper of the case; None for no paper, `?` for one without a number."""
    if document_id is None:
        return None
    paper = facts.papers.get(document_id)
    return (paper.number if paper else None) or "?"


def _amending(paper: Paper, facts: Facts) -> list[UUID]:
    """Return the papers with which this one must be read.

    Minutes are never replaced: verification minutes that name them mend what is wrong in them (Law
    on Handling Administrative Violations Art 58.8).
    """
    mending = _naming(paper, facts, verifying.MINUTES, "violation_minutes_number")
    return [*paper.amended_by, *mending]


def _naming(paper: Paper, facts: Facts, form: str, field: str = "decision_number") -> list[UUID]:
    """Return the papers in force on this form that name this one by its number."""
    return [
        one.id
        for one in facts.papers.values()
        if one.form == form
        and one.state in (DocumentState.SIGNED, DocumentState.DELIVERED)
        and paper.number is not None
        and one.fields.get(field) == paper.number
    ]
