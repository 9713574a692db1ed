"""The root of every struct that crosses a border.

Closed and frozen: an unknown key is an error rather than a surprise kept silently, and a struct that was checked once
cannot be changed afterwards. Names are snake_case on the wire as in Python, so nothing is renamed on the way.
"""

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value as it stands on the wire: every key present, null where empty."""
