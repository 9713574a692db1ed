"""Piccolo queries that are compiled once and then run with values.

Piccolo builds and compiles a query anew at every call. That takes 0.3 to 0.9 ms of processor time, several times what
the database needs. A function decorated here describes its query and is called once, with a placeholder for every
argument. Later calls only put their values into the compiled SQL:

    @compiled.one(LockedCase)
    def lock(case_id: UUID) -> Query:
        return Case.select(*rows.columns(LockedCase, Case)).where(Case.id == case_id).lock_rows("UPDATE")

    locked = await lock(case_id)

An argument may be a struct whose attributes the query names. What a column of JSON gets must be JSON text. The
description may not depend on values: `if`, string formatting and `limit()` on an argument raise TypeError when the
query is described. An argument of type Reach is the exception. Its shape (which columns it compares) selects one of
several compiled queries, its ids are values.
"""

from collections.abc import Awaitable, Callable, Iterator
from functools import wraps
from inspect import signature
from operator import attrgetter
from typing import Any, Generic, NoReturn, ParamSpec, TypeVar

import msgspec
from piccolo.columns import JSON, Column
from piccolo.columns.combination import Combination, Where
from piccolo.query.base import Query as PiccoloQuery
from piccolo.query.methods import Count, Delete, Exists, Select, Update
from piccolo.querystring import QueryString

from backend.core import database, rows
from backend.core.json_columns import decoded
from backend.core.scope import Reach

Args = ParamSpec("Args")
Row = TypeVar("Row", bound=msgspec.Struct)
Cell = TypeVar("Cell")

Query = PiccoloQuery[Any, Any]
"""What a decorated function returns."""

_Values = list[Any]


class _Placeholder:
    """Stands for an argument, or for an attribute of one, while a query is described."""

    __slots__ = ("_of", "_position")

    def __init__(self, position: int, of: Callable[[Any], Any] | None = None) -> None:
        self._position = position
        self._of = of

    def _value(self, given: tuple[Any, ...]) -> Any:
        """Return what a call gave."""
        argument = given[self._position]
        return argument if self._of is None else self._of(argument)

    def __getattr__(self, name: str) -> "_Placeholder":
        """Return a placeholder for the attribute of a struct that is the argument."""
        if name.startswith("_") or self._of is not None:
            raise AttributeError(
                f"{name}: a compiled query names attributes of its arguments, no deeper"
            )
        return _Placeholder(self._position, attrgetter(name))

    def _depends(self, *_: object) -> NoReturn:
        raise TypeError(
            "a compiled query may not depend on the value of an argument; such a query is built at each call"
        )

    __bool__ = __format__ = __str__ = __index__ = __contains__ = __len__ = _depends
    __lt__ = __le__ = __gt__ = __ge__ = _depends


class _JsonText(str):
    """Stands for a placeholder in a column of JSON, where Piccolo would encode everything but text."""

    __slots__ = ("of",)
    of: _Placeholder

    def __new__(cls, of: _Placeholder) -> "_JsonText":
        text = super().__new__(cls)
        text.of = of
        return text


class _Statement:
    """One compiled query."""

    __slots__ = ("compared", "given", "sql")

    def __init__(self, query: Query) -> None:
        """Compile the query.

        Raises TypeError for an INSERT: its defaults (a new id, for example) would be those of the first call for ever.
        """
        if not isinstance(query, Select | Update | Delete | Exists | Count):
            raise TypeError(f"{type(query).__name__} cannot be compiled once")
        query._validate()  # type: ignore[no-untyped-call]
        if isinstance(query, Update):
            _take_json_as_text(query.values_delegate._values)
        (described,) = query.querystrings
        self.sql, given = _compiled(described)
        self.given = [one.of if isinstance(one, _JsonText) else one for one in given]
        self.compared = tuple(_compared(query.where_delegate._where))

    def values(self, values: tuple[Any, ...]) -> _Values:
        """Return the statement's parameters.

        Raises ValueError if None is compared with a column. Piccolo writes IS NULL for it, SQL would find no row.
        """
        if any(one._value(values) is None for one in self.compared):
            raise ValueError(
                "a compiled query compares a column with None; describe it with is_null()"
            )
        return [one._value(values) if isinstance(one, _Placeholder) else one for one in self.given]


