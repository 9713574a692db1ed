"""Readings that do not need each other, asked in as few statements as their longest chain has.

    async with database.at_once() as ask:
        team, photos = ask(queries.team(inspection_id)), ask(queries.photos(inspection_id))
    team.result()

A page asks for twenty things of one record. Each is a query of its own, where it is kept and tested; each would also be
a way to the server and back. Here each reading runs in a task of its own until it asks the database. When all of them
wait, what they ask is sent as one statement, and each goes on with its own rows. A reading that asks again takes part
in the next. Nothing is kept from one statement to the next, and each query bears its own scope as ever.

What may write or lock is sent alone, after the readings that wait with it. Readings may begin further ones of
their own. All run in the transaction in which they were begun; one that opens its own asks alone.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar, copy_context
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, TypeVar

from backend.core.current_transaction import may_change

Found = TypeVar("Found")

_PATIENCE_SECONDS = 0.02
"""How long what waits is kept for a reading that is at something else, such as a lock that another of them holds."""
_AT = "#"
"""The column with which each part of a merged statement begins: the number of its row. No query of ours has one."""
_PARAMETER = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$(\d+)")
_READS = re.compile(r"\s*(?:SELECT|WITH)\b", re.IGNORECASE)
_NAMES = re.compile(r'"(?:[^"]|"")*"')
_TEXTS = re.compile(r"(?<!\w)'(?:[^']|'')*'")
_OTHERWISE = re.compile(r"'|(?<!\w)\$[^0-9]|--|/\*")
"""What is left of texts with a prefix, texts between dollars and comments, once names and plain texts are out.

A dollar within a name, as in the names that Piccolo gives to joined tables, begins no text.
"""


class Row(Sequence[Any]):
    """A row of a merged statement. It has what asyncpg's rows have: by name, by place, as a mapping's items."""

    __slots__ = ("_places", "_values")

    def __init__(self, places: dict[str, int], values: tuple[Any, ...]) -> None:
        self._places, self._values = places, values

    def __getitem__(self, key: Any) -> Any:
        return self._values[self._places[key] if isinstance(key, str) else key]

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def get(self, key: str, default: Any = None) -> Any:
        """Return a column's value, or `default` if there is no such column."""
        return self[key] if key in self._places else default

    def keys(self) -> Iterator[str]:
        """Return the names of the columns."""
        return iter(self._places)

    def values(self) -> Iterator[Any]:
        """Return the values in the order of the columns."""
        return iter(self._values)

    def items(self) -> Iterator[tuple[str, Any]]:
        """Return names and values."""
        if len(self._places) == len(self._values):
            return zip(self._places, self._values, strict=True)
        return ((name, self._values[at]) for name, at in self._places.items())


class _Asked:
    """Something that a reading waits for."""

    __slots__ = ("args", "call", "first", "future", "sql")

    def __init__(
        self, sql: str, args: tuple[Any, ...], call: Callable[[], Awaitable[Any]], *, first: bool
    ) -> None:
        self.sql, self.args, self.call, self.first = sql, args, call, first
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()


