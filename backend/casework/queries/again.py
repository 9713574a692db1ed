"""The query of earlier cases of one party about the same acts, over the whole force."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.json_columns import decoded

LIMIT = 20
"""Cases that are named. Who has more has re-offended anyway."""


class EarlierOfAct(msgspec.Struct, frozen=True, kw_only=True):
    """A case in which one of the acts was recorded or sanctioned."""

    id: UUID
    number: str
    unit_vi: str
    unit_en: str
    seen: bool
    behaviours: list[str]
    sanctioned_on: date | None
    executed_on: date | None
    lapsed_on: date | None
    only_warned: bool
    open_yet: bool
    """Violation minutes were recorded, and nothing is decided so far."""


async def of_acts(
    case_id: UUID,
    codes: list[str],
    ids: list[UUID],
    tax_codes: list[str],
    identities: list[str],
    condition: str,
    args: list[Any],
) -> list[EarlierOfAct]:
    """List other cases of a party about these behaviours, by its entries and numbers, the newest first.

    By hand: Piccolo has no `?|`. `seen` says whether the reader may see the case; its parameters start at $7.
    """
    found = await database.fetch(
        f"""
        SELECT c.id, c.number, u.name_vi AS unit_vi, u.name_en AS unit_en, {scope.as_value(condition)} AS seen,
            c.behaviours, c.sanctioned_on, c.executed_at AS executed_on, c.lapsed_on, c.only_warned,
            c.decision_number IS NULL AND c.archived_at IS NULL AS open_yet
        FROM cases c JOIN units u ON u.id = c.unit_id
        WHERE c.id <> $1 AND c.behaviours ?| $2::text[] AND (c.recorded_at IS NOT NULL OR c.sanctioned_on IS NOT NULL)
            AND (c.subject_id = ANY ($3::uuid[]) OR c.subject_tax_code = ANY ($4::text[])
                OR c.subject_identity = ANY ($5::text[]) OR c.subject_tax_code = ANY ($5::text[]))
        ORDER BY c.opened_at DESC, c.id DESC LIMIT $6
        """,
        case_id,
        codes,
        ids,
        tax_codes,
        identities,
        LIMIT,
        *args,
    )
    return rows.many(EarlierOfAct, decoded(found, "behaviours"))
