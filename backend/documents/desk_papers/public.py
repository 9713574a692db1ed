"""What anybody may learn of a paper of the desk by its code alone.

It is told from the acts of the paper's record, after that was proven; a row may only take away. Each
group follows its own acts besides, and says whom and what of it the public may read.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.documents import content_hash, public_checks
from backend.force.numbers import service as numbering
from backend.ledger import reading as ledger_reading
from backend.ledger.rules.entries import RecordedAct
from schemas.core.desk_papers import Compared, Discarded, Printed, Scanned
from schemas.core.dispatching import Sealed
from schemas.core.problems import Text
from schemas.documents.signatures import PublicDocument, PublicState

_NO_SIGNATURE = "none"


@dataclass
class Told:
    """A paper as the acts of its record tell it."""

    laid_out: Printed
    level: str | None
    """Of its signature with a certificate; None if it is signed by hand."""
    fields: dict[str, Any]
    state: PublicState | None = "valid"
    """None while it is only printed: nobody holds it yet."""
    seal: Sealed | None = None
    """The agency's digital seal; its file is the one that goes out."""


async def proven(record_of: UUID | None, code: str) -> list[RecordedAct] | PublicDocument:
    """Return the accepted acts of the record of a code; nothing without a record.

    Of a record that does not stand, what is answered instead.
    """
    rows = await ledger_reading.proven(record_of) if record_of is not None else []
    if rows is None:
        return public_checks.unproven(code)
    if rows and (stolen := await ledger_reading.rests_on_stolen(rows)) is not None:
        return public_checks.unproven(code, stolen)
    return [row for row in rows if row.quarantine is None]


def follow(told: Told, content: object) -> None:
    """Take in what happened to the paper after it was laid out."""
    if getattr(content, "document_id", None) != told.laid_out.document_id:
        return
    match content:
        case Discarded():
            told.state = "void"
        case Scanned():
            told.state = "awaiting_comparison"
        case Sealed():
            told.seal = content
        case Compared():
            told.state = "valid" if content.agrees else "sent_back"
        case _:
            return


async def view(told: Told, form_name: Text, state: PublicState, state_text: Text) -> PublicDocument:
    """Return what the public reads of the paper, in this state unless its number is void.

    Whose paper it is, and which others changed it, the group adds.
    """
    laid_out, seal = told.laid_out, told.seal
    if await numbering.is_void(laid_out.document_id):
        state, state_text = "void", public_checks.STATES["void"]
    unit = laid_out.issuer_unit
    level = told.level or _NO_SIGNATURE
    digest = content_hash.of(laid_out.form, laid_out.form_version, told.fields)
    return PublicDocument(
        code=laid_out.code,
        state=state,
        state_text=state_text,
        form=laid_out.form,
        form_name=form_name,
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
        party_name=None,
        replaced_by=None,
        cancelled_by=None,
        amended_by=[],
        links=[],
        content_mark=content_hash.mark(digest),
        content_sha256=digest,
        sealed_sha256=seal.sha256 if seal else None,
        sealed_size=seal.size if seal else None,
        seal_name=seal.seal_name if seal else None,
        seal_text=public_checks.level_words(seal.signature_level) if seal else None,
    )
