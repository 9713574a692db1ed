"""The list of officers: searched and filtered, a page at a time, and counted.

Each filter is a condition of its own, so that an index answers it: the few who lack a card are found as fast among
sixty thousand as the first page of all. The two statements differ with the filters; nothing that was typed is in them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import clock, database, remembering, rows, scope
from backend.core.actors import Actor
from backend.core.filter_queries import Value, containing, values_in
from backend.force.queries import ranks
from backend.force.queries.people import COLUMNS, Account
from schemas.core.vocabulary import Role

AccountState = Literal["active", "disabled", "away", "never"]
"""`away`: on leave today. `never`: active, but has not set a password yet."""
CardState = Literal["expired", "soon", "missing"]
"""`missing`: leads teams, and holds no card that is valid today."""
SOON = timedelta(days=90)
"""A new card takes weeks to get: who holds one that ends within this time is found in time."""
_MOST_WORDS = 6
FEW = 500
"""Officers whom a search may mean to be looked up by their ids."""


class PeopleFilters(msgspec.Struct, frozen=True, kw_only=True):
    """What the list of officers is narrowed to. Empty fields do not filter."""

    search: str = ""
    """Words of the name without diacritics, a part of the user name, or the whole number of officer or card."""
    unit_id: UUID | None = None
    unit_level: int | None = None
    role: Role | None = None
    title: str = ""
    """A position held today."""
    rank: str = ""
    """The code of the rank held today."""
    state: AccountState | None = None
    card: CardState | None = None
    away: Sequence[UUID] = ()
    """Who is on leave today: absences belong to a group above this one."""


class ListedAccount(Account, frozen=True, kw_only=True):
    """An account with the name of its unit, and what the list says of it."""

    unit_code: str
    name_vi: str
    name_en: str
    enrolled: bool
    """Whether the officer has credentials."""
    leads: bool
    card_until: date | None
    title: list[str] | None
    """The position that began last of those held today, in Vietnamese and in English."""
    rank: str | None
    """The code of the rank held today."""


LISTED = f"""
    {COLUMNS}, u.code AS unit_code, u.name_vi, u.name_en, o.enrolled, o.leads, o.card_until,
    (SELECT ARRAY[p.title_vi, p.title_en] FROM officer_positions p WHERE p.officer_id = o.id
        AND p.valid_from <= {{today}} AND (p.valid_to IS NULL OR p.valid_to > {{today}})
        ORDER BY p.valid_from DESC, p.id LIMIT 1) AS title,
    {ranks.AT.format(day="{today}")} AS rank
"""


async def list_administered(
    actor: Actor, after: str | None, filters: PeopleFilters, limit: int
) -> list[ListedAccount]:
    """Return officers of the scope by user name."""
    conditions, args = _conditions(actor, filters, await _few(filters))
    value = values_in(args)
    if after is not None:
        conditions.append(f"o.username > {value(after)}")
    found = await database.fetch(
        f"""
        SELECT {LISTED.format(today=value(clock.today()))} FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE {" AND ".join(conditions)} ORDER BY o.username LIMIT {value(limit)}
        """,
        *args,
    )
    return rows.many(ListedAccount, found)


async def count_administered(actor: Actor, filters: PeopleFilters, most: int) -> int:
    """Count the officers whom list_administered() finds, up to `most`."""
    conditions, args = _conditions(actor, filters, await _few(filters))
    value = values_in(args)
    found = await database.fetchval(
        f"SELECT count(*) FROM (SELECT FROM officers o WHERE {' AND '.join(conditions)} LIMIT {value(most)}) x",
        *args,
    )
    return int(found)


async def find_administered(actor: Actor, officer_id: UUID) -> ListedAccount | None:
    """Return an officer in the administrator's scope as the list has them, or None."""
    condition, args = scope.sql(scope.administered(actor), "o", 1)
    value = values_in(args)
    found = await database.fetchrow(
        f"""
        SELECT {LISTED.format(today=value(clock.today()))} FROM officers o JOIN units u ON u.id = o.unit_id
        WHERE {condition} AND o.id = {value(officer_id)}
        """,
        *args,
    )
    return rows.one(ListedAccount, found)