class Batch:
    """The readings of one page that are under way, and what they wait for. `of`: their transaction."""

    def __init__(self, run: Callable[..., Awaitable[list[Any]]], of: object) -> None:
        self.of = of
        self._run = run
        self._alive = 0
        self._waiting: list[_Asked] = []
        self._sending: asyncio.Task[None] | None = None
        self._late: asyncio.TimerHandle | None = None

    async def rows(self, sql: str, args: tuple[Any, ...]) -> list[Any]:
        """Return all rows of a statement, which is sent together with what else waits."""
        asked = _Asked(sql, args, partial(self._run, sql, *args), first=False)
        found: list[Any] = await self._wait(asked)
        return found

    async def row(self, sql: str, args: tuple[Any, ...], call: Callable[[], Awaitable[Any]]) -> Any:
        """Return the first row or None, as `call` does alone."""
        found = await self._wait(_Asked(sql, args, call, first=True))
        return (found[0] if found else None) if isinstance(found, list) else found

    async def alone(self, call: Callable[[], Awaitable[Found]]) -> Found:
        """Return what `call` does, once nothing else uses the connection."""
        found: Found = await self._wait(_Asked("", (), call, first=False))
        return found

    async def _wait(self, asked: _Asked) -> Any:
        self._waiting.append(asked)
        self._look()
        try:
            return await asked.future
        finally:
            if asked in self._waiting:  # it was cancelled
                self._waiting.remove(asked)

    def begun(self) -> None:
        """Count one more reading."""
        self._alive += 1

    def ended(self) -> None:
        """Count one less, or one that waits for readings of its own."""
        self._alive -= 1
        self._look()

    def _look(self) -> None:
        if not self._waiting or self._sending is not None:
            return
        if len(self._waiting) >= self._alive:
            self._send()
        elif self._late is None:
            self._late = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, self._send)

    def _send(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
        if not self._waiting or self._sending is not None:
            return
        taken, self._waiting = self._waiting, []
        context = copy_context()
        context.run(BATCH.set, None)
        self._sending = asyncio.create_task(self._answer(taken), context=context)

    async def _answer(self, taken: list[_Asked]) -> None:
        try:
            reads = [one for one in taken if _may_merge(one.sql)]
            others = [one for one in taken if not _may_merge(one.sql)]
            if len(reads) == 1:
                reads, others = [], [*reads, *others]
            if reads:
                await self._together(reads)
            for one in others:
                _give(one, await one.call())
        except BaseException as error:
            for one in taken:
                if not one.future.done():
                    one.future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        finally:
            self._sending = None
            self._look()

    async def _together(self, reads: list[_Asked]) -> None:
        parts: list[_Asked] = []
        of: list[int] = []
        places: dict[tuple[str, bool], list[int]] = {}
        for one in reads:
            alike = places.setdefault((one.sql, one.first), [])
            known = next((at for at in alike if parts[at].args == one.args), None)
            if known is None:
                known = len(parts)
                alike.append(known)
                parts.append(one)
            of.append(known)
        sql = _merged(tuple((one.sql, len(one.args), one.first) for one in parts))
        found = _parted(await self._run(sql, *(value for one in parts for value in one.args)))
        for one, at in zip(reads, of, strict=True):
            _give(one, found[at] if found else [])

    async def close(self) -> None:
        """End what is still under way, of readings that were cancelled."""
        if self._late is not None:
            self._late.cancel()
        if self._sending is not None:
            self._sending.cancel()
            with suppress(asyncio.CancelledError):
                await self._sending


BATCH: ContextVar[Batch | None] = ContextVar("batch", default=None)
"""The batch in which the present task reads."""


def present(of: object) -> Batch | None:
    """Return the batch in which this task reads, if it is of this transaction."""
    found = BATCH.get()
    return found if found is not None and found.of is of else None


class Asking:
    """Begins readings of one block."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._tasks: list[asyncio.Task[Any]] = []
        self._left = 0
        self._goes_on = False
        """Whether who began them waits for them within the batch, and then goes on in the place of the last."""

    def __call__(self, reading: Awaitable[Found]) -> asyncio.Task[Found]:
        """Begin a reading. Its `result()` is there when the block has ended."""
        context = copy_context()
        context.run(BATCH.set, self._batch)
        task = asyncio.create_task(_read(reading), context=context)
        self._batch.begun()
        self._left += 1
        task.add_done_callback(self._ended)
        self._tasks.append(task)
        return task

    def _ended(self, _: object) -> None:
        self._left -= 1
        if self._left or not self._goes_on:
            self._batch.ended()

    async def all(self, *, inner: bool) -> None:
        """Wait for all; raise what the first of them raised. `inner`: who waits is a reading of the batch itself."""
        if inner and self._left:
            self._goes_on = True
            self._batch.ended()
        for found in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(found, BaseException):
                raise found

    async def give_up(self) -> None:
        """Cancel all, and wait until they have ended."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def block(run: Callable[..., Awaitable[list[Any]]], of: object) -> AsyncIterator[Asking]:
    """Open a block of readings (`database.at_once`): a new batch, or a part of the one in which this task reads."""
    outer = present(of)
    inner = outer is not None
    batch = outer or Batch(run, of)
    asking = Asking(batch)
    try:
        try:
            yield asking
        except BaseException:
            await asking.give_up()
            raise
        await asking.all(inner=inner)
    finally:
        if not inner:
            await batch.close()


async def _read(reading: Awaitable[Found]) -> Found:
    return await reading


def _give(asked: _Asked, found: Any) -> None:
    if not asked.future.done():
        asked.future.set_result(found)


@lru_cache(maxsize=2000)
def _may_merge(sql: str) -> bool:
    """Tell whether a statement reads alone, and is written so that its parameters are found."""
    bare = _TEXTS.sub("", _NAMES.sub("", sql))
    return _READS.match(sql) is not None and not may_change(sql) and not _OTHERWISE.search(bare)


@lru_cache(maxsize=1000)
def _merged(parts: tuple[tuple[str, int, bool], ...]) -> str:
    """Return one statement for several, each with how many values it has and whether only its first row is wanted.

    The rows of all stand beside each other by their numbers, so each column keeps its own type.
    """
    texts, before = [], 0
    for at, (sql, count, first) in enumerate(parts):
        own = _counted_on(sql, before)
        limit = " LIMIT 1" if first else ""
        texts.append(
            f'(SELECT row_number() OVER () AS "{_AT}", q.* FROM (\n{own}\n) q{limit}) p{at}'
        )
        before += count
    columns = ", ".join(f"p{at}.*" for at in range(len(parts)))
    joined = texts[0] + "".join(f' FULL JOIN {text} USING ("{_AT}")' for text in texts[1:])
    return f"SELECT {columns} FROM {joined}"


def _counted_on(sql: str, before: int) -> str:
    """Return a statement with its parameters counted on; what is quoted stays."""
    return _PARAMETER.sub(lambda found: f"${int(found[1]) + before}" if found[1] else found[0], sql)


def _parted(rows: list[Any]) -> list[list[Row]]:
    """Return the rows of each part of a merged statement, in their order; nothing if no part has a row."""
    if not rows:
        return []
    found: list[list[Row]] = []
    values = [tuple(row) for row in rows]
    for start, end, places in _layout(tuple(rows[0].keys())):
        own = [row for row in values if row[start] is not None]
        if len(own) > 1:
            own.sort(key=itemgetter(start))
        found.append([Row(places, row[start + 1 : end]) for row in own])
    return found


@lru_cache(maxsize=1000)
def _layout(names: tuple[str, ...]) -> list[tuple[int, int, dict[str, int]]]:
    """Return where each part of a merged statement begins and ends, and the places of its columns within it."""
    starts = [at for at, name in enumerate(names) if name == _AT]
    return [
        (start, end, {name: at for at, name in enumerate(names[start + 1 : end])})
        for start, end in zip(starts, [*starts[1:], len(names)], strict=True)
    ]
