"""Queries of the items of plans: written with their keys and versions, found, listed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.planning.rules.facts import Item, Plan
from backend.planning.tables.plans import PlanItemRow
from schemas.planning.acts import PlanItem
from schemas.planning.words import ItemState

_COLUMNS = rows.columns(Item, PlanItemRow)


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """An item as it is written, with what is computed from its content."""

    item: PlanItem
    path: UnitPath
    content_hash: str
    material_hash: str
    keys: dict[str, str]


@compiled.one(Item, decode=("content",))
def find(item_id: UUID) -> Query:
    """Return an item, or None. Does not look at scope."""
    return PlanItemRow.select(*_COLUMNS).where(PlanItemRow.id == item_id)


@compiled.one(Item, decode=("content",))
def _in_reach(item_id: UUID, seen: Reach) -> Query:
    query = PlanItemRow.select(*_COLUMNS).where(PlanItemRow.id == item_id)
    return query.where(scoped.where(seen, PlanItemRow))


async def in_reach(item_id: UUID, actor: Actor) -> Item | None:
    """Return an item that the officer's unit carries out, or None. The caller asks whether its plan is issued."""
    return await _in_reach(item_id, scope.plan_items(actor))


@compiled.many(Item, decode=("content",))
def of_ids(ids: list[UUID]) -> Query:
    """Return these items, as far as there are such."""
    return PlanItemRow.select(*_COLUMNS).where(rows.any_of(PlanItemRow.id, ids))


@compiled.many(Item, decode=("content",))
def of_plan(plan_id: UUID) -> Query:
    """Return all items of a plan that are not removed, in the order of their ids."""
    query = PlanItemRow.select(*_COLUMNS).where(PlanItemRow.plan_id == plan_id)
    return query.where(PlanItemRow.state != "removed").order_by(PlanItemRow.id)


@compiled.count
def count_of(plan_id: UUID) -> Query:
    """Count the items of a plan that are not removed."""
    return (
        PlanItemRow.count()
        .where(PlanItemRow.plan_id == plan_id)
        .where(PlanItemRow.state != "removed")
    )


async def outside(plan_id: UUID, first_day: date, last_day: date) -> int:
    """Count the items of a plan whose days are outside of these."""
    return int(
        await database.fetchval(
            """SELECT count(*) FROM plan_items WHERE plan_id = $1 AND state <> 'removed'
                AND (first_day < $2 OR last_day > $3)""",
            plan_id,
            first_day,
            last_day,
        )
    )


async def hashes(plan_id: UUID) -> tuple[str, str]:
    """Return one hash over the contents of all items, and one over what is material in them; hex."""
    row = await database.fetchrow(
        """SELECT encode(sha256(coalesce(string_agg(content_hash, '' ORDER BY id), '')), 'hex') AS shown,
            encode(sha256(coalesce(string_agg(material_hash, '' ORDER BY id), '')), 'hex') AS material
        FROM plan_items WHERE plan_id = $1 AND state <> 'removed'""",
        plan_id,
    )
    return row["shown"], row["material"]


async def write(
    plan: Plan,
    written: Sequence[Written],
    state: ItemState,
    number: int,
    by: UUID,
    at: datetime,
    *,
    amended: bool,
    reason: str,
) -> None:
    """Write items with their keys and versions. Items that are there are replaced."""
    given = [
        {
            "id": one.item.item_id,
            "subject_id": one.item.subject.subject_id if one.item.subject else None,
            "subject_name": one.item.subject.name if one.item.subject else None,
            "criterion": one.item.criterion,
            "address": one.item.address,
            "area": one.item.area,
            "first_day": one.item.first_day,
            "last_day": one.item.last_day,
            "unit_id": one.item.unit_id,
            "leader_id": one.item.leader_id,
            "content": one.item,
            "content_hash": one.content_hash,
            "material_hash": one.material_hash,
            "origin_plan_id": one.item.origin.plan_id if one.item.origin else None,
            "origin_item_id": one.item.origin.item_id if one.item.origin else None,
            **{f"unit_{level}": part for level, part in enumerate(one.path.as_tuple(), 1)},
        }
        for one in written
    ]
    sent = msgspec.json.encode(given).decode()
    await database.execute(
        """
        INSERT INTO plan_items (id, plan_id, state, year, subject_id, subject_name, criterion, address, area, first_day,
            last_day, unit_id, leader_id, content, content_hash, material_hash, origin_plan_id, origin_item_id,
            changed_at, unit_1, unit_2, unit_3, unit_4)
        SELECT r.id, $2, $3, $4, r.subject_id, r.subject_name, r.criterion, r.address, r.area, r.first_day, r.last_day,
            r.unit_id, r.leader_id, r.content, decode(r.content_hash, 'hex'), decode(r.material_hash, 'hex'),
            r.origin_plan_id, r.origin_item_id, $5, r.unit_1, r.unit_2, r.unit_3, r.unit_4
        FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, subject_id uuid, subject_name text, criterion text,
            address text, area text, first_day date, last_day date, unit_id uuid, leader_id uuid, content jsonb,
            content_hash text, material_hash text, origin_plan_id uuid, origin_item_id uuid, unit_1 uuid, unit_2 uuid,
            unit_3 uuid, unit_4 uuid)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, year = excluded.year, subject_id = excluded.subject_id,
            subject_name = excluded.subject_name, criterion = excluded.criterion, address = excluded.address,
            area = excluded.area, first_day = excluded.first_day, last_day = excluded.last_day,
            unit_id = excluded.unit_id, leader_id = excluded.leader_id, content = excluded.content,
            content_hash = excluded.content_hash, material_hash = excluded.material_hash,
            origin_plan_id = excluded.origin_plan_id, origin_item_id = excluded.origin_item_id, reason = NULL,
            changed_at = excluded.changed_at, unit_1 = excluded.unit_1, unit_2 = excluded.unit_2,
            unit_3 = excluded.unit_3, unit_4 = excluded.unit_4
        """,
        sent,
        plan.id,
        str(state),
        plan.year,
        at,
    )
    await database.execute(
        """
        INSERT INTO plan_item_versions (item_id, number, plan_id, content, amended, reason, by, at)
        SELECT r.id, $3, $2, r.content, $4, $5, $6, $7
        FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, content jsonb)
        """,
        sent,
        plan.id,
        number,
        amended,
        reason,
        by,
        at,
    )
    await _write_keys(plan, written)


