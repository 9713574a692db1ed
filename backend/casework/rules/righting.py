"""Another violator in the place of a wrongly recorded one, once the decision against the wrong one is annulled. Pure.

Annulled for its subject (Decree 118/2021 Art 13.1 a) a decision is made anew, where a violation remains, on minutes of
verification (MBB05; Arts 13.3, 15.3), and what is wrong in violation minutes is said by these minutes (Law on Handling
Administrative Violations Art 58.8). Nobody types the name: it is the minutes' own.
"""

from typing import Any

import msgspec

from backend.casework.rules import signed
from backend.casework.rules.facts import Facts, Paper
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts.execution import DecisionDueAgain
from schemas.casework.acts.parts import Party

WRONG_PARTY = "subject"


def due(facts: Facts) -> bool:
    """Whether the annulment was for the wrong party."""
    return facts.annulled is not None and facts.annulled.ground == WRONG_PARTY


def named_by(paper: Paper) -> Party | None:
    """The violator whom minutes of verification name; None where they do not know him, or not where he lives."""
    said = paper.fields.get("violator") or {}
    if paper.form != "MBB05" or signed.unknown(paper.fields):
        return None
    values: dict[str, Any] = dict.fromkeys(Party.__struct_fields__)
    values |= {ours: said.get(theirs) or None for theirs, ours in signed.PARTY.items()}
    try:
        return msgspec.convert(values, Party)
    except msgspec.ValidationError:
        return None


def fault(facts: Facts, content: DecisionDueAgain) -> Refuse | None:
    """Why the case goes on against nobody, or against another than the minutes name."""
    said = named_by(facts.papers[content.document_id])
    if not due(facts):
        return None if content.party is None else refusal("case_party_stays")
    if said is None:
        return refusal("case_party_unnamed")
    if content.party is None or any(
        getattr(content.party, ours) != getattr(said, ours) for ours in signed.PARTY.values()
    ):
        return refusal("case_party_other", own=said.name)
    return None
