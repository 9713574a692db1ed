"""Replaces a wrongly recorded violator, once the decision against the wrong one is annulled. Pure.

A decision annulled for its subject (Decree 118/2021 Art 13.1 a) is made anew if a violation
remains, on minutes of verification (MBB05; Arts 13.3, 15.3). These minutes say what is wrong in
violation minutes (Law on Handling Administrative Violations Art 58.8). Nobody types the name: it is
taken from them.
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
    """Tell whether the annulment was for the wrong party."""
    return facts.annulled is not None and facts.annulled.ground == WRONG_PARTY


def named_by(paper: Paper) -> Party | None:
    """Return the violator that minutes of verification name.

    None if they do not know the violator, or not the address.
    """
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
    """Return why the case goes on against nobody, or not against the minutes' violator; or None."""
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
