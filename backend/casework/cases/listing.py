"""The list of cases: as a page that records what was searched for, and bare, for a file that records more."""

from datetime import datetime
from uuid import UUID

from backend.casework.cases import views
from backend.casework.queries import reading as read_queries
from backend.casework.queries.reading import Filters
from backend.casework.queries.teams import CASE_TEAMS
from backend.core import access_log, filter_queries, keyset, scope
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from schemas.casework.views import CasePage

PAGE_SIZE = 50


async def page(
    actor: Actor,
    filters: Filters,
    cursor: str | None = None,
    limit: int = PAGE_SIZE,
    *,
    oldest: bool = False,
    address: str | None = None,
) -> CasePage:
    """List the cases in sight, newest first; records what was searched for. Raises as listing() does."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    terms = filter_queries.asked(filters)
    await access_log.record_search(actor, "case.searched", terms, address)
    return await listing(actor, filters, cursor, limit, oldest=oldest)


async def listing(
    actor: Actor,
    filters: Filters,
    cursor: str | None = None,
    limit: int = PAGE_SIZE,
    *,
    oldest: bool = False,
) -> CasePage:
    """List the cases in sight, newest first or, if asked, oldest first.

    Nothing is recorded: who takes the list away is on the log for that.

    Raises NotAllowed, Invalid for a cursor that this list did not make.
    """
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await read_queries.page(actor, filters, after, limit + 1, oldest=oldest)
    rows = [views.row(one) for one in found[:limit]]
    return CasePage(
        rows=rows,
        next=keyset.write(rows[-1].opened_at, rows[-1].id) if len(found) > limit else None,
    )


async def total(actor: Actor, filters: Filters) -> int:
    """Count the cases of such a list, up to one more than MOST_TOTALLED. Raises NotAllowed."""
    if not scope.sees_any(CASE_TEAMS, actor):
        raise NotAllowed
    return await read_queries.count(actor, filters, keyset.MOST_TOTALLED + 1)
