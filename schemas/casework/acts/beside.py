"""Acts beside the main line of a case: officers, sheets, notes, papers. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import CaseOfficer, Money, Number, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct, DeliveryMode
from schemas.core.base import Wire
from schemas.core.content_types import LongText
from schemas.core.vocabulary import FiledFact, FiledKind

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
FormCode = Annotated[str, Meta(pattern=r"^[A-ZĐ]{2,4}([0-9]{2}[a-z]?)?(-[A-ZĐ]{2,8})?$")]

UnitName = Annotated[str, Meta(min_length=1, max_length=500)]


class OfficersAssigned(Wire):
    """The officers who work on the case from now on: all of them, the lead first."""

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    reason: Reason


class SheetsFiled(Wire):
    """A paper that was made elsewhere joins the file. It gets the next sheet numbers (bút lục)."""

    title: Annotated[str, Meta(min_length=3, max_length=300)]
    issued_on: date | None
    number: Short | None
    sheets: Annotated[int, Meta(ge=1, le=500)]
    document_id: UUID | None
    sha256: Sha256 | None
    """Of its file, or of a scan that is kept elsewhere."""
    document_kind: FiledKind | None = None
    """What it is. Null, like all below, in acts from before this was kept."""
    sender: Short | None = None
    """Who made or sent it."""
    proves: Annotated[str, Meta(min_length=3, max_length=2000)] | None = None
    proves_fact: FiledFact | None = None
    file_id: UUID | None = None
    """Its file, kept as it came. Null if only the paper is kept."""
    size: Annotated[int, Meta(ge=1, le=2_147_483_648)] | None = None
    media_type: Annotated[str, Meta(min_length=3, max_length=100)] | None = None
    """By the first bytes of the file, never by its name."""


class CaseSucceeded(Wire):
    """The unit that led the case ended, and its successor leads it: officers, clocks and papers go on.

    Papers keep the unit and the number under which they were issued.
    """

    unit_id: UUID
    unit_name: UnitName
    """Its name on that day, as that of the unit before."""
    from_unit_id: UUID
    from_unit_name: UnitName
    act_id: UUID
    """Of the unit that ended."""
    on: date
    decision: UnitName
    """The decision that ordered it: number, day and body."""


class NoteAdded(Wire):
    """A remark for the officers of the case."""

    text: Annotated[str, Meta(min_length=1, max_length=5000)]


class OrderCorrected(Wire):
    """Whether a superior has one party inspected at several places was entered wrongly, or not at all.

    By such an order the result is reported within 2 working days of the verification (Circular 27/2020 Arts 13.4,
    20.2). The limits run as if this had been said at the beginning.
    """

    ordered: bool
    order: Short | None
    """Which order: its number, its day and who issued it. Null if there is none."""
    reason: Reason


class DocumentDrafted(Wire):
    """All fields of a paper. Each draft replaces the one before."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    replaces: UUID | None
    """The document that this one is to replace (MQĐ38, MQĐ39) or to cancel (MQĐ40)."""
    belongs_to: UUID | None = None
    """Of a list or an annex (BK, PL): the paper that it goes with. Later drafts keep it."""


class DocumentFinalised(Wire):
    """The content is ready for its signer. The hash names exactly what is to be signed."""

    document_id: UUID
    fields_hash: Sha256
    note: LongText = ""
    """The submission note (phiếu trình), where this submits the paper for its signature."""


class DocumentReopened(Wire):
    """The signer sent the paper back: it is a draft again."""

    document_id: UUID
    reason: Reason