async def _few(filters: PeopleFilters) -> list[UUID] | None:
    """Return whom a search means, wherever they serve; None without a search, or if they are many.

    Few are looked up by their ids. Of many a page is found by walking the list: sorting them would read them all.
    """
    text = filters.search.strip()
    found = await _matching(text) if text else []
    return found if text and len(found) <= FEW else None


@remembering.once
async def _matching(text: str) -> list[UUID]:
    args: list[Any] = []
    value = values_in(args)
    names = " AND ".join(f"o.name_fold LIKE fold({value(containing(one))})" for one in _words(text))
    part, whole = value(containing(text)), value(text)
    found = await database.fetch(
        f"""
        SELECT o.id FROM officers o WHERE {names}
        UNION SELECT o.id FROM officers o WHERE o.username LIKE lower({part})
        UNION SELECT o.id FROM officers o WHERE o.officer_number = {whole}
        UNION SELECT c.officer_id FROM inspection_cards c WHERE c.number = {whole}
        LIMIT {value(FEW + 1)}
        """,
        *args,
    )
    return [row[0] for row in found]


def _conditions(
    actor: Actor, filters: PeopleFilters, few: list[UUID] | None
) -> tuple[list[str], list[Any]]:
    condition, args = scope.sql(scope.administered(actor), "o", 1)
    value, today = values_in(args), clock.today()
    found = [condition]
    if few is not None:
        found.append(f"o.id = ANY ({value(few)}::uuid[])")
    elif filters.search.strip():
        found.append(_searched(filters.search.strip(), value))
    if filters.unit_id and filters.unit_level:
        found.append(f"o.unit_{filters.unit_level} = {value(filters.unit_id)}")
    if filters.role:
        found.append(
            f"o.id IN (SELECT officer_id FROM officer_roles WHERE role = {value(filters.role)})"
        )
    if filters.title:
        found.append(
            f"""o.id IN (SELECT officer_id FROM officer_positions WHERE title_vi = {value(filters.title)}
                AND valid_from <= {value(today)} AND (valid_to IS NULL OR valid_to > {value(today)}))"""
        )
    if filters.rank:
        code = value(filters.rank)
        found.append(
            f"""o.id IN (SELECT officer_id FROM officer_ranks WHERE code = {code} AND withdrawn_at IS NULL)
                AND {ranks.AT.format(day=value(today))} = {code}"""
        )
    if filters.state is not None:
        found.append(_of_state(filters, value))
    if filters.card is not None:
        found += ["o.state = 'active'", _of_card(filters.card, value, today)]
    return found, args


def _searched(text: str, value: Value) -> str:
    """Return the condition on a name, or on one of the three numbers; each part has an index, so that they are joined
    by their bitmaps."""
    words = [f"o.name_fold LIKE fold({value(containing(one))})" for one in _words(text)]
    part = value(containing(text))
    whole = value(text)
    return f"""(({" AND ".join(words)}) OR o.username LIKE lower({part}) OR o.officer_number = {whole}
        OR o.id = ANY (ARRAY(SELECT officer_id FROM inspection_cards WHERE number = {whole})))"""


def _words(text: str) -> list[str]:
    return text.split()[:_MOST_WORDS]


def _of_state(filters: PeopleFilters, value: Value) -> str:
    match filters.state:
        case "active":
            return "o.state = 'active'"
        case "disabled":
            return "o.state = 'disabled'"
        case "never":
            return "NOT o.enrolled AND o.state = 'active'"
    return f"o.state = 'active' AND o.id = ANY ({value(list(filters.away))}::uuid[])"


def _of_card(card: CardState, value: Value, today: date) -> str:
    match card:
        case "expired":
            return f"o.card_until < {value(today)}"
        case "soon":
            return f"o.card_until BETWEEN {value(today)} AND {value(today + SOON)}"
    none = "COALESCE(x.card_until, DATE '0001-01-01')"
    return f"""o.id = ANY (ARRAY(SELECT x.id FROM officers x
        WHERE x.leads AND x.state = 'active' AND {none} < {value(today)}))"""