async def _write_keys(plan: Plan, written: Sequence[Written]) -> None:
    await forget_keys([one.item.item_id for one in written])
    given = [
        {"item_id": one.item.item_id, "key": key, "match": match}
        for one in written
        for key, match in one.keys.items()
    ]
    await database.execute(
        """
        INSERT INTO plan_subject_keys (key, year, item_id, plan_id, match)
        SELECT r.key, $3, r.item_id, $2, r.match
        FROM jsonb_to_recordset($1::jsonb) AS r (item_id uuid, key text, match text)
        """,
        msgspec.json.encode(given).decode(),
        plan.id,
        plan.year,
    )


async def forget_keys(ids: list[UUID]) -> None:
    """Take items out of the comparison of subjects."""
    await database.execute(
        "DELETE FROM plan_subject_keys WHERE item_id IN (SELECT unnest($1::uuid[]))", ids
    )


async def forget_keys_of(plan_id: UUID) -> None:
    """Take all items of a plan out of the comparison of subjects."""
    await database.execute(
        "DELETE FROM plan_subject_keys WHERE item_id IN (SELECT id FROM plan_items WHERE plan_id = $1)",
        plan_id,
    )


async def moved_year(plan_id: UUID, year: int) -> None:
    """Write the year of a plan whose head changed it into its items and their keys."""
    await database.execute(
        """WITH items AS (UPDATE plan_items SET year = $2::smallint WHERE plan_id = $1 AND year <> $2)
        UPDATE plan_subject_keys SET year = $2::smallint WHERE plan_id = $1 AND year <> $2""",
        plan_id,
        year,
    )


async def remove(
    plan: Plan, ids: list[UUID], number: int, by: UUID, at: datetime, *, amended: bool, reason: str
) -> None:
    """Remove items from their plan: they stay, with the reason."""
    await database.execute(
        """
        WITH gone AS (
            UPDATE plan_items SET state = 'removed', reason = $3, changed_at = $4
            WHERE plan_id = $1 AND id = ANY ($2::uuid[]) AND state <> 'removed' RETURNING id
        ), keys AS (DELETE FROM plan_subject_keys WHERE item_id IN (SELECT id FROM gone))
        INSERT INTO plan_item_versions (item_id, number, plan_id, content, amended, reason, by, at)
        SELECT id, $5, $1, NULL, $6, $3, $7, $4 FROM gone
        """,
        plan.id,
        ids,
        reason,
        at,
        number,
        amended,
        by,
    )


async def set_all(plan_id: UUID, before: ItemState, after: ItemState) -> None:
    """Set the state of all items of a plan that have a certain one."""
    await database.execute(
        "UPDATE plan_items SET state = $3::text WHERE plan_id = $1 AND state = $2::text",
        plan_id,
        str(before),
        str(after),
    )


@compiled.write
def say(item_id: UUID, state: str, reason: str | None, at: datetime) -> Query:
    """Write that an item is not done, and why; or that it goes on."""
    return PlanItemRow.update(
        {
            PlanItemRow.state: state,
            PlanItemRow.reason: reason,
            PlanItemRow.changed_at: at,
        }
    ).where(PlanItemRow.id == item_id)


@compiled.write
def carry(
    item_id: UUID, state: str, inspection_id: UUID | None, number: str | None, at: datetime
) -> Query:
    """Write how far the inspection of an item is."""
    return PlanItemRow.update(
        {
            PlanItemRow.state: state,
            PlanItemRow.reason: None,
            PlanItemRow.inspection_id: inspection_id,
            PlanItemRow.decision_number: number,
            PlanItemRow.changed_at: at,
        }
    ).where(PlanItemRow.id == item_id)


@compiled.one(Item, decode=("content",))
def of_inspection(inspection_id: UUID) -> Query:
    """Return the item that an inspection carries out, or None."""
    return PlanItemRow.select(*_COLUMNS).where(PlanItemRow.inspection_id == inspection_id)
