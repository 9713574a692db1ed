"""Queries of items that have the subject of a decision which is not of them.

They look at no scope, as those of overlaps. Of another unit's plan an officer reads number, unit and month alone.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from backend.core import database, rows
from backend.core.json_columns import decoded


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """An item of a plan that is in force."""

    contents: list[str]
    first_day: date
    number: str
    agency: str | None
    """Of another agency's plan: whose it is."""
    unit_vi: str
    unit_en: str


async def planned(keys: Sequence[str], year: int) -> list[Planned]:
    """Return items of a year under any of these keys, of plans in force or ended and of other agencies, by first day.

    What is only proposed is nobody's plan yet, and what is not done is no inspection.
    """
    found = await database.fetch(
        """
        SELECT o.content -> 'contents' AS contents, o.first_day, coalesce(p.number, '') AS number, p.agency,
            u.name_vi AS unit_vi, u.name_en AS unit_en
        FROM plan_items o JOIN plans p ON p.id = o.plan_id JOIN units u ON u.id = p.unit_id
        WHERE o.id IN (SELECT item_id FROM plan_subject_keys WHERE key = ANY ($1::text[]) AND year = $2::smallint)
            AND o.state NOT IN ('removed', 'not_done') AND p.state IN ('issued', 'ended', 'foreign')
        ORDER BY o.first_day, o.id
        """,
        list(keys),
        year,
    )
    return rows.many(Planned, decoded(found, "contents"))
