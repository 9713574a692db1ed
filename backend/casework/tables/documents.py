"""Papers of cases in their present state, with number, hash and public code."""

from piccolo.columns import (
    Boolean,
    Date,
    ForeignKey,
    Integer,
    Text,
)
from piccolo.table import Table

from backend.casework.tables.cases import Case
from backend.documents.tables.desk_papers import DeskPaperColumns
from schemas.casework.words import ByHand, DocumentState


class Document(DeskPaperColumns, Table, tablename="documents"):
    """A paper of a case. The fields of every earlier draft are in the ledger."""

    case_id = ForeignKey(references=Case, null=False, default=None, help_text="Of which case.")
    state = Text(default=None, choices=DocumentState, help_text="The fold over its acts.")
    content_sha256 = Text(
        null=True,
        default=None,
        help_text="Of form, version and fields, as the paper shows it. Null of older papers.",
    )
    hand = Text(
        null=True,
        default=None,
        choices=ByHand,
        help_text="How far it is where it is signed by hand, else null.",
    )
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
    first_sheet = Integer(null=True, default=None, help_text="Its sheet number in the file.")
