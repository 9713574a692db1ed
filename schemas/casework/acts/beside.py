"""Acts beside the line of a case: exhibits, officers, sheets, papers. See schemas/casework/words.py."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import CaseOfficer, Money, Name, Number, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct, DeliveryMode, ExhibitState, SeizurePurpose
from schemas.core.base import Wire

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
FormCode = Annotated[str, Meta(pattern=r"^[A-ZĐ]{2,4}([0-9]{2}[a-z]?)?(-[A-ZĐ]{2,8})?$")]
SealNumber = Annotated[str, Meta(min_length=1, max_length=100)]
Ids = Annotated[list[UUID], Meta(min_length=1, max_length=1000)]


class Exhibit(Wire):
    """One thing on the list (bảng kê tang vật, phương tiện). Quantities as text, as the paper has them."""

    exhibit_id: UUID
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    """As long as a line of the papers' lists: what was signed must be recorded whole."""
    kind: Literal["exhibit", "means", "document"]
    unit: Annotated[str, Meta(max_length=40)]
    quantity: Annotated[str, Meta(min_length=1, max_length=40)]
    brand: Short | None
    origin: Short | None
    serial: Short | None
    condition: Short
    value: Money | None
    value_basis: Short | None
    photos: Annotated[list[UUID], Meta(max_length=100)]


class ExhibitsSeized(Wire):
    """Seized on the spot (MBB15); a decision is to follow within 24 hours, or they go back (Art 125.4)."""

    document_id: UUID
    seized_at: datetime
    keeper: Name
    place: Short
    exhibits: Annotated[list[Exhibit], Meta(min_length=1, max_length=1000)]


class SeizureDecided(Wire):
    """The seizure decision (MQĐ20); its purpose sets how long it may hold the goods."""

    document_id: UUID
    exhibits: Ids
    decided_on: date
    until: date
    reason: Reason
    purpose: SeizurePurpose | None = None
    """As the decision says it; null of decisions on the form's first version, which has no such line."""


class SeizureExtended(Wire):
    """The seizure is extended (MQĐ21)."""

    document_id: UUID
    exhibits: Ids
    until: date
    reason: Reason


class ExhibitsSealed(Wire):
    """Sealed (MBB26), each under the number of its seal."""

    document_id: UUID
    exhibits: Ids
    seals: Annotated[list[SealNumber], Meta(min_length=1, max_length=1000)]
    sealed_at: datetime


class ExhibitsUnsealed(Wire):
    """The seals were opened (MBB27); `intact` as they were found."""

    document_id: UUID
    exhibits: Ids
    intact: bool
    unsealed_at: datetime
    reason: Reason


class ExhibitsMoved(Wire):
    """Another keeps them, at another place: custody passed from hand to hand."""

    exhibits: Ids
    keeper: Name
    place: Short
    moved_at: datetime
    document_id: UUID | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the filed handover minutes, made elsewhere."""
    alone: Reason | None = None
    """Why it is done on one officer's word: he is checked afterwards."""


class ExhibitsDivided(Wire):
    """Of one row of seized goods a part becomes a row of its own, so that papers can name it."""

    exhibits: Annotated[list[UUID], Meta(min_length=1, max_length=1)]
    part_id: UUID
    quantity: Annotated[
        str, Meta(min_length=1, max_length=22, pattern="^[0-9]{1,15}(,[0-9]{1,6})?$")
    ]
    """Of the part, as papers write it: decimals after a comma. The rest keeps the row's place."""
    reason: Reason


class ExhibitsDisposed(Wire):
    """What became of exhibits in the end; money of a sale goes to the budget."""

    exhibits: Ids
    disposition: ExhibitState
    on: date
    document_id: UUID | None
    proceeds: Money | None
    reason: Reason
    sheet: SheetNumber | None = None
    """First sheet number of the filed contract of sale or handover minutes, made elsewhere."""
    receiver: Name | None = None
    """Who has the goods now, where they were sold or handed on."""
    alone: Reason | None = None
    """Why who filed that sheet disposes as well: he is checked afterwards."""
    deposited: Short | None = None
    """The deposit account at the State Treasury and the receipt, where perishable goods were sold early (Art 126.3)."""


class ExhibitsDestroyed(Wire):
    """Destroyed on a decision (MQĐ16), as the minutes of it say (MBB21): where, how and who took part stand there."""

    exhibits: Ids
    decision_id: UUID
    minutes_id: UUID
    destroyed_on: date


