"""What anybody may learn of an inspection decision by its code alone.

As of papers of cases (backend/casework/issued_documents/public.py): all of it comes from the acts of
the inspection's record, after that was proven. A row may only take away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from backend.documents import content_hash, public_checks
from backend.documents.signing import service as signing
from backend.fieldwork.queries import decision_papers as queries
from backend.fieldwork.rules.desk_papers import DECISION
from backend.force.numbers import service as numbering
from backend.law import form_facts
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import RecordedAct
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument, PublicLink, PublicState
from schemas.fieldwork import decision_papers as acts
from schemas.fieldwork.decision_changes import DecisionAmended, DecisionExtended
from schemas.fieldwork.minutes_flow import DecisionWithdrawn
from schemas.fieldwork.words import ActType

_NO_SIGNATURE = "none"


@dataclass
class Told:
    """A paper as the acts of its record tell it."""

    laid_out: acts.PaperPrinted
    level: str | None
    fields: dict[str, Any]
    party: str | None = None
    state: PublicState | None = "valid"
    """None while it is only printed: nobody holds it yet."""
    withdrawn: bool = False
    cancelled_by: str | None = None
    """The number of the decision that withdrew it; None if no paper did."""
    codes: dict[str, str] = field(default_factory=dict)
    """Of the later papers of the record, by number."""
    lapsed: bool = False
    seal: acts.PaperSealed | None = None
    """The agency's digital seal; its file is the one that goes out."""
    amended_by: list[str] = field(default_factory=list)
    extended_by: list[str] = field(default_factory=list)


async def has(code: str) -> bool:
    """Tell whether a decision has this code, so that no other paper gets it."""
    return await queries.record_of_code(code) is not None


async def find(code: str) -> PublicDocument | None:
    """Return what the public may know of the decision with this code; None if there is none.

    The caller counts the look-up.
    """
    record_id = await queries.record_of_code(code)
    if record_id is None:
        return None
    rows = await ledger_reading.proven(record_id)
    if rows is None:
        return public_checks.unproven(code)
    if (stolen := await ledger_reading.rests_on_stolen(rows)) is not None:
        return public_checks.unproven(code, stolen)
    accepted = [row for row in rows if row.quarantine is None]
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
    own = getattr(content, "document_id", None) == told.laid_out.document_id
    match content:
        case acts.PaperDiscarded() if own:
            told.state = "void"
        case acts.PaperScanned() if own:
            told.state = "awaiting_comparison"
        case acts.PaperSealed() if own:
            told.seal = content
        case acts.PaperCompared() if own:
            told.state = "valid" if content.agrees else "sent_back"
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
    number_void = await numbering.is_void(laid_out.document_id)
    state: PublicState = told.state or "valid"
    if number_void:
        state = "void"
    elif (told.withdrawn or told.lapsed) and state != "void":
        state = "cancelled" if told.withdrawn else "lapsed"
    unit = laid_out.issuer_unit
    level = told.level or _NO_SIGNATURE
    digest = content_hash.of(laid_out.form, laid_out.form_version, told.fields)
    return PublicDocument(
        code=laid_out.code,
        state=state,
        state_text=public_checks.in_force(bool(told.amended_by), bool(told.extended_by))
        if state == "valid"
        else public_checks.STATES[state],
        form=laid_out.form,
        form_name=public_checks.form_names(laid_out.form, laid_out.form_version),
        number=laid_out.number,
        issued_on=laid_out.issued_on,
        issuer_name=laid_out.issuer_name,
        issuer_title=laid_out.issuer_title or None,
        issuer_unit=Text(vi=unit, en=unit),
        issuer_superior=laid_out.issuer_superior,
        sha256=laid_out.sha256,
        size=laid_out.size,
        signature_level=level,
        signature_text=public_checks.level_words(level),
        signer_name=laid_out.issuer_name if told.level else None,
        party_name=signing.masked(told.party) if told.party else None,
        replaced_by=None,
        cancelled_by=told.cancelled_by,
        amended_by=told.amended_by,
        extended_by=told.extended_by,
        links=_links(told),
        content_mark=content_hash.mark(digest),
        content_sha256=digest,
        sealed_sha256=told.seal.sha256 if told.seal else None,
        sealed_size=told.seal.size if told.seal else None,
        seal_name=told.seal.seal_name if told.seal else None,
        seal_text=public_checks.level_words(told.seal.signature_level) if told.seal else None,
    )
