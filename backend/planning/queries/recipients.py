"""Queries of who must receive an issued plan, and of what was sent."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import clock, compiled, database, remembering, rows
from backend.core.compiled import Query
from backend.planning.rules.facts import Plan
from backend.planning.tables.plans import PlanRecipient
from schemas.planning.words import PlanKind, RecipientKind


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list."""

    key: str
    kind: RecipientKind
    name: str
    address: str
    unit_id: UUID | None
    sent_on: date | None
    way: str | None
    sent_by_name: str | None
    note: str


async def write(plan: Plan) -> None:
    """Write who must receive a plan, as far as they are not on its list: called at its issue and its amendments.

    The People's Committee; the unit above; units with items or tasks; each named subject once (Arts 6.1.d, 6.2.c,
    6.3.c). An orientation goes to every department and every province's People's Committee, and to the Ministry, whose
    portal posts it (Art 4.3 as amended by Circular 45/2025 Art 2.1).
    """
    tasked = [one.unit_id for one in plan.head.unit_tasks]
    await database.execute(
        """
        INSERT INTO plan_recipients (plan_id, key, kind, name, address, unit_id)
        SELECT $1::uuid, 'committee', 'committee', '', '', NULL::uuid
        UNION ALL
        SELECT $1::uuid, 'ministry', 'superior', 'Bộ Công Thương', '', NULL::uuid WHERE $5::boolean
        UNION ALL
        SELECT $1::uuid, 'unit:' || u.id, CASE WHEN u.id = $3::uuid THEN 'superior' ELSE 'sub_unit' END, u.name_vi,
            '', u.id
        FROM units u WHERE u.id <> $2::uuid AND (u.id = $3::uuid OR u.id = ANY ($4::uuid[])
            OR u.id IN (SELECT unit_id FROM plan_items WHERE plan_id = $1::uuid AND state <> 'removed')
            OR ($5 AND u.level = 2 AND u.unit_1 = $2
                AND (u.valid_to IS NULL OR u.valid_to > $6)))
        UNION ALL
        SELECT DISTINCT ON (key) $1::uuid, key, 'subject', subject_name, address, NULL FROM (
            SELECT CASE WHEN i.subject_id IS NULL THEN 'subject:' || md5(fold(i.subject_name) || '|' || fold(i.address))
                ELSE 'subject:' || i.subject_id END AS key, i.subject_name, i.address
            FROM plan_items i WHERE i.plan_id = $1::uuid AND i.state <> 'removed' AND i.subject_name IS NOT NULL
        ) named
        ON CONFLICT (plan_id, key) DO NOTHING
        """,
        plan.id,
        plan.unit_id,
        _above(plan),
        tasked,
        plan.kind is PlanKind.ORIENTATION,
        clock.today(),
    )


async def due_again(plan_id: UUID, item_ids: list[UUID] | None) -> None:
    """Write that the plan, as amended, must go out again (Art 6.5): to bodies, and to the subjects of these items.

    None: to every subject, because the period of the whole plan changed. The acts tell when it went out earlier.
    """
    await database.execute(
        """
        UPDATE plan_recipients r SET sent_on = NULL, way = NULL, sent_by = NULL, note = ''
        WHERE r.plan_id = $1 AND r.sent_on IS NOT NULL AND (r.kind <> 'subject' OR $2::uuid[] IS NULL OR r.key IN (
            SELECT CASE WHEN i.subject_id IS NULL THEN 'subject:' || md5(fold(i.subject_name) || '|' || fold(i.address))
                ELSE 'subject:' || i.subject_id END
            FROM plan_items i WHERE i.plan_id = $1 AND i.id = ANY ($2::uuid[])))
        """,
        plan_id,
        item_ids,
    )


def _above(plan: Plan) -> UUID | None:
    whole = [one for one in plan.path.as_tuple() if one is not None]
    return whole[-2] if len(whole) > 1 else None


@compiled.values(str)
def known(plan_id: UUID, keys: list[str]) -> Query:
    """Return those of these keys that are on a plan's list."""
    query = PlanRecipient.select(PlanRecipient.key).where(PlanRecipient.plan_id == plan_id)
    return query.where(rows.any_of(PlanRecipient.key, keys))


@compiled.write
def sent(plan_id: UUID, keys: list[str], on: date, way: str, by: UUID, note: str) -> Query:
    """Write that the plan went to these."""
    return (
        PlanRecipient.update(
            {
                PlanRecipient.sent_on: on,
                PlanRecipient.way: way,
                PlanRecipient.sent_by: by,
                PlanRecipient.note: note,
            }
        )
        .where(PlanRecipient.plan_id == plan_id)
        .where(rows.any_of(PlanRecipient.key, keys))
    )


async def page(plan_id: UUID, after: str | None, limit: int) -> list[Recipient]:
    """Return a plan's list in the order of its keys: the committee, subjects, units."""
    found = await database.fetch(
        """SELECT r.key, r.kind, r.name, r.address, r.unit_id, r.sent_on, r.way, o.full_name AS sent_by_name, r.note
        FROM plan_recipients r LEFT JOIN officers o ON o.id = r.sent_by
        WHERE r.plan_id = $1 AND ($2::text IS NULL OR r.key > $2) ORDER BY r.key LIMIT $3""",
        plan_id,
        after,
        limit,
    )
    return rows.many(Recipient, found)


@remembering.once
async def count(plan_id: UUID) -> tuple[int, int]:
    """Return how many must receive a plan, and how many of them it went to."""
    row = await database.fetchrow(
        "SELECT count(*)::int AS whole, count(sent_on)::int AS sent FROM plan_recipients WHERE plan_id = $1",
        plan_id,
    )
    return row["whole"], row["sent"]
