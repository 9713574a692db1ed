"""What people do with an import of a list, whatever the list is of: upload, watch, pause, go on, give up.

    _imports = ListImports(Kind(record=RecordKind.PARTY_IMPORT, queries=queries, …))
    upload, read, pause = _imports.upload, _imports.read, _imports.pause

What a list brings, and who may, is of the group whose list it is: its queries, its acts, its scope.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Generic, Protocol, TypeVar
from uuid import UUID

import msgspec

from backend.core import clock, keyset
from backend.core.actors import Actor, UnitPath
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.core.job_queue import enqueue
from backend.core.list_imports import uploads
from backend.core.list_imports.errors import MOST_WAITING, TooManyLists
from backend.core.live import service as live
from backend.core.scope import Reach
from backend.force.notices import telling
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from media.keys import ObjectName
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.imports import ImportGivenUp, ImportPaused, ImportResumed, ImportState
from schemas.core.vocabulary import RecordKind

PAGE = 50


class _Listed(Protocol):
    """What every import has, as a reader sees it or as it is locked."""

    @property
    def id(self) -> UUID: ...
    @property
    def file_name(self) -> str: ...
    @property
    def uploaded_by(self) -> UUID: ...


class _ShownImport(_Listed, Protocol):
    """An import as a reader sees it."""

    @property
    def uploaded_at(self) -> datetime: ...


Row = TypeVar("Row", bound=_ShownImport)
Shown = TypeVar("Shown", bound=_ShownImport, covariant=True)


class _Queries(Protocol[Shown]):
    """The queries of one kind of import: a module."""

    def waiting(self, officer_id: UUID, state: str, other: str, /) -> Awaitable[int]: ...
    def insert(
        self, import_id: UUID, path: UnitPath, columns: dict[str, Any], /
    ) -> Awaitable[None]: ...
    def page(
        self, reach: Reach, after: tuple[datetime, UUID] | None, limit: int, /
    ) -> Awaitable[Sequence[Shown]]: ...
    def seen(self, reach: Reach, import_id: UUID, /) -> Awaitable[Shown | None]: ...
    def lock(self, import_id: UUID, /) -> Awaitable[_Listed | None]: ...
    def start_again(self, import_id: UUID, at: datetime, /) -> Awaitable[int]: ...


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[Row]):
    """One kind of list."""

    record: RecordKind
    contents: Mapping[str, type[Wire]]
    """The contents of its acts, by act type."""
    queries: _Queries[Row]
    reach: Callable[[Actor], Reach]
    may_import: Callable[[Actor], bool]
    staged: Callable[[UUID], ObjectName]
    """Where an uploaded file lies until it is read."""
    most_bytes: int
    read_job: str
    bring_job: str
    notice: str
    """What keys of its notices begin with."""


class Page(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """Some imports, and the cursor of the next ones."""

    rows: list[Row]
    next: str | None


class ListImports(Generic[Row]):
    """The imports of one kind of list, for officers at the desk."""

    def __init__(self, kind: Kind[Row]) -> None:
        self._kind = kind
        self._types = {made: name for name, made in kind.contents.items()}

    def check(self, actor: Actor) -> None:
        """Raise NotAllowed for who imports no such lists."""
        if not self._kind.may_import(actor):
            raise NotAllowed

    async def upload(self, file_name: str, file: IO[bytes], actor: Actor) -> UUID:
        """Keep a file until a worker has read it. Not to be called inside transaction().

        Raises NotAllowed, TooManyLists, ListEmpty, ListTooLarge, and what the store raises.
        """
        self.check(actor)
        kind = self._kind
        waiting = (ImportState.READING.value, ImportState.READ.value)
        if await kind.queries.waiting(actor.officer_id, *waiting) >= MOST_WAITING:
            raise TooManyLists
        import_id, now = new_id(), clock.now()
        kept = await uploads.keep(kind.staged(import_id), file, kind.most_bytes)
        async with transaction():
            columns = {
                "file_name": uploads.plain_name(file_name),
                "file_sha256": kept.sha256,
                "file_bytes": kept.size,
                "uploaded_by": actor.officer_id,
                "uploaded_at": now,
            }
            await kind.queries.insert(import_id, actor.unit, columns)
            await enqueue(kind.read_job, import_id)
        return import_id

    async def page(self, actor: Actor, cursor: str | None, limit: int = PAGE) -> Page[Row]:
        """Return the imports in reach, the latest first. Raises NotAllowed, Invalid for a foreign cursor."""
        self.check(actor)
        after = keyset.read(cursor, datetime, UUID) if cursor else None
        found = await self._kind.queries.page(self._kind.reach(actor), after, limit + 1)
        shown = list(found[:limit])
        last = shown[-1] if len(found) > limit else None
        return Page(rows=shown, next=keyset.write(last.uploaded_at, last.id) if last else None)

    async def read(self, import_id: UUID, actor: Actor) -> Row:
        """Return one import in reach. Raises NotAllowed, NotFound."""
        self.check(actor)
        found = await self._kind.queries.seen(self._kind.reach(actor), import_id)
        if found is None:
            raise NotFound(what="import")
        return found

    async def sees(self, import_id: UUID, actor: Actor) -> bool:
        """Tell whether an officer sees this import."""
        reach = self._kind.reach(actor)
        may = self._kind.may_import(actor)
        return may and await self._kind.queries.seen(reach, import_id) is not None

    async def own(self, import_id: UUID, actor: Actor) -> Row:
        """Return an import that the actor uploaded. Raises NotAllowed, NotFound."""
        row = await self.read(import_id, actor)
        if row.uploaded_by != actor.officer_id:
            raise NotAllowed
        return row

    async def locked(self, import_id: UUID, actor: Actor) -> _Listed:
        """Lock an import in reach until the transaction ends. Raises NotAllowed, NotFound."""
        await self.read(import_id, actor)
        found = await self._kind.queries.lock(import_id)
        if found is None:
            raise NotFound(what="import")
        return found

    async def record(self, import_id: UUID, content: Wire, actor: Actor) -> Outcome:
        """Record an act of an import, in the caller's transaction."""
        act = self._types[type(content)]
        made = ledger.desk_act(self._kind.record, import_id, act, content, actor)
        return await ledger.record(made, actor)

    async def pause(self, import_id: UUID, actor: Actor) -> Outcome:
        """Bring no more portions for now. Raises NotAllowed, NotFound."""
        row = await self.read(import_id, actor)
        outcome = await self.record(import_id, ImportPaused(), actor)
        return await self._told(outcome, row, "paused", actor)

    async def go_on(self, import_id: UUID, actor: Actor) -> Outcome | None:
        """Bring portions again: of one that is paused by an act, of one that the system stopped without.

        Raises NotAllowed, NotFound.
        """
        row = await self.locked(import_id, actor)
        if await self._kind.queries.start_again(import_id, clock.now()):
            await enqueue(self._kind.bring_job, import_id)
            live.told([row.uploaded_by])
            await self._tell(row, "resumed", actor)
            return None
        outcome = await self.record(import_id, ImportResumed(), actor)
        if isinstance(outcome, ledger.Accepted):
            await enqueue(self._kind.bring_job, import_id)
        return await self._told(outcome, row, "resumed", actor)

    async def give_up(self, import_id: UUID, reason: str, actor: Actor) -> Outcome:
        """Bring no more rows; what came stays. Raises NotAllowed, NotFound."""
        row = await self.read(import_id, actor)
        outcome = await self.record(import_id, ImportGivenUp(reason=reason), actor)
        return await self._told(outcome, row, "given_up", actor)

    async def _told(self, outcome: Outcome, row: _Listed, done: str, actor: Actor) -> Outcome:
        if isinstance(outcome, ledger.Accepted):
            await self._tell(row, done, actor)
        return outcome

    async def _tell(self, row: _Listed, done: str, actor: Actor) -> None:
        """Tell who confirmed an import, under whose name it goes on, what a colleague did with it."""
        told = {row.uploaded_by} - {actor.officer_id}
        words = {"by": actor.full_name, "file": row.file_name}
        await telling.tell(told, "person", row.id, f"{self._kind.notice}.{done}", dict(words))
