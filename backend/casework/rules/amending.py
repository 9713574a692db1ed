"""How another decision (MQĐ38) amends the decision on the violation: fine and goods of now. Pure.

The amended decision stays in force and is read with the other (Decree 118/2021 Arts 13.4, 16).
Amounts and goods are the signed paper's: nobody types them into the act.
"""

from typing import NamedTuple
from uuid import UUID

import msgspec

from backend.casework.rules import exhibit_guards
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.core import formats
from backend.ledger.handlers import Refuse
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.core.problems import Text


class Amended(NamedTuple):
    """What an amendment changes. None: it stays as it was."""

    total: int | None = None
    confiscated: list[UUID] | None = None


def said_by(facts: Facts, about: UUID, by: Paper) -> Amended:
    """Return what a paper changes in the decision on the violation.

    Nothing if the paper is about another decision, or has no lines for this.
    """
    if about != facts.decision_id or by.form != "MQĐ38":
        return Amended()
    total = by.fields.get("total_fine") if facts.sanction else None
    if by.fields.get("confiscation_changed") is not True:
        return Amended(total)
    named = exhibit_guards.listed(facts, by)
    return Amended(total, [one for one in facts.exhibits if one in named])


def fault(facts: Facts, content: case_side_acts.DocumentAmended) -> Refuse | None:
    """Return why an act cannot amend so, or None.

    The paper may name another fine or other goods, or goods that the case does not have.
    """
    by = facts.papers[content.by]
    said = said_by(facts, content.document_id, by)
    if said.confiscated is not None and len(said.confiscated) != len(
        by.fields.get("exhibits") or []
    ):
        return refusal("case_amended_rows")
    if said == Amended(content.total, content.confiscated):
        return None
    return refusal("case_amended_differs", Text(vi=_words(said, "vi"), en=_words(said, "en")))


def _words(said: Amended, language: formats.Language) -> str:
    total = "–" if said.total is None else formats.money(said.total, language)
    if said.confiscated is None:
        return total
    count = formats.grouped(len(said.confiscated), language)
    rows = f"{count} dòng tang vật" if language == "vi" else f"exhibits confiscated: {count}"
    return f"{total}; {rows}"


def apply(facts: Facts, content: case_side_acts.DocumentAmended) -> None:
    """Amend the decision in `facts`, from this act on."""
    if content.document_id != facts.decision_id:
        return
    if content.total is not None and facts.sanction is not None:
        facts.sanction = msgspec.structs.replace(facts.sanction, total=content.total)
    if content.confiscated is None:
        return
    if facts.sanction is not None:
        facts.sanction = msgspec.structs.replace(facts.sanction, confiscated=content.confiscated)
    elif facts.remedy is not None:
        facts.remedy = msgspec.structs.replace(facts.remedy, confiscated=content.confiscated)


def unamend(facts: Facts) -> None:
    """Rebuild the decision in `facts` as it was made, with the amendments that are in force."""
    for event in facts.events:
        match event.content:
            case case_acts.SanctionImposed() if facts.sanction is not None:
                total, taken = event.content.total, event.content.confiscated
                facts.sanction = msgspec.structs.replace(
                    facts.sanction, total=total, confiscated=taken
                )
            case case_acts.RemedyOrdered() if facts.remedy is not None:
                facts.remedy = msgspec.structs.replace(
                    facts.remedy, confiscated=event.content.confiscated
                )
            case case_side_acts.DocumentAmended(by=by):
                paper = facts.papers.get(by)
                if paper is not None and paper.cancelled_by is None:
                    apply(facts, event.content)
