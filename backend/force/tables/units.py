"""The force as a dated tree of units."""

from piccolo.columns import UUID, BigInt, BigSerial, Boolean, Date, ForeignKey, SmallInt, Text
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath


class Unit(UnitPath, Table, tablename="units"):
    """An organisational unit.

    A unit that moves or is renamed keeps its id. One that ends names its successor, and its path is
    that of the successor from then on: what was its lies there. Papers keep the unit that issued
    them. `restructure()` alone writes parent, level and path.
    """

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    code = Text(
        default=None,
        help_text="2 to 8 digits, as in document numbers; unique among units in force.",
    )
    name_vi = Text(default=None, help_text="Official name.")
    name_en = Text(default=None, help_text="English name, for screens only.")
    kind = Text(default=None, help_text="national, industry_department, department or team.")
    parent_id: ForeignKey["Unit"] = ForeignKey(
        references="self", null=True, default=None, help_text="Null for the root only."
    )
    level = SmallInt(
        default=None,
        help_text="1 for the root, up to 4: how long its path is; unless it ended, the last is itself.",
    )
    valid_from = Date(default=None, help_text="First day in force, Vietnamese calendar day.")
    valid_to = Date(null=True, default=None, help_text="First day no longer in force.")
    device_approval = Boolean(
        default=False, help_text="New phones wait for an approval, here and below."
    )
    successor_id: ForeignKey["Unit"] = ForeignKey(
        references="self", null=True, default=None, help_text="The unit that took over its work."
    )


class FormerPath(UnitPath, Table, tablename="former_paths"):
    """Where a unit lay until a day. Append-only; written by `restructure()` alone."""

    id = BigSerial(primary_key=True, help_text="Given by the database: the order of rewriting.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Which unit.")
    until = Date(default=None, help_text="The first day on which it lay there no more.")
    act_id = UUID(default=None, help_text="Of the unit's act that moved it.")


class PathRewrite(Table, tablename="path_rewrites"):
    """What one call of `restructure()` rewrote in one table. Append-only; it writes it itself."""

    id = BigSerial(primary_key=True, help_text="Given by the database.")
    act_id = UUID(default=None, help_text="The unit's act that ordered it.")
    officer_id = UUID(default=None, help_text="Who made the act.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Whose rows went elsewhere."
    )
    to_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Below which unit, or into which."
    )
    table_name = Text(default=None, help_text="In which table.")
    row_count = BigInt(default=None, help_text="How many rows.")
    at = ServerTime(help_text="When; the moment of the transaction.")
