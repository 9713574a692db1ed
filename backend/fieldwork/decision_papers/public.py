"""What anybody may learn of an inspection decision by its code alone.

As of papers of cases (backend/casework/issued_documents/public.py): all of it comes from the acts of
the inspection's record, after that was proven. A row may only take away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend.documents import public_checks
from backend.documents.desk_papers import public
from backend.documents.signing import service as signing
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.rules.desk_papers import DECISION
from backend.law import form_facts
from backend.ledger.rules.entries import RecordedAct
from schemas.documents.signatures import PublicDocument, PublicLink, PublicState
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.decision_changes import DecisionAmended, DecisionExtended
from schemas.fieldwork.minutes_flow import DecisionWithdrawn
from schemas.fieldwork.words import ActType


@dataclass
class Told(public.Told):
    """A paper as the acts of its record tell it."""

    party: str | None = None
    withdrawn: bool = False
    cancelled_by: str | None = None
    """The number of the decision that withdrew it; None if no paper did."""
    codes: dict[str, str] = field(default_factory=dict)
    """Of the later papers of the record, by number."""
    lapsed: bool = False
    amended_by: list[str] = field(default_factory=list)
    extended_by: list[str] = field(default_factory=list)


async def has(code: str) -> bool:
    """Tell whether a decision has this code, so that no other paper gets it."""
    return await queries.record_of_code(code) is not None


async def find(code: str) -> PublicDocument | None:
    """Return what the public may know of the decision with this code; None if there is none.

    The caller counts the look-up.
    """
    accepted = await public.proven(await queries.record_of_code(code), code)
    if isinstance(accepted, PublicDocument):
        return accepted
    told = tell(accepted, code)
    if told is None or (told.laid_out.form in form_facts.internal() and not _began(accepted)):
        return None
    return await _view(told)


def _began(rows: Iterable[RecordedAct]) -> bool:
    """Tell whether the inspection was announced; until then its plan stays inside the force."""
    return any(row.act_type == ActType.INSPECTION_ANNOUNCED for row in rows)


def tell(rows: Iterable[RecordedAct], code: str) -> Told | None:
    """Return what the accepted acts of a record say of the paper with this code; None for nothing. Pure."""
    parties: dict[UUID, str] = {}
    filled: dict[UUID, dict[str, Any]] = {}
    told: Told | None = None
    party = ""
    for row in rows:
        kind = ActType(row.act_type)
        if kind not in _READ:
            continue
        content = msgspec.convert(msgspec.json.decode(row.act)["content"], _READ[kind])
        if isinstance(content, acts.PaperDrafted):
            party = content.order.subject.name if content.order else party
            parties[content.document_id] = party
            filled[content.document_id] = content.fields
        elif isinstance(content, acts.PaperPrinted) and content.code == code:
            signed = isinstance(content, acts.PaperIssued)
            told = Told(
                laid_out=content,
                level=content.signature_level if isinstance(content, acts.PaperIssued) else None,
                fields=filled.get(content.document_id, {}),
                party=parties.get(content.document_id),
                state="valid" if signed else None,
            )
        elif told is not None:
            if isinstance(content, acts.PaperPrinted):
                told.codes[content.number] = content.code
            _follow(told, kind, content)
    return told if told is not None and told.state is not None else None


def _follow(told: Told, kind: ActType, content: object) -> None:
    """Take in what happened after the paper was laid out."""
    public.follow(told, content)
    if told.laid_out.form != DECISION:
        return
    if isinstance(content, DecisionWithdrawn):
        told.withdrawn, told.cancelled_by = True, content.number
    if kind is ActType.DECISION_LAPSED:
        told.lapsed = True
    if isinstance(content, DecisionAmended):
        told.amended_by.append(content.number)
    if isinstance(content, DecisionExtended):
        told.extended_by.append(content.number)
    if kind is ActType.INSPECTION_ANNOUNCED:
        # The team could not know of the withdrawal: the visit goes on.
        told.withdrawn, told.lapsed, told.cancelled_by = False, False, None


class _Any(msgspec.Struct, frozen=True):
    """An act of which only the type counts here."""


_READ: dict[ActType, type[msgspec.Struct]] = {
    **{ActType(kind): content for kind, content in acts.PAPER_CONTENTS.items()},
    ActType.DECISION_AMENDED: DecisionAmended,
    ActType.DECISION_EXTENDED: DecisionExtended,
    ActType.DECISION_WITHDRAWN: DecisionWithdrawn,
    ActType.DECISION_LAPSED: _Any,
    ActType.INSPECTION_ANNOUNCED: _Any,
}


def _links(told: Told) -> list[PublicLink]:
    """Return where the papers that changed this one can be checked themselves."""
    named = [
        *told.amended_by,
        *told.extended_by,
        *([told.cancelled_by] if told.cancelled_by else []),
    ]
    return [PublicLink(number=one, code=told.codes[one]) for one in named if one in told.codes]


async def _view(told: Told) -> PublicDocument:
    laid_out = told.laid_out
    state: PublicState = told.state or "valid"
    if (told.withdrawn or told.lapsed) and state != "void":
        state = "cancelled" if told.withdrawn else "lapsed"
    words = public_checks.STATES[state]
    if state == "valid":
        words = public_checks.in_force(bool(told.amended_by), bool(told.extended_by))
    names = public_checks.form_names(laid_out.form, laid_out.form_version)
    return msgspec.structs.replace(
        await public.view(told, names, state, words),
        party_name=signing.masked(told.party) if told.party else None,
        cancelled_by=told.cancelled_by,
        amended_by=told.amended_by,
        extended_by=told.extended_by,
        links=_links(told),
    )