def _compiled(described: QueryString) -> tuple[str, _Values]:
    """Return SQL and parameters as Piccolo's compile_string() does, with constants written into the SQL.

    Only then does PostgreSQL prove a partial index (`WHERE state = 'used'`) in a plan that it keeps for all values.
    """
    _, fragments, values = described.bundle()
    sql: list[str] = []
    given: _Values = []
    rest = iter(values)
    for fragment in fragments:
        sql.append(fragment.prefix)
        if fragment.no_arg:
            continue
        value = next(rest)
        constant = _constant(value)
        if constant is None:
            given.append(value)
            constant = f"${len(given)}"
        sql.append(constant)
    return "".join(sql), given


def _constant(value: Any) -> str | None:
    """Return a text, a number or a truth value as an SQL literal; None for anything else."""
    if type(value) is bool:
        return str(value).lower()
    if type(value) is int:
        return str(value)
    if type(value) is str:
        return "'" + value.replace("'", "''") + "'"
    return None


def _take_json_as_text(updated: dict[Column, Any]) -> None:
    for column, given in updated.items():
        if isinstance(column, JSON) and isinstance(given, _Placeholder):
            updated[column] = _JsonText(given)


def _compared(condition: Any) -> Iterator[_Placeholder]:
    """Placeholders that are compared with a column. Raw SQL in a condition is left to its author."""
    if isinstance(condition, Combination):
        yield from _compared(condition.first)
        yield from _compared(condition.second)
    elif isinstance(condition, Where) and isinstance(condition.value, _Placeholder):
        yield condition.value


class _Compiled(Generic[Args]):
    """A described query and its compiled statements, one for each shape of its reaches."""

    def __init__(self, describe: Callable[Args, Query], *, first: bool = False) -> None:
        self._describe: Callable[..., Query] = describe
        self._first = first
        self._signature = signature(describe)
        self._names = tuple(self._signature.parameters)
        self._statements: dict[tuple[Any, ...], _Statement] = {}

    def ready(self, *args: Args.args, **kwargs: Args.kwargs) -> tuple[str, _Values]:
        """Return the SQL and its parameters for a call."""
        values: tuple[Any, ...] = args
        if kwargs or len(args) != len(self._names):
            bound = self._signature.bind(*args, **kwargs)
            bound.apply_defaults()
            values = tuple(bound.arguments.values())
        shape = tuple(_shape(value) for value in values)
        statement = self._statements.get(shape)
        if statement is None:
            statement = self._statements[shape] = self._compile(values)
        return statement.sql, statement.values(values)

    def _compile(self, values: tuple[Any, ...]) -> _Statement:
        places = [_place(at, value) for at, value in enumerate(values)]
        try:
            query = self._describe(**dict(zip(self._names, places, strict=True)))
            if self._first and isinstance(query, Select):
                query = query.limit(1)
            return _Statement(query)
        except Exception as error:
            error.add_note(
                f"in the description of {self._describe.__module__}.{self._describe.__qualname__}"
            )
            raise


def _shape(value: Any) -> Any:
    if type(value) is not Reach:
        return None
    unit = value.unit and value.unit[0]
    return unit, value.unit_but, value.on_team, value.officer_in, value.on_row, value.hidden


def _place(at: int, value: Any) -> Any:
    if type(value) is not Reach:
        return _Placeholder(at)
    unit: Any = value.unit and (value.unit[0], _Placeholder(at, lambda reach: reach.unit[1]))
    officer: Any = _Placeholder(at, attrgetter("officer_id"))
    return msgspec.structs.replace(value, officer_id=officer, unit=unit)


