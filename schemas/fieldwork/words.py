"""The words of fieldwork that cross a border. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum
from typing import Literal


class InspectionState(StrEnum):
    """Where an inspection stands: a fold over its acts."""

    DECIDED = "decided"
    """The decision (QĐ-KT) is issued; nobody of the team has begun."""
    OPENED = "opened"
    """A phone of the team has taken it up."""
    ANNOUNCED = "announced"
    """The decision was announced on site (công bố): the clock of the inspection runs."""
    SUBMITTED = "submitted"
    """A revision is frozen and waits for the supervisor."""
    RETURNED = "returned"
    """The supervisor sent the revision back with comments."""
    REVISING = "revising"
    """New minutes were written after a submission or an approval: what was submitted is no longer in force."""
    APPROVED = "approved"
    """The supervisor approved the revision in force."""
    REFUSED = "refused"
    """The supervisor refused the revision: the end, but for an addendum under quarantine."""
    DISCARDED = "discarded"
    """The team gave the visit up, with a reason. What was captured stays and may still come; opening takes it back."""


class ActType(StrEnum):
    """Everything that can happen, in the past tense, each about one thing."""

    DECISION_ISSUED = "decision.issued"
    INSPECTION_OPENED = "inspection.opened"
    INSPECTION_ANNOUNCED = "inspection.announced"
    INSPECTION_DISCARDED = "inspection.discarded"
    PLACE_FIXED = "place.fixed"
    PHOTO_TAKEN = "photo.taken"
    PHOTO_WITHDRAWN = "photo.withdrawn"
    PHOTO_CAPTIONED = "photo.captioned"
    """A photograph was given another caption after the shot: the latest counts, none is lost."""
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
    MINUTES_ENTRUSTED = "minutes.entrusted"
    """The leader named the owner of the minutes."""
    MINUTES_PROPOSED = "minutes.proposed"
    MINUTES_SET_ASIDE = "minutes.set_aside"
    """Somebody said what became of minutes that stand beside those in force."""
    DRAFT_APPROVED = "draft.approved"
    DRAFT_RETURNED = "draft.returned"
    FILE_AGREED = "file.agreed"
    FILE_SUPPLEMENT_ASKED = "file.supplement_asked"
    FILE_SUPPLEMENTED = "file.supplemented"
    FILE_VERIFICATION_ORDERED = "file.verification_ordered"
    FILE_TAKEN_OVER = "file.taken_over"
    DECISION_WITHDRAWN = "decision.withdrawn"


FileRuling = Literal["agreed", "supplement_asked", "verification_ordered", "taken_over"]
"""What a supervisor says of a file after its submission."""


class PlaceSource(StrEnum):
    """Where a position came from, as the phone knows it."""

    GNSS = "gnss"
    NETWORK = "network"
    FUSED = "fused"
    """The browser's Geolocation with high accuracy: which sensor answered is not told."""
    MANUAL = "manual"
    """Pointed at on a map, or typed: a statement, not a measurement."""


class PhotoWay(StrEnum):
    """How a photograph came about: a file is believed less than the in-page camera."""

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
    """Người lập biên bản: the officer who draws it up, and who answers for it by name."""
    SUBJECT = "subject"
    """The violator, or the representative of the organisation."""
    AUTHORITY = "authority"
    """Commune People's Committee or police."""
    WITNESS = "witness"
    VICTIM = "victim"
    KEEPER = "keeper"
    """Who keeps what was seized or sealed."""
    INTERPRETER = "interpreter"


class QuarantineCode(StrEnum):
    """Why evidence was kept aside: accepted and visible, but without effect until a supervisor admits it."""

    NOT_ON_TEAM = "not_on_team"
    RECORD_UNKNOWN = "record_unknown"
    RECORD_CLOSED = "record_closed"
    DEVICE_REVOKED = "device_revoked"
    OFFICER_DISABLED = "officer_disabled"
    """Its maker's account had ended when it came, in a rescue file."""
    SIGNATURE_INVALID = "signature_invalid"
    PHOTO_UNKNOWN = "photo_unknown"
    """A withdrawal of a photograph that this record does not have."""
    MINUTES_UNKNOWN = "minutes_unknown"
    """A signature under minutes that this record does not have (yet)."""
    MINUTES_FINAL = "minutes_final"
    """Minutes that came when others had been approved or, by the newer rule, submitted; or that are older than the
    submission that waits."""
    MINUTES_NOT_OWNED = "minutes_not_owned"
    """Minutes of an officer of the team who does not own them: kept beside, until he is named or somebody says more."""
    FORM_INVALID = "form_invalid"
    """Minutes that do not satisfy their form: kept as written, not in force."""
    FORM_OUTDATED = "form_outdated"
    """Written on a version of its form that a newer one had followed by then: the phone's app or data are old."""
    PHOTO_ID_TAKEN = "photo_id_taken"
    """A photo id that another photograph already bears."""
    DOCUMENT_UNKNOWN = "document_unknown"
    """A signature or a number for a writing of a paper that this record does not have (yet)."""
    DOCUMENT_ID_TAKEN = "document_id_taken"
    """The id of a paper on another form, or of another inspection."""
    DOCUMENT_UNSIGNED = "document_unsigned"
    """A number for a writing that is not in force, or that those whom its form asks for have not signed."""
    DOCUMENT_CLOSED = "document_closed"
    """The paper bears its number: nothing on it changes any more."""
    OUT_OF_BOUNDS = "out_of_bounds"
    """A day, a moment or a number that cannot be right, or was surely mistyped: docs/ledger/bounds.md has the edges."""
    NUMBER_UNUSABLE = "number_unusable"
    """A number that was not reserved for this officer and phone, or that another paper bears."""


class Preview(StrEnum):
    """Whether a photograph can be shown."""

    PENDING = "pending"
    READY = "ready"
    UNDECODABLE = "undecodable"
    NOT_AN_IMAGE = "not_an_image"
