"""Queries of the auditors' log: three tables that the application may only add to, read as one list.

Each source is read by an index in the order of time, and the pages are merged (backend/operations/rules/log.py).
"""

from collections.abc import Mapping
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import database, filter_queries, rows, scope
from backend.core.actors import Actor
from backend.core.json_columns import decoded
from backend.fieldwork.queries.photo_numbers import OF_ONE
from backend.operations.rules.log import KINDS, Logged, Place, Source
from backend.operations.rules.refusals import OF_STRANGERS

_STRANGERS = ", ".join(f"'{one}'" for one in OF_STRANGERS)

_COLUMNS: dict[Source, str] = {
    Source.ACCESS: """x.id, x.at, x.officer_id, x.operator, x.kind, x.action, x.record_id, x.photo_id,
        host(x.address) AS address, x.detail, coalesce(x.unit_4, x.unit_3, x.unit_2, x.unit_1) AS unit_id,
        1 AS times""",
    Source.REFUSED: f"""x.id, x.at, x.officer_id, NULL AS operator,
        CASE WHEN x.code IN ({_STRANGERS}) THEN 'sign_in' ELSE 'refused' END AS kind, x.code AS action,
        x.target AS record_id, NULL AS photo_id, host(x.address) AS address,
        jsonb_build_object('method', x.method, 'route', x.route) AS detail,
        coalesce(x.unit_4, x.unit_3, x.unit_2, x.unit_1) AS unit_id, x.times""",
    Source.COPY: """x.id, x.at, NULL AS officer_id, NULL AS operator, 'copy' AS kind,
        'full_copy.' || x.what AS action, x.record_id, NULL AS photo_id, NULL AS address,
        jsonb_build_object('file', x.file_name) AS detail,
        coalesce(x.unit_4, x.unit_3, x.unit_2, x.unit_1) AS unit_id, 1 AS times""",
}
_FROM: dict[Source, str] = {
    Source.ACCESS: "access_log x",
    Source.REFUSED: "refused_requests x",
    Source.COPY: """(
        SELECT u.id, u.at, u.what, u.file_name, p.record_id, coalesce(c.unit_1, i.unit_1) AS unit_1,
            coalesce(c.unit_2, i.unit_2) AS unit_2, coalesce(c.unit_3, i.unit_3) AS unit_3,
            coalesce(c.unit_4, i.unit_4) AS unit_4
        FROM party_copy_uses u JOIN party_copies p ON p.id = u.copy_id
        LEFT JOIN cases c ON c.id = p.record_id LEFT JOIN inspections i ON i.id = p.record_id) x""",
}
_RECORD: dict[Source, str] = {
    Source.ACCESS: "x.record_id",
    Source.REFUSED: "x.target",
    Source.COPY: "x.record_id",
}


