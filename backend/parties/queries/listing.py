"""The list of the register by keyset. By hand: keysets compare rows, and names are ordered folded."""

from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor
from backend.core.filter_queries import values_in
from backend.parties.rules import asked as rules
from backend.parties.rules import normal
from backend.parties.rules.asked import PartyFilters
from backend.parties.rules.licences import SOON


class ListedParty(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the list."""

    id: UUID
    kind: str
    name: str
    sort_key: str
    trade_name: str | None
    sign: str | None
    tax_code: str | None
    registration_number: str | None
    address: str
    province_code: str | None
    commune_code: str | None
    phone: str | None
    representative: str | None
    business_lines: str | None
    state: str
    closed_on: date | None
    licence_until: date | None
    area_officer_name: str | None
    unit_id: UUID
    unit_vi: str
    unit_en: str
    main_party_id: UUID | None
    changed_at: Any


_COLUMNS = """s.id, s.kind, s.name, fold(s.name) AS sort_key, s.trade_name, s.sign, s.tax_code, s.registration_number,
    s.address, s.province_code, s.commune_code, s.phone, s.representative, s.business_lines, s.state, s.closed_on,
    s.licence_until, o.full_name AS area_officer_name, s.unit_id, u.name_vi AS unit_vi, u.name_en AS unit_en,
    s.main_party_id, coalesce(s.changed_at, s.created_at) AS changed_at"""
_NAMED = (
    f"SELECT {_COLUMNS} FROM page s JOIN units u ON u.id = s.unit_id"
    " LEFT JOIN officers o ON o.id = s.area_officer_id ORDER BY {order}"
)
_BY_LICENCE = "licence_until IS NOT NULL AND s.state = 'active'"
"""Written out as in the indexes subjects_licence_*."""


def _where(actor: Actor, filters: PartyFilters, today: date, args: list[Any]) -> str:
    value = values_in(args)
    seen, given = scope.sql(scope.directory(actor), "s", len(args) + 1)
    args += given
    found = [seen, "s.merged_into IS NULL"]
    if filters.kind:
        found.append(f"s.kind = {value(filters.kind.value)}")
    if filters.state:
        found.append(f"s.state = '{filters.state.value}'")
    if filters.province:
        found.append(f"s.province_code = {value(filters.province)}")
    if filters.commune:
        found.append(f"s.commune_code = {value(filters.commune)}")
    if filters.area_officer == "none":
        found.append("s.area_officer_id IS NULL")
    elif filters.area_officer:
        found.append(f"s.area_officer_id = {value(UUID(filters.area_officer))}")
    if filters.licence == "soon":
        found.append(f"s.licence_until BETWEEN {value(today)} AND {value(today + SOON)}")
    elif filters.licence == "expired":
        found.append(f"s.licence_until < {value(today)}")
    if filters.licence:
        found.append(f"s.{_BY_LICENCE}")
    if filters.words:
        found.append(_searched(filters.words, args))
    return " AND ".join(found)


def _searched(text: str, args: list[Any]) -> str:
    value = values_in(args)
    typed = rules.typed(text)
    if typed.numbers:
        phone = value(normal.phone_key(text))
        return f"""s.id IN (SELECT i.party_id FROM party_identifiers i
                WHERE i.value = ANY ({value(typed.numbers)}::text[])
            UNION ALL SELECT p.id FROM subjects p WHERE p.phone_key = {phone})"""
    if typed.words:
        return f"s.words @@ to_tsquery('simple', {value(rules.query(typed.words))})"
    return "false"


_WALKED = 300
"""Rows that are walked in the order of the list before the index of words is asked. For "cong ty" a hundred rows are
enough for a page, and the index would first name half of the register."""


async def page(
    actor: Actor, filters: PartyFilters, today: date, after: rules.After | None, limit: int
) -> list[ListedParty]:
    """List parties in reach in the order of their names; of licences that end, in the order of their last days.

    Raises ValueError if the cursor's key is no day where one is compared.
    """
    words = rules.typed(filters.words).words if filters.words else []
    if not words:
        return await _page(actor, filters, today, after, limit)
    without = msgspec.structs.replace(filters, words="")
    found, whole = await _walk(actor, without, today, after, limit, rules.query(words))
    if whole or len(found) == limit:
        return found
    return await _page(actor, filters, today, after, limit)


async def _page(
    actor: Actor, filters: PartyFilters, today: date, after: rules.After | None, limit: int
) -> list[ListedParty]:
    args: list[Any] = []
    where, order = _behind(actor, filters, today, after, args)
    found = await database.fetch(
        f"""
        WITH page AS (SELECT s.* FROM subjects s WHERE {where} ORDER BY {order} LIMIT {values_in(args)(limit)})
        {_NAMED.format(order=order)}
        """,
        *args,
    )
    return rows.many(ListedParty, found)


async def _walk(
    actor: Actor,
    filters: PartyFilters,
    today: date,
    after: rules.After | None,
    limit: int,
    words: str,
) -> tuple[list[ListedParty], bool]:
    """Return the rows with these words among the next ones of the list, and whether those are all that follow."""
    args: list[Any] = []
    where, order = _behind(actor, filters, today, after, args)
    value, told = values_in(args), "named.licence_until" if filters.licence else "named.sort_key"
    found = await database.fetch(
        f"""
        WITH walked AS MATERIALIZED (SELECT w.*, row_number() OVER () AS place
                FROM (SELECT s.* FROM subjects s WHERE {where} ORDER BY {order} LIMIT {_WALKED}) w),
            page AS (SELECT s.* FROM walked s WHERE s.words @@ to_tsquery('simple', {value(words)})
                ORDER BY s.place LIMIT {value(limit)})
        SELECT named.*, t.walked FROM (SELECT count(*) AS walked FROM walked) t
        LEFT JOIN ({_NAMED.format(order=order)}) named ON true ORDER BY {told}, named.id
        """,
        *args,
    )
    listed = [one for one in found if one["id"] is not None]
    return rows.many(ListedParty, listed), found[0]["walked"] < _WALKED


def _behind(
    actor: Actor, filters: PartyFilters, today: date, after: rules.After | None, args: list[Any]
) -> tuple[str, str]:
    """Return the condition of a page and its order."""
    where = _where(actor, filters, today, args)
    order = "s.licence_until, s.id" if filters.licence else "fold(s.name), s.id"
    if after is not None:
        value = values_in(args)
        key = (
            f"{value(rules.day(after.key))}::date"
            if filters.licence
            else f"{value(after.key)}::text"
        )
        where += f" AND ({order}) > ({key}, {value(after.id)}::uuid)"
    return where, order


async def count(actor: Actor, filters: PartyFilters, today: date, most: int) -> int:
    """Count the parties of such a list, up to `most`."""
    args: list[Any] = []
    where = _where(actor, filters, today, args)
    args.append(most)
    found = await database.fetchval(
        f"SELECT count(*) FROM (SELECT 1 FROM subjects s WHERE {where} LIMIT ${len(args)}) x", *args
    )
    return int(found)
