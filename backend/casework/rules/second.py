"""Refuses a second decision on the same violation while one is in force (PRACTICE B10). Pure.

Second violation minutes are refused too: one violation has one set of minutes (Law Art 58; Decree
118/2021 Art 12), and minutes of verification say what is wrong in them (Art 58.8). With two sets an
officer could choose the cheaper one.
"""

from uuid import UUID

from backend.casework.rules.facts import Facts, Paper
from backend.casework.rules.violators import binds
from backend.casework.texts.cases import refusal
from backend.law import form_facts
from backend.ledger.handlers import Refuse


def in_force(facts: Facts, besides: Paper) -> Paper | None:
    """Return another sanction decision of the case in force; cancelled ones do not count."""
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
    """Return why violation minutes may not be begun, made ready or signed, or None: others exist.

    They are in the case, were numbered on site without a case that took them, or are in another
    case against the same violator. `on_site` has the numbers of the last two kinds.
    """
    if form != "MBB01":
        return None
    others = _open_minutes(facts, document_id, on_site)
    return refusal("case_minutes_stand_already", number=", ".join(others)) if others else None


def unrecorded(
    facts: Facts, document_id: UUID, on_site: tuple[str, ...], officer_id: UUID
) -> Refuse | None:
    """Return why these violation minutes may not be recorded alone, or None.

    There are others that nothing dealt with. Minutes of verification (MBB05) that name the others
    by number, signed by another than the recording officer, deal with them.
    """
    others = unspoken(facts, document_id, on_site, officer_id)
    return refusal("case_minutes_other", number=", ".join(others)) if others else None


def unspoken(
    facts: Facts, besides: UUID | None, on_site: tuple[str, ...], officer_id: UUID
) -> list[str]:
    """List the violation minutes that no verification minutes of another officer name."""
    spoken = {
        one.fields.get("violation_minutes_number")
        for one in facts.papers.values()
        if one.form == "MBB05" and one.stands and one.issued_by != officer_id
    }
    return [one for one in _open_minutes(facts, besides, on_site) if one not in spoken]


def _open_minutes(facts: Facts, besides: UUID | None, on_site: tuple[str, ...]) -> list[str]:
    """List the violation minutes that are in force, or printed and waiting for their signatures."""
    own = [
        one.number or "?"
        for one in facts.papers.values()
        if one.form == "MBB01" and one.id != besides and binds(one)
    ]
    return [*own, *on_site]


def objection(facts: Facts, paper: Paper) -> Refuse | None:
    """Return why a sanction decision may not be issued beside another, or None.

    Decisions that amend, correct or cancel one are no second sanction, nor are those on
    confiscation and remedies alone.
    """
    if paper.form not in form_facts.of_kind("sanction"):
        return None
    other = in_force(facts, paper)
    return refusal("case_decision_in_force", number=other.number or "?") if other else None