class DocumentIssued(Wire):
    """Numbered, laid out, signed and stored. From now on it is never changed (Circular 22/2021 Art 6.4)."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields_hash: Sha256
    number: Number
    issued_on: date
    issued_at: datetime
    issuer_title: Short
    code: Annotated[str, Meta(min_length=20, max_length=60)]
    """The code by which anybody checks the paper at /verify/."""
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]
    signature_level: Annotated[str, Meta(max_length=20)]
    """PAdES level. "none" is found only in older acts, for papers signed by hand; today these are document.printed."""
    signer: Short | None
    issuer_name: Short | None = None
    """Who issued it, signed digitally or by hand. Null, like the two below, for papers issued before this was kept."""
    issuer_unit: Short | None = None
    """The unit on the letterhead. It is the issuer's, which may differ from the case's."""
    issuer_superior: Short | None = None
    content_sha256: Sha256 | None = None
    """Hash of form, form_version and fields, which the paper shows. Null for papers issued before this was stated:
    they show `fields_hash`."""
    alone: Reason | None = None
    """Why its only drafter also signs it (tự soạn, tự ký). The level above checks afterwards."""
    despite: Reason | None = None
    """Why it is signed although a rule that is not certain speaks against the signer's competence."""
    unheard: Reason | None = None
    """Why its signer does not wait for an opinion that was asked and still has time (practice B6)."""
    said: dict[str, Any] | None = None
    """What its signer said besides the paper, by the fields of the act that it means. Null in acts from before this
    was kept."""


class DocumentPrinted(Wire):
    """Numbered, laid out and stored, to be signed by hand. Without effect until its scan (document.scanned)."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields_hash: Sha256
    number: Number
    issued_on: date
    """The day on the paper. Time limits run from it once the scan is there."""
    issued_at: datetime
    issuer_title: Short
    code: Annotated[str, Meta(min_length=20, max_length=60)]
    sha256: Sha256
    """Hash of what was printed, without a signature."""
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]
    issuer_name: Short
    issuer_unit: Short
    issuer_superior: Short | None
    content_sha256: Sha256 | None = None
    """As in document.issued."""
    alone: Reason | None = None
    """Why its only drafter also signs it (tự soạn, tự ký). The level above checks afterwards."""
    despite: Reason | None = None
    """Why it is signed although a rule that is not certain speaks against the signer's competence."""
    unheard: Reason | None = None
    """Why its signer does not wait for an opinion that was asked and still has time (practice B6)."""
    said: dict[str, Any] | None = None
    """As in document.issued. It takes effect with the scan or the comparison. Null also for papers that were made
    elsewhere and are entered again."""
    restored: UUID | None = None
    """If a restore lost the paper and it is entered again: the act that declared the restore."""
    signed_by: UUID | None = None
    """Who signed the paper that is entered again, if its signer has left; null if its signer enters it."""
    restored_why: Reason | None = None
    """How it is known that it was issued. Null if it is not entered again, and in acts from before this was asked."""
    set_aside: UUID | None = None
    """If it was signed on paper in an outage: the range of numbers that was set aside for it."""


LaidOut = DocumentIssued | DocumentPrinted
"""A paper got its number, its code and its file. It was signed with a certificate, or is to be signed by hand."""


class DocumentScanned(Wire):
    """The sheet signed by hand came back as one scan. In force by law from its signing; to be compared."""

    document_id: UUID
    scan_id: UUID
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=20_000_000)]
    media_type: Literal["application/pdf", "image/jpeg"]


class DocumentCompared(Wire):
    """A second person compared the scan with what was printed. If they differ, `reason` says how."""

    document_id: UUID
    sha256: Sha256
    """Hash of the scan that was compared."""
    agrees: bool
    reason: Reason | None


class DocumentEntered(Wire):
    """A paper was entered in the force's national database (INS), which gave it a number (Circular 22/2021 Art 7.4)."""

    document_id: UUID
    ins_number: Annotated[str, Meta(min_length=2, max_length=60)]
    entered_on: date


class DocumentAdopted(Wire):
    """A paper that was made on the phone, in the inspection's record, joins the case."""

    document_id: UUID
    inspection_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    number: Number
    issued_on: date
    pages: Annotated[int, Meta(ge=1, le=2000)]
    written_by: UUID | None = None
    """Who wrote it on site and signed as its maker. Null in older acts, which name only the officer who took it in."""
    said: dict[str, Any] | None = None
    """What who takes it in says besides it, by the fields of the act that it means. Null in acts from before this was
    kept."""


