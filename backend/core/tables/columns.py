"""Column kinds that Piccolo lacks, and the columns that many tables share."""

from typing import Any

from piccolo.columns import UUID, Column, Timestamptz
from piccolo.querystring import Unquoted


class Inet(Column):
    """An IP address, IPv4 or IPv6. asyncpg returns an `ipaddress` object."""

    value_type = str

    def __init__(self, **kwargs: Any) -> None:
        self.default = None
        kwargs.update({"default": None})
        super().__init__(**kwargs)

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "INET"


class TransactionId(Column):
    """The 64-bit id of the transaction that wrote the row, set by the database alone.

    Ids are assigned when a transaction begins to write, and rows appear when it commits. "Every row
    of a transaction before this one" is thus a bound that no late commit can slip under; a serial
    number is not. Readers of the log and of `changes` rely on that.
    """

    value_type = int

    def __init__(self, *, given: bool = False, **kwargs: Any) -> None:
        """`given`: the writer sets the value, as a bound. Otherwise the database does."""
        self.default = None if given else Unquoted("DEFAULT")
        kwargs.update({"default": self.default})
        super().__init__(**kwargs)

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "XID8"


class ServerTime(Timestamptz):
    """The moment of the writing transaction, given by the database alone (`DEFAULT now()`).

    Piccolo's `TimestamptzNow` would state the clock of the process that inserts.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(default=None, **kwargs)
        self.default = Unquoted("DEFAULT")
        self._meta.params["default"] = self.default

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "TIMESTAMPTZ"


class Era(Column):
    """The installation's era when the row was written, set by the database alone.

    A restored database assigns transaction ids anew, from lower ones. Each restore raises the era,
    and wherever order counts, rows are ordered by the era before the transaction id.
    """

    value_type = int

    def __init__(self, **kwargs: Any) -> None:
        self.default = Unquoted("DEFAULT")
        kwargs.update({"default": self.default})
        super().__init__(**kwargs)

    @property
    def column_type(self) -> str:
        """PostgreSQL's name of the type."""
        return "INTEGER"


class UnitPath:
    """The owning unit's ancestors, one column a level.

    Scope is then one equality on a B-tree index. A mixin: name it before Table. `unit_1` is the
    nation, and the last that is set is the unit itself. The columns are a copy, made when the row
    is written. A unit's place in the tree is dated, and a row stays with the unit in which it was
    made.
    """

    unit_1 = UUID(default=None, help_text="The nation's root unit.")
    unit_2 = UUID(null=True, default=None, help_text="Department (Chi cục), null above that level.")
    unit_3 = UUID(null=True, default=None, help_text="Team (Đội), null above that level.")
    unit_4 = UUID(null=True, default=None, help_text="A level below the team, unused so far.")
