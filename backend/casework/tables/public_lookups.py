"""How often an address looked papers up."""

from piccolo.columns import Bytea, DoublePrecision, Timestamptz
from piccolo.table import Table


class PublicLookup(Table, tablename="public_lookups"):
    """The turns that an address has left at the public look-up.

    Unlogged; a job deletes old rows.
    """

    place = Bytea(
        primary_key=True,
        default=None,
        help_text="HMAC of an IPv4 address or an IPv6 /64 under a key of ours.",
    )
    tokens = DoublePrecision(default=None, help_text="Turns that were left at that moment.")
    at = Timestamptz(default=None, help_text="When the last turn was taken.")