class DocumentDelivered(Wire):
    """The paper was handed to the person concerned."""

    document_id: UUID
    mode: DeliveryMode
    delivered_on: date
    receiver: Short
    proof: Short


class DocumentDiscarded(Wire):
    """The paper was given up before it was in force."""

    document_id: UUID
    reason: Reason
    number: Number | None = None
    """The number of a paper printed to be signed by hand, which is void too. Null for drafts, and in older acts."""


class DocumentCancelled(Wire):
    """Taken back by a decision (MQĐ40)."""

    document_id: UUID
    by: UUID
    reason: Reason
    with_effects: bool = False
    """What it granted ends too: a reduction, instalments, a postponement, a seizure's term. False in older acts."""
    amendment_ends: bool = False
    """The paper that it had amended is valid again as before. False in acts from before this was kept."""


class DocumentReplaced(Wire):
    """Another document takes its place: an internal paper of the same form.

    In older acts also amended or corrected decisions (MQĐ38, MQĐ39); today that is DocumentAmended.
    """

    document_id: UUID
    by: UUID
    reason: Reason


class DocumentAmended(Wire):
    """A decision is amended (MQĐ38), corrected (MQĐ39) or partly cancelled (MQĐ40), and valid with the other."""

    document_id: UUID
    by: UUID
    reason: Reason
    total: Money | None = None
    """The new fine in đồng. Null if it is unchanged, and in acts from before this was kept."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)] | None = None
    """All exhibits that the decision confiscates now; null if that is unchanged."""
    with_effects: bool = False
    """Time limits run anew by it, and a raised fine is owed again. False in acts from before this was kept."""
    without_limit: Literal["measures", "result"] | None = None
    """Why neither the year nor the statute ends the time for it (Decree 118/2021 Art 15.2): only confiscation or
    remedies are changed, or it follows a complaint, a denunciation or a court."""
    sheet: SheetNumber | None = None
    """First sheet number of that filed result."""


class DocumentNumberVoided(Wire):
    """A number that was reserved for a paper and never used is void, with the reason (Circular 22/2021 Art 6)."""

    document_id: UUID
    issuer_kind: Literal["unit", "officer"]
    issuer_id: UUID
    form: FormCode
    """The form of the register. Forms with one symbol share one register (MQĐ01 counts with MQĐ02)."""
    year: Annotated[int, Meta(ge=2020, le=9999)]
    number: Annotated[int, Meta(ge=1)]
    reason: Reason


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.OFFICERS_ASSIGNED: OfficersAssigned,
    CaseAct.SHEETS_FILED: SheetsFiled,
    CaseAct.NOTE_ADDED: NoteAdded,
    CaseAct.CASE_SUCCEEDED: CaseSucceeded,
    CaseAct.ORDER_CORRECTED: OrderCorrected,
    CaseAct.DOCUMENT_DRAFTED: DocumentDrafted,
    CaseAct.DOCUMENT_FINALISED: DocumentFinalised,
    CaseAct.DOCUMENT_REOPENED: DocumentReopened,
    CaseAct.DOCUMENT_ISSUED: DocumentIssued,
    CaseAct.DOCUMENT_PRINTED: DocumentPrinted,
    CaseAct.DOCUMENT_SCANNED: DocumentScanned,
    CaseAct.DOCUMENT_COMPARED: DocumentCompared,
    CaseAct.DOCUMENT_ENTERED: DocumentEntered,
    CaseAct.DOCUMENT_ADOPTED: DocumentAdopted,
    CaseAct.DOCUMENT_DELIVERED: DocumentDelivered,
    CaseAct.DOCUMENT_DISCARDED: DocumentDiscarded,
    CaseAct.DOCUMENT_CANCELLED: DocumentCancelled,
    CaseAct.DOCUMENT_REPLACED: DocumentReplaced,
    CaseAct.DOCUMENT_NUMBER_VOIDED: DocumentNumberVoided,
    CaseAct.DOCUMENT_AMENDED: DocumentAmended,
}
"""The content of each act."""
