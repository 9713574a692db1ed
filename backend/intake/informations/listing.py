"""Lists of informations: all in sight, the triage board, and what came in by source and month."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import access_log, keyset
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.force.units import service as units
from backend.intake.informations import handler, views
from backend.intake.queries import lists, similar
from backend.intake.queries.lists import Filters as Filters
from backend.law.rules.counting import end_of, start_of
from schemas.casework.words import InformationSource
from schemas.core.vocabulary import Role
from schemas.intake.views import BoardColumn, InformationRow, SourceFigure
from schemas.intake.words import InformationState, Nature

PAGE = 50
COLUMN = 8
"""Cards of a column of the board that are shown at once."""
SIMILAR = 20
"""So many others that may say the same are counted on a card."""
SEES = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.AUDITOR, Role.CLERK, Role.LEGAL)


def may_register(actor: Actor) -> bool:
    """Tell whether this officer takes information in."""
    return actor.has(*handler.RECEIVERS)


def may_count(actor: Actor) -> bool:
    """Tell whether this officer reads the figures of intake."""
    return actor.has(Role.SUPERVISOR, Role.AUDITOR)


def sees_any(actor: Actor) -> bool:
    """Tell whether there can be any information that this officer may see."""
    return actor.has(*SEES)


async def page(
    actor: Actor,
    filters: Filters,
    cursor: str | None = None,
    *,
    address: str | None = None,
    limit: int = PAGE,
    oldest: bool = False,
) -> tuple[list[InformationRow], str | None]:
    """Return a page of the informations in sight, the newest first, and the next page's cursor.

    `oldest`: the oldest first.

    What was searched for is recorded. Raises NotAllowed, Invalid for a cursor that this list did not make.
    """
    if not sees_any(actor):
        raise NotAllowed
    if filters.text.strip():
        terms = {"text": filters.text}
        await access_log.record_search(actor, "information.searched", terms, address)
    return await listed(actor, filters, cursor, limit, oldest=oldest)


async def listed(
    actor: Actor,
    filters: Filters,
    cursor: str | None = None,
    limit: int = PAGE,
    *,
    oldest: bool = False,
) -> tuple[list[InformationRow], str | None]:
    """Return what page() does, and record nothing: who takes the list away is on the log for that."""
    if not sees_any(actor):
        raise NotAllowed
    after = keyset.read(cursor, datetime, UUID) if cursor else None
    found = await lists.page(actor, filters, after, limit + 1, oldest=oldest)
    return await views.rows(found[:limit]), _after(found, limit)


async def total(actor: Actor, filters: Filters) -> int:
    """Count the informations of such a list, up to one more than MOST_TOTALLED. Raises NotAllowed."""
    if not sees_any(actor):
        raise NotAllowed
    return await lists.count(actor, filters, keyset.MOST_TOTALLED + 1)


async def board(
    actor: Actor, limit: int = COLUMN, *, unit: tuple[int, UUID] | None = None
) -> list[BoardColumn]:
    """Return the triage board: what is not done, by state, the oldest first; of one unit and below, or of all in sight.

    What cannot wait is shown whatever came before it. Raises NotAllowed.
    """
    if not sees_any(actor):
        raise NotAllowed
    oldest, counted = await lists.board(actor, limit, unit)
    found: dict[str, list[lists.Row]] = {}
    for one in oldest:
        found.setdefault(one.state, []).append(one)
    first: dict[str, list[lists.Row]] = {}
    for one in await lists.urgent(actor, limit, unit):
        first.setdefault(one.state, []).append(one)
    listed = [one for of in (*found.values(), *first.values()) for one in of]
    shown = {one.id: one for one in await views.rows(listed)}
    new = [ident for ident, one in shown.items() if one.state is InformationState.RECEIVED]
    for ident, many in (await similar.counts(new, actor, SIMILAR + 1) if new else {}).items():
        shown[ident] = msgspec.structs.replace(shown[ident], similar=many)
    return [
        BoardColumn(
            state=InformationState(state),
            count=counted.get(state, 0),
            rows=[shown[ident] for ident in _once(first.get(state, []), found.get(state, []))],
        )
        for state in lists.BOARD
        if counted.get(state) or state in (InformationState.RECEIVED, InformationState.VERIFYING)
    ]


def _once(urgent: list[lists.Row], oldest: list[lists.Row]) -> list[UUID]:
    return list(dict.fromkeys(one.id for one in (*urgent, *oldest)))


def _after(found: list[lists.Row], limit: int) -> str | None:
    last = found[limit - 1] if len(found) > limit else None
    return keyset.write(last.received_at, last.id) if last else None


async def figures(actor: Actor, since: date, until: date) -> list[SourceFigure]:
    """Return what came in on these days (inclusive, in Vietnam) and what became of it. Raises NotAllowed."""
    if not may_count(actor):
        raise NotAllowed
    found = await lists.figures(actor, start_of(since), end_of(until))
    names = await units.names_of(one.unit_id for one in found)
    return [
        SourceFigure(
            unit_id=one.unit_id,
            unit_name=names[one.unit_id],
            month=one.month,
            source=InformationSource(one.source),
            nature=Nature(one.nature),
            received=one.received,
            open=one.open,
            proposed=one.proposed,
            forwarded=one.forwarded,
            redirected=one.redirected,
            no_action=one.no_action,
            no_violation=one.no_violation,
            first_action_hours=None
            if one.first_action_hours is None
            else round(one.first_action_hours),
        )
        for one in found
    ]
