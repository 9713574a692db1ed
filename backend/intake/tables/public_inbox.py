"""What citizens sent by the public form, and how often it may be used."""

from piccolo.columns import (
    UUID,
    Bytea,
    DoublePrecision,
    ForeignKey,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from schemas.intake.public_form import Told


class PublicReport(Table, tablename="public_inbox"):
    """One report, sealed until a worker takes it in as an information; afterwards only its receipt.

    The web process writes it as the role hientruong_public, by functions alone.
    """

    id = UUID(
        primary_key=True,
        default=None,
        help_text="Follows from the page on which it was typed and from what it says.",
    )
    receipt_hash = Bytea(
        default=None, help_text="HMAC of the citizen's code under the secrets key."
    )
    sealed = Bytea(
        null=True,
        default=None,
        secret=True,
        help_text="An age file to the informants' key: a schemas.intake.public_form.PublicReport.",
    )
    photographs = SmallInt(default=None, help_text="How many came with it.")
    received_at = ServerTime(help_text="Server's clock.")
    taken_at = Timestamptz(null=True, default=None, help_text="When it became an information.")
    tries = SmallInt(default=0, help_text="How often a worker tried.")
    try_again_at = ServerTime(help_text="Not tried before.")
    information_id = UUID(null=True, default=None, help_text="The information that it became.")
    follows_id = UUID(
        null=True,
        default=None,
        help_text="The information whose acts set the word: itself, or one that it went on as.",
    )
    told = Text(default="received", choices=Told, help_text="All that the citizen's page tells.")
    withdrawal_asked_at = Timestamptz(
        null=True, default=None, help_text="When the citizen took it back."
    )
    withdrawn_at = Timestamptz(
        null=True, default=None, help_text="When that was recorded as an act."
    )


class PublicPhotograph(Table, tablename="public_inbox_photographs"):
    """A photograph of a report that no worker took in yet. Its row goes when the report is taken."""

    inbox_id = ForeignKey(
        references=PublicReport,
        null=False,
        default=None,
        primary_key=True,
        help_text="Of which report.",
    )
    position = SmallInt(primary_key=True, default=None, help_text="1 to 5, as they were chosen.")
    sealed = Bytea(default=None, secret=True, help_text="An age file to the informants' key.")


class PublicFormTurns(Table, tablename="public_form_turns"):
    """The turns that an address, or all together, have left. Unlogged; a worker deletes full ones."""

    place = Bytea(
        primary_key=True,
        default=None,
        help_text="HMAC of an IPv4 address or an IPv6 /64 under a key of ours.",
    )
    tokens = DoublePrecision(default=None, help_text="Turns that were left at that moment.")
    at = Timestamptz(default=None, help_text="When the last turn was taken.")
    full_at = Timestamptz(default=None, help_text="When all turns will be there again.")
