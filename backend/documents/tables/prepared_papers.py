"""Table of papers that are being signed outside."""

from piccolo.columns import JSONB, UUID, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class PreparedPaper(Table, tablename="prepared_papers"):
    """A paper with its number that its signer took, to sign it elsewhere and send it back.

    The row goes when the signed file is entered or the paper is given up; a job deletes old ones.
    """

    document_id = UUID(
        primary_key=True, default=None, help_text="Which paper, of a case or of a decision."
    )
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Its signer.")
    fields_hash = Text(default=None, help_text="SHA-256 of the fields as the signer saw them, hex.")
    kept = JSONB(default=None, help_text="Number, signer, content and the signer's choices.")
    pdf = Bytea(default=None, help_text="The very bytes that are to be signed.")
    prepared_at = Timestamptz(default=None, help_text="Server's clock; its day is on the paper.")