class OfficersAssigned(Wire):
    """Who works on the case from now on; all of them, the lead first."""

    officers: Annotated[list[CaseOfficer], Meta(min_length=1, max_length=30)]
    reason: Reason


class SheetsFiled(Wire):
    """A paper that was made elsewhere joins the file; it gets the next sheet numbers (bút lục)."""

    title: Annotated[str, Meta(min_length=3, max_length=300)]
    issued_on: date | None
    number: Short | None
    sheets: Annotated[int, Meta(ge=1, le=500)]
    document_id: UUID | None
    sha256: Sha256 | None


class NoteAdded(Wire):
    """A remark for who works on the case."""

    text: Annotated[str, Meta(min_length=1, max_length=5000)]


class DocumentDrafted(Wire):
    """A paper's fields, whole: each drafting replaces the one before."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    replaces: UUID | None
    """The document that this one is to replace (MQĐ38, MQĐ39) or to cancel (MQĐ40)."""


class DocumentFinalised(Wire):
    """The content is ready for its signer: the hash names exactly what he will sign."""

    document_id: UUID
    fields_hash: Sha256


class DocumentReopened(Wire):
    """The signer sent it back: a draft again."""

    document_id: UUID
    reason: Reason


class DocumentIssued(Wire):
    """Numbered, laid out, signed and stored: from now on it is never changed (Circular 22/2021 Art 6.4)."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields_hash: Sha256
    number: Number
    issued_on: date
    issued_at: datetime
    issuer_title: Short
    code: Annotated[str, Meta(min_length=20, max_length=60)]
    """By which anybody checks it at /verify/."""
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]
    signature_level: Annotated[str, Meta(max_length=20)]
    """PAdES level; "none" stands in older acts alone, of papers signed by hand: now document.printed."""
    signer: Short | None
    issuer_name: Short | None = None
    """Who issued it, signed digitally or by hand; null of papers issued before this was kept, as the two below."""
    issuer_unit: Short | None = None
    """The unit on the letterhead: the issuer's, which need not be the case's."""
    issuer_superior: Short | None = None
    alone: Reason | None = None
    """Why its only drafter signs it as well (tự soạn, tự ký): the level above checks afterwards."""


class DocumentPrinted(Wire):
    """Numbered, laid out and stored to be signed by hand; without effect until its scan is there (document.scanned)."""

    document_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields_hash: Sha256
    number: Number
    issued_on: date
    """The day on the paper: from it run the time limits once its scan is there."""
    issued_at: datetime
    issuer_title: Short
    code: Annotated[str, Meta(min_length=20, max_length=60)]
    sha256: Sha256
    """Of what was printed, without a signature."""
    size: Annotated[int, Meta(ge=1, le=100_000_000)]
    pages: Annotated[int, Meta(ge=1, le=2000)]
    issuer_name: Short
    issuer_unit: Short
    issuer_superior: Short | None
    alone: Reason | None = None
    """Why its only drafter signs it as well (tự soạn, tự ký): the level above checks afterwards."""
    restored: UUID | None = None
    """The act that declared the restore which lost it, where it is entered again with what it bears."""
    signed_by: UUID | None = None
    """Who signed what is entered again, where he has left and another enters it; null where its signer does."""
    restored_why: Reason | None = None
    """How it is known that it was issued; null where it is none of these, and in acts of before this was asked."""


LaidOut = DocumentIssued | DocumentPrinted
"""A paper got its number, its code and its file: signed with a certificate, or to be signed by hand."""


class DocumentScanned(Wire):
    """The sheet that was signed by hand came back as one scan: in force by law from its signing, to be compared."""

    document_id: UUID
    scan_id: UUID
    sha256: Sha256
    size: Annotated[int, Meta(ge=1, le=20_000_000)]
    media_type: Literal["application/pdf", "image/jpeg"]


class DocumentCompared(Wire):
    """A second person compared the scan with what was printed; `reason` says how they differ where they do."""

    document_id: UUID
    sha256: Sha256
    """Of the scan that he looked at."""
    agrees: bool
    reason: Reason | None


class DocumentAdopted(Wire):
    """A paper that was made on the phone, in the inspection's own record, joins the case."""

    document_id: UUID
    inspection_id: UUID
    form: FormCode
    form_version: Annotated[int, Meta(ge=1, le=10_000)]
    fields: dict[str, Any]
    number: Number
    issued_on: date
    pages: Annotated[int, Meta(ge=1, le=2000)]
    written_by: UUID | None = None
    """Who wrote it on site, so signed it as its maker; null in older acts, which tell who took it in alone."""


