"""A second decision on the same violation: refused while one is in force (PRACTICE B10). Pure.

Nor are there second violation minutes: one violation is minuted once (Law Art 58; Decree 118/2021 Art 12), what is
wrong in them is said by minutes of verification (Art 58.8). Two sets would leave the officer the choice of the cheaper.
"""

from uuid import UUID

from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.violators import binds
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse


def in_force(facts: Facts, besides: Paper) -> Paper | None:
    """A sanction decision of the case that stands, other than this paper; one that was cancelled does not."""
    return next(
        (
            one
            for one in facts.papers.values()
            if one.form in form_facts.of_kind("sanction") and one.id != besides.id and binds(one)
        ),
        None,
    )


def minutes_objection(
    facts: Facts, form: str, document_id: UUID, on_site: tuple[str, ...]
) -> Refuse | None:
    """Why violation minutes may not be begun, made ready or signed: others stand in the case, were numbered on site
    and lie with its inspection in no case, or stand against the same violator in another case of it (`on_site`, the
    numbers of both).
    """
    if form != "MBB01":
        return None
    others = _open_minutes(facts, document_id, on_site)
    return refusal("case_minutes_stand_already", number=", ".join(others)) if others else None


def unrecorded(
    facts: Facts, document_id: UUID, on_site: tuple[str, ...], officer_id: UUID
) -> Refuse | None:
    """Why violation minutes are not recorded alone: others stand that nobody spoke of.

    Minutes of verification (MBB05) that name them by number, signed by another than who records, speak of them.
    """
    others = unspoken(facts, document_id, on_site, officer_id)
    return refusal("case_minutes_other", number=", ".join(others)) if others else None


def unspoken(
    facts: Facts, besides: UUID | None, on_site: tuple[str, ...], officer_id: UUID
) -> list[str]:
    """Numbers of the violation minutes of which no minutes of verification speak that another than this officer
    signed."""
    spoken = {
        one.fields.get("violation_minutes_number")
        for one in facts.papers.values()
        if one.form == "MBB05" and one.stands and one.issued_by != officer_id
    }
    return [one for one in _open_minutes(facts, besides, on_site) if one not in spoken]


def _open_minutes(facts: Facts, besides: UUID | None, on_site: tuple[str, ...]) -> list[str]:
    """Numbers of the violation minutes that stand, or are printed and wait for their signatures."""
    own = [
        one.number or "?"
        for one in facts.papers.values()
        if one.form == "MBB01" and one.id != besides and binds(one)
    ]
    return [*own, *on_site]


def objection(facts: Facts, paper: Paper) -> Refuse | None:
    """Why a sanction decision may not be issued beside another.

    Decisions that amend, correct or cancel one, and those on confiscation and remedies alone, are no second sanction.
    """
    if paper.form not in form_facts.of_kind("sanction"):
        return None
    other = in_force(facts, paper)
    return refusal("case_decision_in_force", number=other.number or "?") if other else None
