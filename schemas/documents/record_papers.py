"""Papers of a record that is neither a case nor an inspection: their acts, states and views.

The acts belong to the record itself (an inspection plan, information that was received). One set of
them serves every such kind of record: its handler takes them over from
backend/documents/record_papers/adapter.py.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core import desk_papers
from schemas.core.base import Wire
from schemas.core.content_types import LongText, ShortText
from schemas.core.desk_papers import DeskPaperRow, DeskPaperView
from schemas.core.dispatching import Sealed
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind
from schemas.fieldwork.remarks import Reason, Sha256

Manner = Literal["direct", "post", "electronic", "posted"]
"""How a paper went out: by hand, by post, electronically, or posted in public."""


class RecordPaperAct(StrEnum):
    """The acts about papers of a record. Each belongs to the record that the paper is of."""

    DRAFTED = "record_paper.drafted"
    FINALISED = "record_paper.finalised"
    REOPENED = "record_paper.reopened"
    DISCARDED = "record_paper.discarded"
    NUMBER_VOIDED = "record_paper.number_voided"
    PRINTED = "record_paper.printed"
    ISSUED = "record_paper.issued"
    SCANNED = "record_paper.scanned"
    COMPARED = "record_paper.compared"
    SEALED = "record_paper.sealed"
    DISPATCHED = "record_paper.dispatched"


class RecordPaperState(StrEnum):
    """The state of a paper of a record."""

    DRAFT = "draft"
    FINAL = "final"
    """Finalised: its content is fixed, it can be submitted and signed, and opened again."""
    PRINTED = "printed"
    """It has a number and a code and is printed, to be signed by hand. Nothing of it is in force."""
    AWAITING = "awaiting"
    """Signed by hand, its scan is there: in force, to be compared by a second person."""
    SENT_BACK = "sent_back"
    """The scan differed from what was printed; another is awaited."""
    SIGNED = "signed"
    """Signed with a certificate, or by hand and compared."""
    DISCARDED = "discarded"


class RecordPaperDrafted(desk_papers.Drafted):
    """All fields of a paper. Each draft of the same `document_id` replaces the one before.

    No field names who gave information, and the dispatch names him by the number of what he sent in:
    what an act says can never be taken back.
    """


class RecordPaperFinalised(Wire):
    """The content is fixed: nobody rewrites it before it is opened again."""

    document_id: UUID
    fields_hash: Sha256
    note: LongText = ""
    """What goes with it to who decides, where it is submitted for approval."""


class RecordPaperReopened(Wire):
    """A finalised paper is a draft again."""

    document_id: UUID
    reason: Reason


class RecordPaperDiscarded(desk_papers.Discarded):
    """The paper is given up before it is in force; a number of it is void."""


class RecordPaperNumberVoided(desk_papers.NumberVoided):
    """A number was kept for the paper that it can no longer bear (Circular 22/2021 Art 6)."""


class RecordPaperPrinted(desk_papers.Printed):
    """Numbered, laid out and stored, to be signed by hand. Without effect until its scan."""

    issuer_by_order: ShortText | None = None
    """The title of the head by whose order it is signed ("TL."); null if in the signer's own office."""


class RecordPaperIssued(RecordPaperPrinted, kw_only=True):
    """Numbered, laid out, signed with a certificate and stored. From now on it is never changed."""

    signature_level: Annotated[str, Meta(max_length=20)]
    """PAdES level."""


class RecordPaperScanned(desk_papers.Scanned):
    """The sheet signed by hand came back as a scan: in force by law from its signing (PRACTICE B3)."""


class RecordPaperCompared(desk_papers.Compared):
    """A second person compared the scan with what was printed; if they differ, `reason` says how."""


class RecordPaperSealed(Sealed):
    """A paper that was signed with a certificate got the agency's digital signature, by the clerk."""


class PaperSent(Wire):
    """One line of the dispatch list: to whom the paper went, how, and on which day."""

    recipient: Annotated[str, Meta(min_length=2, max_length=300)]
    manner: Manner
    sent_on: date
    note: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    """E.g. the number of the registered letter, or where it was posted."""


class RecordPaperDispatched(Wire):
    """A signed paper went out (Decree 30/2020 Arts 17 to 19): to each of these."""

    document_id: UUID
    sent: Annotated[list[PaperSent], Meta(min_length=1, max_length=200)]


RECORD_PAPER_CONTENTS: dict[str, type[Wire]] = {
    RecordPaperAct.DRAFTED: RecordPaperDrafted,
    RecordPaperAct.FINALISED: RecordPaperFinalised,
    RecordPaperAct.REOPENED: RecordPaperReopened,
    RecordPaperAct.DISCARDED: RecordPaperDiscarded,
    RecordPaperAct.NUMBER_VOIDED: RecordPaperNumberVoided,
    RecordPaperAct.PRINTED: RecordPaperPrinted,
    RecordPaperAct.ISSUED: RecordPaperIssued,
    RecordPaperAct.SCANNED: RecordPaperScanned,
    RecordPaperAct.COMPARED: RecordPaperCompared,
    RecordPaperAct.SEALED: RecordPaperSealed,
    RecordPaperAct.DISPATCHED: RecordPaperDispatched,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class RecordPaperRow(DeskPaperRow):
    """A paper of a record, as lists show it. Times are UTC."""

    record_kind: RecordKind
    record_id: UUID
    about: str
    """What its own subject line says; empty if the form has none."""
    state: RecordPaperState


class RecordPaperSentRow(Wire):
    """One line of the dispatch list, as the clerk entered it."""

    recipient: str
    manner: Manner
    sent_on: date
    note: str | None
    dispatched_by_name: str


class RecordPaperView(DeskPaperView):
    """A paper of a record, for the officers who work on it. Times are UTC."""

    row: RecordPaperRow
    record_title: Text
    record_opens: bool
    """Whether the reader may open the record too. Clerks see papers of informations, and no information."""
    fields: dict[str, Any]
    findings: list[tuple[str, Text]]
    """What a draft lacks by its form: a JSON Pointer, and what is wrong there."""
    against: Text | None
    """Why the reader cannot sign the finalised paper now; null if they can, or need not know."""
    secret_recipient: str | None
    """The line that stands for who gave the information: the only recipient that is entered."""
    sent: list[RecordPaperSentRow]
    """The latest first."""
    may_finalise: bool
    may_reopen: bool
