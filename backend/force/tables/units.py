"""The force as a dated tree of units."""

from piccolo.columns import UUID, Date, ForeignKey, SmallInt, Text
from piccolo.table import Table

from backend.core.tables.columns import UnitPath


class Unit(UnitPath, Table, tablename="units"):
    """An organisational unit for as long as it exists under this name and this parent.

    A reorganisation ends a row (`valid_to`, `successor_id`) and begins another, because papers keep
    the unit that issued them.
    """

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    code = Text(
        default=None,
        help_text="2 to 8 digits, as in document numbers; unique among units in force.",
    )
    name_vi = Text(default=None, help_text="Official name.")
    name_en = Text(default=None, help_text="English name, for screens only.")
    kind = Text(default=None, help_text="national, department or team.")
    parent_id: ForeignKey["Unit"] = ForeignKey(
        references="self", null=True, default=None, help_text="Null for the root only."
    )
    level = SmallInt(default=None, help_text="1 for the root, up to 4: which unit_n is itself.")
    valid_from = Date(default=None, help_text="First day in force, Vietnamese calendar day.")
    valid_to = Date(null=True, default=None, help_text="First day no longer in force.")
    successor_id: ForeignKey["Unit"] = ForeignKey(
        references="self", null=True, default=None, help_text="The unit that took over its work."
    )
