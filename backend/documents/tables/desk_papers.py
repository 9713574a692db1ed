"""The columns that every table of papers of the desk has, whichever record the papers are of."""

from piccolo.columns import JSONB, UUID, BigInt, Date, ForeignKey, Integer, Text, Timestamptz

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit


class DeskPaperColumns(UnitPath):
    """A paper of the desk in its present state: drafted, laid out, signed, scanned, compared, sealed.

    A mixin: name it before Table. Each group adds what its papers are of and are filled from.
    """

    id = UUID(primary_key=True, default=None, help_text="Made with its first draft.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose paper it is.")
    form = Text(default=None, help_text="E.g. KH, QĐ-KT.")
    form_version = Integer(default=None, help_text="Version of the form.")
    fields = JSONB(default=None, help_text="Of the draft in force.")
    fields_hash = Text(default=None, help_text="SHA-256 of their RFC 8785 form, hex.")
    drafted_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who drafted last."
    )
    drafted_at = Timestamptz(default=None, help_text="Of the first draft, server's clock.")
    number = Text(null=True, default=None, help_text="Number and symbol.")
    issued_on = Date(null=True, default=None, help_text="The day on the paper.")
    issued_at = Timestamptz(null=True, default=None, help_text="When it was signed or printed.")
    issued_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who signed.")
    issuer_name = Text(null=True, default=None, help_text="As on the paper.")
    issuer_title = Text(null=True, default=None, help_text="As on the paper.")
    code = Text(null=True, default=None, unique=True, help_text="Public, of /verify/<code>.")
    sha256 = Text(null=True, default=None, help_text="Of the PDF, hex.")
    size = BigInt(null=True, default=None, help_text="Of the PDF, bytes.")
    pages = Integer(null=True, default=None, help_text="Of the PDF.")
    object_key = Text(null=True, default=None, help_text="Of the PDF in the object store.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
    signature_level = Text(null=True, default=None, help_text="PAdES level; null if by hand.")
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
    sealed_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="The file with the agency's seal."
    )
    sealed_sha256 = Text(null=True, default=None, help_text="Of that file, hex.")
    sealed_at = Timestamptz(null=True, default=None, help_text="The time in the seal's signature.")
    sealed_by = ForeignKey(references=Officer, null=True, default=None, help_text="Which clerk.")
    seal_name = Text(null=True, default=None, help_text="Whom the agency's certificate names.")
    seal_level = Text(null=True, default=None, help_text="PAdES level of the seal.")


class DispatchColumns:
    """One dispatch of a paper for the register of outgoing papers; a paper may go out more than once.

    A mixin: name it before Table. Each group adds which of its papers went out.
    """

    act_id = UUID(primary_key=True, default=None, help_text="The act that says so.")
    sent_on = Date(default=None, help_text="Day in Vietnam.")
    manner = Text(default=None, help_text="direct, post or electronic.")
    recipients = Text(default=None, help_text="One a line, as the clerk wrote them.")
    copies = Integer(default=None, help_text="How many copies went out.")
    note = Text(null=True, default=None, help_text="E.g. the number of the registered letter.")
    dispatched_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    dispatched_at = ServerTime(help_text="Server's clock.")
