"""The register of the server's keys: signed statements about each, never changed.

See docs/core/keys.md.
"""

from piccolo.columns import Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from schemas.core.receipts import KeyEvent, KeyUse


class KeyStatement(Table, tablename="server_keys"):
    """One signed statement about one key. Append-only; the application's role only reads it."""

    key_id = Text(default=None, primary_key=True, help_text="Beginning of its SHA-256, in hex.")
    use = Text(default=None, choices=KeyUse, help_text="What the key is for.")
    event = Text(default=None, choices=KeyEvent, primary_key=True, help_text="What is said of it.")
    public_key = Text(default=None, help_text="A JWK as JSON, an age recipient, or empty.")
    effective_at = Timestamptz(
        default=None,
        primary_key=True,
        help_text="Valid from, used until, or counted as stolen from.",
    )
    reason = Text(default=None, help_text="Why, in the operator's words.")
    said_by = Text(default=None, help_text="The operator, as his operating system knows him.")
    signed_by = Text(default=None, help_text="The receipt key in use then.")
    signature = Text(default=None, help_text="Ed25519 over the RFC 8785 form of the rest.")
    recorded_at = ServerTime(help_text="The database's clock.")
