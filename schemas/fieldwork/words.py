"""Enumerations of fieldwork. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum
from typing import Literal


class InspectionState(StrEnum):
    """The state of an inspection, folded from its acts."""

    DECIDED = "decided"
    """The decision (QĐ-KT) is issued, but no officer of the team has begun."""
    OPENED = "opened"
    """A phone of the team has taken it up."""
    ANNOUNCED = "announced"
    """The decision was announced on site (công bố). The clock of the inspection runs."""
    SUBMITTED = "submitted"
    """A revision is frozen and waits for the supervisor."""
    RETURNED = "returned"
    """The supervisor sent the revision back with comments."""
    REVISING = "revising"
    """New minutes were written after a submission or an approval, so what was submitted is no
    longer in force."""
    APPROVED = "approved"
    """The supervisor approved the revision in force."""
    REFUSED = "refused"
    """The supervisor refused the revision. This is the end, but for an addendum under quarantine."""
    DISCARDED = "discarded"
    """The team gave up the visit, with a reason. What was captured is kept, and more may come.
    Opening takes it back."""


class ActType(StrEnum):
    """Everything that can happen in an inspection, in the past tense.

    Each act is about one thing.
    """

    DECISION_ISSUED = "decision.issued"
    INSPECTION_OPENED = "inspection.opened"
    INSPECTION_ANNOUNCED = "inspection.announced"
    INSPECTION_DISCARDED = "inspection.discarded"
    PLACE_FIXED = "place.fixed"
    PHOTO_TAKEN = "photo.taken"
    PHOTO_WITHDRAWN = "photo.withdrawn"
    PHOTO_CAPTIONED = "photo.captioned"
    """A photograph was given another caption after the shot. The latest counts, and none is lost."""
    MINUTES_WRITTEN = "minutes.written"
    PERSON_SIGNED = "person.signed"
    INSPECTION_SUBMITTED = "inspection.submitted"
    MINUTES_RETURNED = "minutes.returned"
    MINUTES_APPROVED = "minutes.approved"
    MINUTES_REFUSED = "minutes.refused"
    EVIDENCE_ADMITTED = "evidence.admitted"
    EVIDENCE_DISMISSED = "evidence.dismissed"
    FINDING_WEIGHED = "finding.weighed"
    DOCUMENT_WRITTEN = "document.written"
    """A paper of the visit besides its minutes (MBB01, MBB15, MBB26) was written on site."""
    DOCUMENT_SIGNED = "document.signed"
    DOCUMENT_NUMBERED = "document.numbered"
    MINUTES_NUMBERED = "minutes.numbered"
    """The inspection's minutes got their number, after all had signed them."""
    DOCUMENT_FILED = "document.filed"
    """A document of others was obtained on site: a letter, a licence, a recording."""
    DOCUMENT_STRUCK = "document.struck"
    """Such a document was filed in error: it stays, struck out."""
    MINUTES_ENTRUSTED = "minutes.entrusted"
    """The leader named the owner of the minutes."""
    MINUTES_PROPOSED = "minutes.proposed"
    MINUTES_SET_ASIDE = "minutes.set_aside"
    """Minutes beside those in force were set aside."""
    DRAFT_APPROVED = "draft.approved"
    DRAFT_RETURNED = "draft.returned"
    FILE_AGREED = "file.agreed"
    FILE_SUPPLEMENT_ASKED = "file.supplement_asked"
    FILE_SUPPLEMENTED = "file.supplemented"
    FILE_VERIFICATION_ORDERED = "file.verification_ordered"
    FILE_TAKEN_OVER = "file.taken_over"
    DECISION_WITHDRAWN = "decision.withdrawn"
    DECISION_AMENDED = "decision.amended"
    """By a decision of its own (QĐ-SĐBSKT): contents, place or team."""
    DECISION_EXTENDED = "decision.extended"
    TEAM_HANDED_OVER = "team.handed_over"
    """A colleague took the place of an officer who left or moved."""
    DECISION_LAPSED = "decision.lapsed"
    """It lapsed, because the inspection did not begin in time."""
    DECISION_PROPOSED = "decision.proposed"
    """An officer proposed an inspection to the head (ĐX). A record may begin so, too."""
    DECISION_RETURNED = "decision.returned"
    DECISION_HAND_SIGNED = "decision.hand_signed"
    """A team began on site from a decision signed by hand, before it is in the system. Each later one
    mends what was typed."""
    DECISION_MATCHED = "decision.matched"
    """A second person compared what a team began from with the sheets, or with a paper of the desk."""
    PAPER_DRAFTED = "paper.drafted"
    """A paper of the desk about the decision itself (QĐ-KT) was drafted. A record may begin so: the
    inspection exists only once the decision is issued."""
    PAPER_DISCARDED = "paper.discarded"
    PAPER_NUMBER_VOIDED = "paper.number_voided"
    PAPER_PRINTED = "paper.printed"
    """Numbered and printed, to be signed by hand."""
    PAPER_ISSUED = "paper.issued"
    """Numbered and signed with a certificate."""
    PAPER_SCANNED = "paper.scanned"
    PAPER_COMPARED = "paper.compared"
    PAPER_SEALED = "paper.sealed"
    """The clerk put the agency's digital signature over the officer's."""
    PAPER_DISPATCHED = "paper.dispatched"
    """It went out, and is in the register of outgoing papers."""
    RELATION_NONE_DECLARED = "relation.none_declared"
    """An officer of the team declared that nobody of the family is the party, or manages it."""
    RELATION_DECLARED = "relation.declared"
    """An officer of the team declared such a relation, and has to be replaced."""
    SITE_PAPER_SEALED = "site_paper.sealed"
    """The server stored its sealed file of minutes, or of a paper made on site."""
    SITE_PAPER_SIGNED = "site_paper.signed"
    """Its maker signed it with a certificate, and the signed file is stored."""


