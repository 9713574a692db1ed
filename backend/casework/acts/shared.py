"""What several acts of a case change in the facts, and what their guards share. Pure."""

from datetime import date
from typing import Any
from uuid import UUID

from backend.casework.rules import second
from backend.casework.rules.facts import Decided, Event, Facts, Paper
from backend.casework.rules.folio import FolioEntry
from backend.casework.rules.guard_context import GuardContext
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.views import CaseView
from schemas.casework.words import ByHand, DocumentState


def join_officers(content: Any, facts: Facts, _event: Event) -> None:
    """Add the officers whom an act names to those of the case."""
    known = {one.officer_id for one in facts.officers}
    facts.officers += [one for one in content.officers if one.officer_id not in known]


def move_paper(facts: Facts, document_id: UUID, state: DocumentState) -> None:
    """Put a paper in another state, but remember that it was handed over."""
    facts.papers[document_id].state = state
    facts.papers[document_id].handed_over |= state == DocumentState.DELIVERED


def has_papers(view: CaseView, _today: date) -> bool:
    """Tell whether the case has a paper that is in force or was delivered."""
    return any(one.state in ("signed", "delivered") for one in view.papers)


def add_to_folio(facts: Facts, event: Event, title: str, sheets: int) -> None:
    """Give a paper the next sheet numbers, by order of receipt.

    They are never given again (Circular 27/2020 Art 26).
    """
    content = event.content
    facts.folio.append(
        FolioEntry(
            first=facts.last_sheet + 1,
            last=facts.last_sheet + sheets,
            title=title,
            number=content.number,
            issued_on=content.issued_on,
            document_id=content.document_id,
            act_id=event.act_id,
        )
    )


def entered_again(content: Any, facts: Facts, name: str) -> Refuse | None:
    """Refuse what the case has already: a form that was sent twice must not count twice."""
    same = (one for one in facts.events if isinstance(one.content, type(content)))
    known = any(getattr(one.content, name) == getattr(content, name) for one in same)
    return refusal("case_recorded_already") if known else None


def named(content: Any, _facts: Facts) -> list[UUID]:
    """Return the goods that an act names."""
    exhibits: list[UUID] = content.exhibits
    return exhibits


def not_on_spot(_content: object, facts: Facts) -> bool:
    """The sanction was not imposed on the spot: there it is paid at once."""
    return not facts.on_spot


def not_compared(content: Decided, facts: Facts, officer_id: UUID) -> bool:
    """Tell whether another officer signed its paper, which is not compared yet."""
    paper = facts.papers.get(content.document_id)
    waits = paper is not None and paper.hand == ByHand.WAITS
    return waits and paper is not None and paper.issued_by != officer_id


def paper_in(facts: Facts, document_id: UUID, *states: DocumentState) -> Paper | Refuse:
    """Return the paper, or the refusal if it is unknown or in none of these states."""
    paper = facts.papers.get(document_id)
    if paper is None:
        return refusal("case_paper_unknown")
    return paper if paper.state in states else refusal("case_paper_state")


def second_minutes(
    facts: Facts, form: str, document_id: UUID, context: GuardContext
) -> Refuse | None:
    """Refuse second violation minutes, besides those of the case or those made on site."""
    return second.minutes_objection(facts, form, document_id, context.minutes_on_site)
