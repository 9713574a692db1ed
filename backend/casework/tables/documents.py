"""Papers of cases in their present state, with number, hash and public code."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.casework.tables.cases import Case
from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit
from schemas.casework.words import ByHand, DocumentState


class Document(UnitPath, Table, tablename="documents"):
    """A paper of a case. The fields of every earlier draft are in the ledger."""

    id = UUID(primary_key=True, default=None, help_text="Made with its first draft.")
    case_id = ForeignKey(references=Case, null=False, default=None, help_text="Of which case.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="The case's unit.")
    form = Text(default=None, help_text="Code of the form.")
    form_version = Integer(default=None, help_text="Version of the form.")
    state = Text(default=None, choices=DocumentState, help_text="The fold over its acts.")
    fields = JSONB(default=None, help_text="Of the draft in force.")
    fields_hash = Text(default=None, help_text="SHA-256 of their RFC 8785 form, hex.")
    content_sha256 = Text(
        null=True,
        default=None,
        help_text="Of form, version and fields, as the paper shows it. Null of older papers.",
    )
    drafted_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who drafted last."
    )
    drafted_at = Timestamptz(default=None, help_text="Of the first draft, server's clock.")
    number = Text(null=True, default=None, help_text="Number and symbol.")
    issued_on = Date(null=True, default=None, help_text="The day on the paper.")
    issued_at = Timestamptz(
        null=True, default=None, help_text="When it was signed, server's clock."
    )
    issued_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who signed.")
    issuer_name = Text(null=True, default=None, help_text="As on the paper.")
    issuer_title = Text(null=True, default=None, help_text="As on the paper.")
    code = Text(null=True, default=None, unique=True, help_text="Public, of /verify/<code>.")
    sha256 = Text(null=True, default=None, help_text="Of the signed PDF, hex.")
    size = BigInt(null=True, default=None, help_text="Of the signed PDF, bytes.")
    pages = Integer(null=True, default=None, help_text="Of the signed PDF.")
    object_key = Text(null=True, default=None, help_text="Of the signed PDF in the object store.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
    hand = Text(
        null=True,
        default=None,
        choices=ByHand,
        help_text="How far it is where it is signed by hand, else null.",
    )
    scan_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="The scan that stands for the sheet."
    )
    scanned_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who sent it.")
    scanned_at = Timestamptz(null=True, default=None, help_text="When it came.")
    compared_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who compared it last."
    )
    compared_at = Timestamptz(null=True, default=None, help_text="When.")
    compared_note = Text(null=True, default=None, help_text="How scan and print differed.")
    signature_level = Text(null=True, default=None, help_text="PAdES level, or none.")
    signer_name = Text(null=True, default=None, help_text="As the certificate names him.")
    party_name = Text(
        null=True, default=None, help_text="Whom it concerns; shown masked in public."
    )
    field_document = Boolean(
        default=False, help_text="Made on a phone, in its inspection's record."
    )
    delivered_on = Date(null=True, default=None, help_text="Day of delivery.")
    replaces: ForeignKey["Document"] = ForeignKey(
        references="self",
        null=True,
        default=None,
        help_text="Which one it is to replace or cancel.",
    )
    replaced_by: ForeignKey["Document"] = ForeignKey(
        references="self", null=True, default=None, help_text="What stands in its place."
    )
    cancelled_by: ForeignKey["Document"] = ForeignKey(
        references="self", null=True, default=None, help_text="The decision that took it back."
    )
    sealed_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="Its file with the agency's seal."
    )
    sealed_sha256 = Text(null=True, default=None, help_text="Of that file, hex.")
    sealed_at = Timestamptz(null=True, default=None, help_text="The time in the seal.")
    sealed_by = ForeignKey(references=Officer, null=True, default=None, help_text="The clerk.")
    seal_name = Text(null=True, default=None, help_text="Whom the agency's certificate names.")
    seal_level = Text(null=True, default=None, help_text="PAdES level of the seal.")
    first_sheet = Integer(null=True, default=None, help_text="Its sheet number in the file.")
