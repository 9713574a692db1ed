"""Queries of rescue files. Only the supervisor who brought a file sees it."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw
from piccolo.query.functions import Max

from backend.core import compiled, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.exchange.rules.rescue import Result, Summary
from backend.exchange.tables.rescue import RescueFile
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.inspections import Inspection

State = Literal["waiting", "unfinished", "imported", "gone"]


class BroughtFile(msgspec.Struct, frozen=True, kw_only=True):
    """A rescue file, with the officer whose acts it holds and the device on which it was written."""

    id: UUID
    officer_id: UUID
    device_id: UUID
    node: str
    file_name: str
    size: int
    sha256: str
    received_at: datetime
    summary: Summary
    state: State
    import_act: UUID | None
    result: Result | None
    imported_at: datetime | None
    full_name: str
    username: str
    device_name: str


class _Node(msgspec.Struct, frozen=True, kw_only=True):
    node: str
    last: datetime


class _Numbered(msgspec.Struct, frozen=True, kw_only=True):
    id: UUID
    decision_number: str


_COLUMNS = (
    *(RescueFile.id, RescueFile.officer_id, RescueFile.device_id, RescueFile.node),
    *(RescueFile.file_name, RescueFile.size, RescueFile.sha256, RescueFile.received_at),
    *(RescueFile.summary, RescueFile.state, RescueFile.import_act, RescueFile.result),
    RescueFile.imported_at,
    RescueFile.officer_id.full_name.as_alias("full_name"),
    RescueFile.officer_id.username.as_alias("username"),
    RescueFile.device_id.name.as_alias("device_name"),
)


async def insert(
    file_id: UUID,
    brought_by: UUID,
    officer_id: UUID,
    device_id: UUID,
    node: str,
    file_name: str,
    size: int,
    sha256: str,
    received_at: datetime,
    summary: str,
) -> None:
    """Insert a file that was read to its end and may be imported."""
    await RescueFile.insert(
        RescueFile(
            id=file_id,
            brought_by=brought_by,
            officer_id=officer_id,
            device_id=device_id,
            node=node,
            file_name=file_name,
            size=size,
            sha256=sha256,
            received_at=received_at,
            summary=summary,
        )
    )


@compiled.one(BroughtFile, decode=("summary", "result"))
def find(file_id: UUID, brought_by: UUID) -> Query:
    """Return a file that this supervisor brought, or None."""
    query = RescueFile.select(*_COLUMNS).where(RescueFile.id == file_id)
    return query.where(RescueFile.brought_by == brought_by)


async def list_brought(brought_by: UUID, limit: int) -> list[BroughtFile]:
    """Return the last files that this supervisor brought, newest first."""
    query = RescueFile.select(*_COLUMNS).where(RescueFile.brought_by == brought_by)
    found = await query.order_by(RescueFile.received_at, ascending=False).limit(limit)
    return rows.many(BroughtFile, decoded(found, "summary", "result"))


@compiled.write
def set_import_act(file_id: UUID, act_id: UUID) -> Query:
    """Note the act on the device's record by which the import of a file was begun."""
    return RescueFile.update({RescueFile.import_act: act_id}).where(RescueFile.id == file_id)


@compiled.write
def set_result(file_id: UUID, state: State, result: str, imported_at: datetime | None) -> Query:
    """Write the state and the result of an import. `result` is JSON text."""
    return RescueFile.update(
        {
            RescueFile.state: state,
            RescueFile.result: result,
            RescueFile.imported_at: imported_at,
        }
    ).where(RescueFile.id == file_id)


_LIES_THERE = "state IN ('waiting', 'unfinished')"
"""The file is on its node's disk and still to be imported. An index has these very words."""


async def nodes_with_files() -> dict[str, datetime]:
    """Return the nodes that have files to import, and when the last file of each came."""
    return {one.node: one.last for one in await _nodes_with_files()}


@compiled.many(_Node)
def _nodes_with_files() -> Query:
    last = Max(RescueFile.received_at, alias="last")
    here = RescueFile.select(RescueFile.node, last).where(WhereRaw(_LIES_THERE))
    return here.group_by(RescueFile.node)


async def give_up(nodes: list[str], before: datetime | None = None) -> list[UUID]:
    """Mark files on these nodes as gone; return their ids.

    With `before`, only files received before that moment.
    """
    return await (_give_up(nodes) if before is None else _give_up_before(nodes, before))


@compiled.values(UUID)
def _give_up(nodes: list[str]) -> Query:
    here = RescueFile.update({RescueFile.state: "gone"}).where(rows.any_of(RescueFile.node, nodes))
    return here.where(WhereRaw(_LIES_THERE)).returning(RescueFile.id)


@compiled.values(UUID)
def _give_up_before(nodes: list[str], before: datetime) -> Query:
    here = RescueFile.update({RescueFile.state: "gone"}).where(rows.any_of(RescueFile.node, nodes))
    old = here.where(WhereRaw(_LIES_THERE)).where(RescueFile.received_at < before)
    return old.returning(RescueFile.id)


async def numbers_of(inspection_ids: list[UUID], actor: Actor) -> dict[UUID, str]:
    """Return the decision numbers of those of these inspections that the reader may see."""
    found = await _seen_of(inspection_ids, scope.teamed(INSPECTION_TEAMS, actor))
    return {one.id: one.decision_number for one in found}


@compiled.many(_Numbered)
def _seen_of(inspection_ids: list[UUID], seen: Reach) -> Query:
    these = Inspection.select(*rows.columns(_Numbered, Inspection)).where(
        rows.any_of(Inspection.id, inspection_ids)
    )
    return these.where(scoped.where(seen, Inspection))
