"""Stored files of minutes and papers that phones made, and those that are being signed outside."""

from piccolo.columns import JSONB, UUID, BigInt, Bytea, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer
from schemas.fieldwork.words import FileKind


class SitePaperFile(Table, tablename="site_paper_files"):
    """A paper's file as it is handed out: its maker's, or one that the server sealed."""

    file_id = UUID(primary_key=True, default=None, help_text="Made by the server.")
    act_id = UUID(default=None, unique=True, help_text="The act that entered it.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    written_id = UUID(default=None, help_text="Act that wrote the minutes or the paper.")
    kind = Text(default=None, choices=FileKind, help_text="Whose signature it bears.")
    number_text = Text(null=True, default=None, help_text="As on the paper.")
    content_sha256 = Text(default=None, help_text="Of form, form_version and fields, hex.")
    signatures = JSONB(default=None, help_text="Acts of the hand signatures that it shows.")
    sha256 = Text(default=None, help_text="Of the PDF, hex.")
    size = BigInt(default=None, help_text="Of the PDF, bytes.")
    pages = Integer(default=None, help_text="Of the PDF.")
    certificate = Text(default=None, help_text="SHA-256 of the certificate, hex.")
    signature_level = Text(null=True, default=None, help_text="PAdES level; null for a seal.")
    signer_name = Text(null=True, default=None, help_text="Of its maker; null for a seal.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whose act entered it."
    )
    object_key = Text(default=None, help_text="Of the PDF in the object store.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
    issued_at = Timestamptz(default=None, help_text="Server's clock.")


class PreparedSitePaper(Table, tablename="prepared_site_papers"):
    """A paper that its maker took, to sign it elsewhere and send it back.

    The row goes when the signed file is entered; a job deletes old ones.
    """

    written_id = UUID(
        primary_key=True, default=None, help_text="Act that wrote the minutes or the paper."
    )
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Its maker.")
    seen = Text(default=None, help_text="SHA-256 of content and hand signatures, hex.")
    content = JSONB(default=None, help_text="What was laid out.")
    pdf = Bytea(default=None, help_text="The very bytes that are to be signed.")
    prepared_at = Timestamptz(default=None, help_text="Server's clock.")
