"""SQL by which people read cases. Every statement carries the one scope filter."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import database, filter_queries, scope
from backend.core.actors import Actor
from backend.core.filter_queries import containing

ROW = """
    c.id, c.number, c.state, c.unit_id, u.name_vi AS unit_name_vi, u.name_en AS unit_name_en, c.subject_name,
    c.subject_address, o.full_name AS lead_name, c.opened_at, c.updated_at, c.fine_total_vnd, c.paid_total_vnd,
    n.rule AS next_rule, n.due_at AS next_due_at
"""
FIRST_CLOCK = """
    LEFT JOIN LATERAL (
        SELECT k.rule, k.due_at FROM case_clocks k
        WHERE k.case_id = c.id AND k.met_at IS NULL AND k.moot_at IS NULL AND k.watched
        ORDER BY k.due_at, k.rule LIMIT 1) n ON true
"""


class Filters(filter_queries.Filters, frozen=True, kw_only=True):
    """Filters of a search of cases.

    `number` also finds the sanction decision's, `subject` also the party's whole tax code or
    identity number.
    """

    lead_id: UUID | None = None
    behaviour: str | None = None


def _conditions(filters: Filters, args: list[Any]) -> list[str]:
    value = filter_queries.values_in(args)
    found: list[str] = []
    if filters.number:
        at = value(containing(filters.number))
        found.append(f"(c.number ILIKE {at} OR c.decision_number ILIKE {at})")
    if filters.subject:
        at, whole = value(containing(filters.subject)), value(filters.subject.strip())
        found.append(
            f"(c.subject_fold LIKE fold({at}) OR c.subject_tax_code = {whole} OR c.subject_identity = {whole})"
        )
    found += filter_queries.in_unit(filters, "c", value)
    if filters.officer_id:
        found.append(
            "EXISTS (SELECT 1 FROM case_officers f WHERE f.case_id = c.id "
            f"AND f.officer_id = {value(filters.officer_id)})"
        )
    if filters.lead_id:
        found.append(f"c.lead_id = {value(filters.lead_id)}")
    if filters.states:
        found.append(f"c.state = ANY({value(list(filters.states))}::text[])")
    if filters.behaviour:
        found.append(f"c.behaviours ? {value(filters.behaviour)}")
    found += filter_queries.in_days(filters, "c.opened_at", value)
    return found


async def page(
    actor: Actor, filters: Filters, after: tuple[datetime, UUID] | None, limit: int
) -> list[Any]:
    """List rows newest first, by keyset, each with the clock that ends first."""
    condition, given = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 1)
    args: list[Any] = list(given)
    conditions = [condition, *_conditions(filters, args)]
    if after:
        args.extend(after)
        conditions.append(f"(c.opened_at, c.id) < (${len(args) - 1}, ${len(args)})")
    args.append(limit)
    return await database.fetch(
        f"""
        SELECT {ROW} FROM cases c JOIN units u ON u.id = c.unit_id JOIN officers o ON o.id = c.lead_id
        {FIRST_CLOCK}
        WHERE {" AND ".join(conditions)}
        ORDER BY c.opened_at DESC, c.id DESC LIMIT ${len(args)}
        """,
        *args,
    )


async def find(actor: Actor, case_id: UUID) -> Any:
    """Return the case's row, if the reader may see it."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    return await database.fetchrow(
        f"""
        SELECT c.*, u.name_vi AS unit_name_vi, u.name_en AS unit_name_en
        FROM cases c JOIN units u ON u.id = c.unit_id WHERE c.id = $1 AND {condition}
        """,
        case_id,
        *args,
    )


async def papers(case_id: UUID) -> list[Any]:
    """List papers of a case that the reader may see, oldest first."""
    return await database.fetch(
        "SELECT * FROM documents WHERE case_id = $1 ORDER BY drafted_at, id", case_id
    )


async def find_paper(actor: Actor, document_id: UUID) -> Any:
    """Return a paper with its case's number, if the reader may see the case."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    return await database.fetchrow(
        f"""
        SELECT d.*, c.number AS case_number FROM documents d JOIN cases c ON c.id = d.case_id
        WHERE d.id = $1 AND {condition}
        """,
        document_id,
        *args,
    )


async def folio(case_id: UUID) -> list[Any]:
    """Return the contents list of a case that the reader may see."""
    return await database.fetch(
        "SELECT * FROM case_sheets WHERE case_id = $1 ORDER BY first_sheet", case_id
    )


async def informant(case_id: UUID) -> Any:
    """Return the encrypted name of the informant; the caller has checked who asks."""
    return await database.fetchrow(
        "SELECT sealed, entered_by FROM case_informants WHERE case_id = $1", case_id
    )


async def id_of(actor: Actor, number: str) -> UUID | None:
    """Return the case in sight that bears this number."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 2)
    found: UUID | None = await database.fetchval(
        f"SELECT c.id FROM cases c WHERE c.number = $1 AND {condition}", number, *args
    )
    return found