class Asked(filter_queries.Filters, frozen=True, kw_only=True):
    """The conditions of the log; `number`, `subject`, `states` and `officer_id` are not used."""

    officers: tuple[UUID, ...] | None = None
    records: tuple[UUID, ...] | None = None
    kind: str | None = None


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What an id of the log is called."""

    id: UUID
    kind: Literal[
        "inspection",
        "case",
        "information",
        "submission",
        "route",
        "unit",
        "officer",
        "party",
        "party_import",
        "people_import",
        "party_likeness",
    ]
    name_vi: str
    name_en: str


def of_kind(source: Source, kind: str | None) -> str | None:
    """Return the condition for a kind; None if this source has none of it.

    A kind is written into the statement: only so can PostgreSQL use the index of the rare ones.
    """
    if kind is None:
        return "true"
    if kind not in KINDS:
        return None
    if source is Source.REFUSED:
        strangers = f"x.code IN ({_STRANGERS})"
        return {"sign_in": strangers, "refused": f"NOT {strangers}"}.get(kind)
    if source is Source.COPY:
        return "true" if kind == "copy" else None
    return None if kind == "refused" else f"x.kind = '{kind}'"


def _where(
    source: Source, scoped: tuple[str, list[UUID]], asked: Asked
) -> tuple[str, list[Any]] | None:
    condition, given = scoped
    of = of_kind(source, asked.kind)
    if of is None or (source is Source.COPY and asked.officers is not None):
        return None
    args: list[Any] = [*given]
    value = filter_queries.values_in(args)
    parts = [condition, of, *filter_queries.in_unit(asked, "x", value)]
    parts += filter_queries.in_days(asked, "x.at", value)
    if asked.officers is not None:
        parts.append(f"x.officer_id = ANY({value(list(asked.officers))}::uuid[])")
    if asked.records is not None:
        parts.append(f"{_RECORD[source]} = ANY({value(list(asked.records))}::uuid[])")
    return " AND ".join(parts), args


def but_about_officers(
    source: Source, watched: tuple[str, list[UUID]], actor: Actor
) -> tuple[str, list[UUID]]:
    """Return a scope without the rows of informations about officers that the reader does not see.

    The reader may be the officer whom it is about, or a colleague: not even that there is one is for them. Who looks
    at it is watched by those who see it.
    """
    condition, args = watched
    seen, more = scope.sql(scope.informations(actor), "i", len(args) + 1)
    hidden = f"""
        SELECT FROM informations i WHERE (i.id = {_RECORD[source]} OR i.id =
                (SELECT z.record_id FROM approval_submissions z WHERE z.id = {_RECORD[source]}))
            AND (cardinality(i.named_officers) > 0 OR i.auditors_only) AND NOT {scope.as_value(seen)}"""
    return f"({condition}) AND NOT EXISTS ({hidden})", [*args, *more]


async def page(
    source: Source,
    scoped: tuple[str, list[UUID]],
    asked: Asked,
    after: Place | None,
    limit: int,
) -> list[Logged]:
    """Return rows of one source, the newest first, behind this place. Scope parameters start at $1."""
    where = _where(source, scoped, asked)
    if where is None:
        return []
    condition, args = where
    if after is not None:
        condition += f" AND (x.at, x.id) < (${len(args) + 1}, ${len(args) + 2}::bigint)"
        args += [after.at, after.bound(source)]
    found = await database.fetch(
        f"""
        SELECT {_COLUMNS[source]}, '{source.value}' AS source FROM {_FROM[source]}
        WHERE {condition} ORDER BY x.at DESC, x.id DESC LIMIT ${len(args) + 1}
        """,
        *args,
        limit,
    )
    return rows.many(Logged, decoded(found, "detail"))


async def officers_named(typed: str, limit: int) -> list[UUID]:
    """Return officers by user name, or by a part of their name without diacritics."""
    found = await database.fetch(
        """
        SELECT id FROM officers WHERE username = lower($1)
        UNION SELECT id FROM officers WHERE fold(full_name) LIKE '%' || fold($2) || '%' LIMIT $3
        """,
        typed,
        filter_queries.containing(typed)[1:-1],
        limit,
    )
    return [row["id"] for row in found]


async def records_numbered(typed: str, limit: int) -> list[UUID]:
    """Return inspections and cases with this number, or whose number begins so before its slash."""
    begins = filter_queries.containing(typed)[1:-1] + "/%"
    found = await database.fetch(
        """
        SELECT id FROM inspections WHERE decision_number = $1 OR decision_number LIKE $2
        UNION SELECT id FROM cases WHERE number = $1 OR number LIKE $2 LIMIT $3
        """,
        typed,
        begins,
        limit,
    )
    return [row["id"] for row in found]


async def names_of(ids: set[UUID]) -> dict[UUID, Named]:
    """Return what these records, units and officers are called; others are left out."""
    found = await database.fetch(
        """
        SELECT id, 'inspection' AS kind, decision_number AS name_vi, decision_number AS name_en
            FROM inspections WHERE id = ANY($1)
        UNION ALL SELECT id, 'case', number, number FROM cases WHERE id = ANY($1)
        UNION ALL SELECT id, 'information', number, number FROM informations WHERE id = ANY($1)
        UNION ALL SELECT id, 'submission', title_vi, title_en FROM approval_submissions WHERE id = ANY($1)
        UNION ALL SELECT id, 'route', name, name FROM approval_routes WHERE id = ANY($1)
        UNION ALL SELECT id, 'party_import', file_name, file_name FROM party_imports WHERE id = ANY($1)
        UNION ALL SELECT id, 'people_import', file_name, file_name FROM people_imports WHERE id = ANY($1)
        UNION ALL SELECT id, 'party_likeness', propose || '/' || strong, propose || '/' || strong
            FROM party_likeness WHERE id = ANY($1)
        UNION ALL SELECT id, 'unit', name_vi, name_en FROM units WHERE id = ANY($1)
        UNION ALL SELECT id, 'party', name, name FROM subjects WHERE id = ANY($1)
        UNION ALL SELECT id, 'officer', full_name, full_name FROM officers WHERE id = ANY($1)
        """,
        list(ids),
    )
    return {one.id: one for one in rows.many(Named, found)}


async def photo_numbers(ids: set[UUID]) -> Mapping[UUID, int]:
    """Return the numbers by which pages call these photographs."""
    if not ids:
        return {}
    found = await database.fetch(
        f"""
        SELECT p.id, {OF_ONE} AS number FROM unnest($1::uuid[]) wanted (id) JOIN photos p ON p.id = wanted.id
        """,
        list(ids),
    )
    return {row["id"]: row["number"] for row in found}