def one(
    kind: type[Row], *, decode: tuple[str, ...] = ()
) -> Callable[[Callable[Args, Query]], Callable[Args, Awaitable[Row | None]]]:
    """Make a description return its first row as a struct, or None. `decode` names columns of JSON."""

    def made(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[Row | None]]:
        query = _Compiled(describe, first=True)

        @wraps(describe)
        async def run(*args: Args.args, **kwargs: Args.kwargs) -> Row | None:
            sql, values = query.ready(*args, **kwargs)
            row = await database.fetchrow(sql, *values)
            if row is not None and decode:
                (row,) = decoded([row], *decode)
            return rows.one(kind, row)

        return run

    return made


def many(
    kind: type[Row], *, decode: tuple[str, ...] = ()
) -> Callable[[Callable[Args, Query]], Callable[Args, Awaitable[list[Row]]]]:
    """Make a description return all rows as structs. `decode` names columns of JSON."""

    def made(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[list[Row]]]:
        query = _Compiled(describe)

        @wraps(describe)
        async def run(*args: Args.args, **kwargs: Args.kwargs) -> list[Row]:
            sql, values = query.ready(*args, **kwargs)
            found = await database.fetch(sql, *values)
            return rows.many(kind, decoded(found, *decode) if decode else found)

        return run

    return made


def value(
    _kind: type[Cell],
) -> Callable[[Callable[Args, Query]], Callable[Args, Awaitable[Cell | None]]]:
    """Make a description return the first column of its first row; None if there is no row or the column is NULL."""

    def made(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[Cell | None]]:
        query = _Compiled(describe, first=True)

        @wraps(describe)
        async def run(*args: Args.args, **kwargs: Args.kwargs) -> Cell | None:
            sql, values = query.ready(*args, **kwargs)
            found: Cell | None = await database.fetchval(sql, *values)
            return found

        return run

    return made


def values(
    _kind: type[Cell],
) -> Callable[[Callable[Args, Query]], Callable[Args, Awaitable[list[Cell]]]]:
    """Make a description return the first column of all rows."""

    def made(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[list[Cell]]]:
        query = _Compiled(describe)

        @wraps(describe)
        async def run(*args: Args.args, **kwargs: Args.kwargs) -> list[Cell]:
            sql, values = query.ready(*args, **kwargs)
            return [row[0] for row in await database.fetch(sql, *values)]

        return run

    return made


def exists(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[bool]]:
    """Make a description by `exists()` tell whether there is such a row."""
    query = _Compiled(describe)

    @wraps(describe)
    async def run(*args: Args.args, **kwargs: Args.kwargs) -> bool:
        sql, values = query.ready(*args, **kwargs)
        return bool(await database.fetchval(sql, *values))

    return run


def count(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[int]]:
    """Make a description by `count()` return the number of rows."""
    query = _Compiled(describe)

    @wraps(describe)
    async def run(*args: Args.args, **kwargs: Args.kwargs) -> int:
        sql, values = query.ready(*args, **kwargs)
        return int(await database.fetchval(sql, *values))

    return run


def write(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[None]]:
    """Make a description by `update()` or `delete()`, or of a lock, run without a result."""
    query = _Compiled(describe)

    @wraps(describe)
    async def run(*args: Args.args, **kwargs: Args.kwargs) -> None:
        sql, values = query.ready(*args, **kwargs)
        await database.execute(sql, *values)

    return run


def changed(describe: Callable[Args, Query]) -> Callable[Args, Awaitable[int]]:
    """Make a description by `update()` or `delete()` return how many rows it changed."""
    query = _Compiled(describe)

    @wraps(describe)
    async def run(*args: Args.args, **kwargs: Args.kwargs) -> int:
        sql, values = query.ready(*args, **kwargs)
        return int((await database.execute(sql, *values)).rsplit(" ", 1)[-1])

    return run