class PaperState(StrEnum):
    """The state of a paper of the desk about an inspection's decision."""

    DRAFT = "draft"
    PRINTED = "printed"
    """It has a number and a code and is printed, to be signed by hand. Nothing of it is in force."""
    AWAITING = "awaiting"
    """Signed by hand, its scan is there: in force by law, to be compared by a second person."""
    SENT_BACK = "sent_back"
    """The scan differed from what was printed; another is awaited."""
    SIGNED = "signed"
    """Signed with a certificate, or by hand and compared."""
    DISCARDED = "discarded"


class FileKind(StrEnum):
    """Whose signature the stored file of minutes, or of a paper made on site, bears."""

    SEALED = "sealed"
    """The server's seal, which is no officer's signature."""
    SIGNED = "signed"
    """Its maker's, made with a certificate."""


FileRuling = Literal["agreed", "supplement_asked", "verification_ordered", "taken_over"]
"""A supervisor's ruling on a file after its submission."""


class PlaceSource(StrEnum):
    """The source of a position, as the phone knows it."""

    GNSS = "gnss"
    NETWORK = "network"
    FUSED = "fused"
    """The browser's Geolocation with high accuracy. It does not say which sensor answered."""
    MANUAL = "manual"
    """Pointed at on a map, or typed. This is a statement, not a measurement."""


class PhotoWay(StrEnum):
    """How a photograph was made. A chosen file is trusted less than the in-page camera."""

    CAMERA = "camera"
    FILE = "file"


class SignerRole(StrEnum):
    """In what capacity a person signs the minutes (Circular 27/2020 Art 18)."""

    LEADER = "leader"
    MEMBER = "member"
    SUBJECT = "subject"
    """The inspected party or its representative."""
    WITNESS = "witness"
    AUTHORITY = "authority"
    """Commune People's Committee or police."""
    PARTNER = "partner"
    """A partner agency's officer."""
    INTERPRETER = "interpreter"


class PaperSigner(StrEnum):
    """In what capacity a person signs a paper made on site: the roles of the forms' `x-signers` (Decree 118/2021)."""

    MAKER = "maker"
    """Người lập biên bản: the officer who draws up the paper and is responsible for it by name."""
    SUBJECT = "subject"
    """The violator, or the representative of the organisation."""
    AUTHORITY = "authority"
    """Commune People's Committee or police."""
    WITNESS = "witness"
    VICTIM = "victim"
    KEEPER = "keeper"
    """The person who keeps what was seized or sealed."""
    INTERPRETER = "interpreter"


class QuarantineCode(StrEnum):
    """Why evidence was quarantined: accepted and visible, but without effect until a supervisor admits it."""

    NOT_ON_TEAM = "not_on_team"
    RECORD_UNKNOWN = "record_unknown"
    RECORD_CLOSED = "record_closed"
    DEVICE_REVOKED = "device_revoked"
    OFFICER_DISABLED = "officer_disabled"
    """Its maker's account was closed when it came, in a rescue file."""
    SIGNATURE_INVALID = "signature_invalid"
    PHOTO_UNKNOWN = "photo_unknown"
    """Withdrawal of a photograph that this record does not have."""
    MINUTES_UNKNOWN = "minutes_unknown"
    """Signature under minutes that this record does not have (yet)."""
    MINUTES_FINAL = "minutes_final"
    """Minutes that came after others had been approved or, in flow 2, submitted; or minutes that
    are older than the submission that waits."""
    MINUTES_NOT_OWNED = "minutes_not_owned"
    """Minutes of an officer of the team who does not own them. Kept beside until that officer is
    named, or they are set aside."""
    FORM_INVALID = "form_invalid"
    """Minutes that do not satisfy their form. Kept as written, not in force."""
    FORM_OUTDATED = "form_outdated"
    """Written on a version of its form after a newer one had replaced it: the phone's app or data
    are outdated."""
    PHOTO_ID_TAKEN = "photo_id_taken"
    """The photo id already belongs to another photograph."""
    DOCUMENT_UNKNOWN = "document_unknown"
    """Signature or number for a writing of a paper that this record does not have (yet)."""
    DOCUMENT_ID_TAKEN = "document_id_taken"
    """The id belongs to a paper on another form, or of another inspection."""
    DOCUMENT_UNSIGNED = "document_unsigned"
    """Number for a writing that is not in force, or that lacks a signature which its form requires."""
    DOCUMENT_CLOSED = "document_closed"
    """The paper has its number, so nothing on it changes any more."""
    OUT_OF_BOUNDS = "out_of_bounds"
    """A day, a moment or a number that cannot be right, or was surely mistyped.
    docs/ledger/bounds.md has the edges."""
    NUMBER_UNUSABLE = "number_unusable"
    """A number that was not reserved for this officer and phone, or that another paper has."""


class Preview(StrEnum):
    """Whether a photograph can be shown."""

    PENDING = "pending"
    READY = "ready"
    UNDECODABLE = "undecodable"
    NOT_AN_IMAGE = "not_an_image"
