"""The base class of every struct that crosses a border.

Structs are closed and frozen. An unknown key is an error, so that nothing unexpected is kept
silently. A struct that was checked once cannot be changed afterwards. Names are snake_case on the
wire as in Python, so nothing is renamed.
"""

from typing import dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value in the form that it has on the wire: every key is present, and null if empty."""