class DocumentDelivered(Wire):
    """It was handed to whom it concerns."""

    document_id: UUID
    mode: DeliveryMode
    delivered_on: date
    receiver: Short
    proof: Short


class DocumentDiscarded(Wire):
    """Given up before it was in force."""

    document_id: UUID
    reason: Reason
    number: Number | None = None
    """Of a paper printed to be signed by hand, its number, void with it; null of drafts, and in older acts."""


class DocumentCancelled(Wire):
    """Taken back by a decision (MQĐ40)."""

    document_id: UUID
    by: UUID
    reason: Reason
    with_effects: bool = False
    """What it granted ends with it: a reduction, instalments, a postponement, the term of a seizure.

    False in acts of before this was kept.
    """
    amendment_ends: bool = False
    """What it had amended is again as it was before; false in acts of before this was kept."""


class DocumentReplaced(Wire):
    """Another document stands in its place: an internal paper of the same form.

    Of earlier days also decisions amended or corrected (MQĐ38, MQĐ39); since then that is DocumentAmended.
    """

    document_id: UUID
    by: UUID
    reason: Reason


class DocumentAmended(Wire):
    """A decision is amended (MQĐ38), corrected (MQĐ39) or cancelled in part (MQĐ40): it stands, read with the other."""

    document_id: UUID
    by: UUID
    reason: Reason
    total: Money | None = None
    """The fine as it is now, in đồng; null where it stays, as in acts of before this was kept."""
    confiscated: Annotated[list[UUID], Meta(max_length=1000)] | None = None
    """Exhibits that the decision confiscates now, all of them; null where that stays."""


class DocumentNumberVoided(Wire):
    """A number that was reserved for a paper and stands on none is void, with the reason (Circular 22/2021 Art 6)."""

    document_id: UUID
    issuer_kind: Literal["unit", "officer"]
    issuer_id: UUID
    form: FormCode
    """Of the register: forms that bear one symbol share one (MQĐ01 counts with MQĐ02)."""
    year: Annotated[int, Meta(ge=2020, le=9999)]
    number: Annotated[int, Meta(ge=1)]
    reason: Reason


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.EXHIBITS_SEIZED: ExhibitsSeized,
    CaseAct.SEIZURE_DECIDED: SeizureDecided,
    CaseAct.SEIZURE_EXTENDED: SeizureExtended,
    CaseAct.EXHIBITS_SEALED: ExhibitsSealed,
    CaseAct.EXHIBITS_UNSEALED: ExhibitsUnsealed,
    CaseAct.EXHIBITS_MOVED: ExhibitsMoved,
    CaseAct.EXHIBITS_DIVIDED: ExhibitsDivided,
    CaseAct.EXHIBITS_DISPOSED: ExhibitsDisposed,
    CaseAct.EXHIBITS_DESTROYED: ExhibitsDestroyed,
    CaseAct.OFFICERS_ASSIGNED: OfficersAssigned,
    CaseAct.SHEETS_FILED: SheetsFiled,
    CaseAct.NOTE_ADDED: NoteAdded,
    CaseAct.DOCUMENT_DRAFTED: DocumentDrafted,
    CaseAct.DOCUMENT_FINALISED: DocumentFinalised,
    CaseAct.DOCUMENT_REOPENED: DocumentReopened,
    CaseAct.DOCUMENT_ISSUED: DocumentIssued,
    CaseAct.DOCUMENT_PRINTED: DocumentPrinted,
    CaseAct.DOCUMENT_SCANNED: DocumentScanned,
    CaseAct.DOCUMENT_COMPARED: DocumentCompared,
    CaseAct.DOCUMENT_ADOPTED: DocumentAdopted,
    CaseAct.DOCUMENT_DELIVERED: DocumentDelivered,
    CaseAct.DOCUMENT_DISCARDED: DocumentDiscarded,
    CaseAct.DOCUMENT_CANCELLED: DocumentCancelled,
    CaseAct.DOCUMENT_REPLACED: DocumentReplaced,
    CaseAct.DOCUMENT_NUMBER_VOIDED: DocumentNumberVoided,
    CaseAct.DOCUMENT_AMENDED: DocumentAmended,
}
"""Which act has which content."""
