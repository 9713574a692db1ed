"""What rows of a workbook are compared with: officers, parties of the register, subjects planned elsewhere."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.force.tables.officers import Officer
from backend.parties.tables.parties import Subject
from backend.planning.rules.facts import COUNTED
from schemas.planning.words import Match, PlanKind


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """An officer by all that a list may call them."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """A party of the register by its tax code."""

    id: UUID
    tax_code: str


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """An item that is in some plan and has the subject of a row."""

    item_id: UUID
    """Of the row."""
    other_item_id: UUID
    other_contents: list[str]
    other_first_day: date
    matches: list[Match]
    other_plan_id: UUID
    other_number: str | None
    other_kind: PlanKind
    other_agency: str | None
    other_unit_vi: str
    other_unit_en: str


_COUNTED = sorted(str(one) for one in COUNTED)


@compiled.many(Called)
def officers_of(unit_ids: list[UUID]) -> Query:
    """Return the active officers of these units."""
    found = Officer.select(*rows.columns(Called, Officer))
    return found.where(rows.any_of(Officer.unit_id, unit_ids)).where(Officer.state == "active")


async def registered(codes: Sequence[str], actor: Actor) -> dict[str, UUID]:
    """Return the parties of the register in sight that have these tax codes; one that two parties have is left out.

    A party that was merged into another has its code still, and is that other.
    """
    found = await _registered(list(codes), scope.directory(actor))
    several = [one.tax_code for one in found]
    return {one.tax_code: one.id for one in found if several.count(one.tax_code) == 1}


@compiled.many(Registered)
def _registered(codes: list[str], seen: Reach) -> Query:
    found = Subject.select(*rows.columns(Registered, Subject))
    alone = found.where(rows.any_of(Subject.tax_code, codes)).where(Subject.merged_into.is_null())
    return alone.where(scoped.where(seen, Subject))


async def there(plan_id: UUID) -> list[tuple[str, str, date, UUID | None]]:
    """Return whom or what each item of a plan names, where, from which day, and of a criterion the unit."""
    found = await database.fetch(
        """SELECT coalesce(subject_name, criterion, ''), address, first_day,
            CASE WHEN subject_name IS NULL THEN unit_id END
        FROM plan_items WHERE plan_id = $1 AND state <> 'removed'""",
        plan_id,
    )
    return [tuple(row) for row in found]


async def planned(plan_id: UUID, year: int, keys: Sequence[tuple[UUID, str, str]]) -> list[Planned]:
    """Return items with the subject of a row, planned in the year in any plan that counts, this one included.

    `keys`: a row's item, a key of its subject and what that proves. It looks at no scope, as the queries of overlaps.
    """
    given = [{"item_id": item_id, "key": key, "match": match} for item_id, key, match in keys]
    found = await database.fetch(
        """
        WITH mine AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS r (item_id uuid, key text, match text)),
        pairs AS (
            SELECT m.item_id, k.item_id AS other_item_id, array_agg(DISTINCT m.match) AS matches
            FROM mine m JOIN plan_subject_keys k ON k.key = m.key AND k.year = $2::smallint
            WHERE k.item_id NOT IN (SELECT item_id FROM mine)
            GROUP BY m.item_id, k.item_id
        )
        SELECT a.item_id, a.other_item_id, a.matches, o.content -> 'contents' AS other_contents,
            o.first_day AS other_first_day, p.id AS other_plan_id, p.number AS other_number, p.kind AS other_kind,
            p.agency AS other_agency, u.name_vi AS other_unit_vi, u.name_en AS other_unit_en
        FROM pairs a JOIN plan_items o ON o.id = a.other_item_id JOIN plans p ON p.id = o.plan_id
        JOIN units u ON u.id = p.unit_id
        WHERE o.state NOT IN ('removed', 'not_done') AND (p.state = ANY ($4::text[]) OR p.id = $1)
        ORDER BY a.item_id, o.first_day, a.other_item_id
        """,
        plan_id,
        year,
        msgspec.json.encode(given).decode(),
        _COUNTED,
    )
    return rows.many(Planned, decoded(found, "other_contents"))
