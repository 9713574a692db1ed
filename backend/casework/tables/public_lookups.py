"""How often a place asked about papers."""

from piccolo.columns import Bytea, DoublePrecision, Timestamptz
from piccolo.table import Table


class PublicLookup(Table, tablename="public_lookups"):
    """How many turns a place has left at the public look-up of papers. Unlogged; old rows are swept away."""

    place = Bytea(
        primary_key=True,
        default=None,
        help_text="HMAC of an IPv4 address or an IPv6 /64 under a key of ours.",
    )
    tokens = DoublePrecision(default=None, help_text="Turns that were left at that moment.")
    at = Timestamptz(default=None, help_text="When the last turn was taken.")
