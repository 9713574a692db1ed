"""Queries of routes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.approvals.rules.routes import InForce, Standing
from backend.approvals.tables.routes import Route
from backend.core import clock, compiled, database, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.json_columns import read_or_none, written
from schemas.approvals.routes import RouteDrafted


class RouteState(Owned, frozen=True, kw_only=True):
    """A route as its acts are judged."""

    id: UUID
    draft_id: UUID
    version: int
    drafted_by: UUID
    draft: str | None
    """JSON of the draft that waits."""
    content: str
    valid_from: date
    valid_to: date | None
    later: str | None
    """JSON of a published version that begins on a later day, or that was to begin by now."""
    later_version: int | None

    @property
    def standing(self) -> Standing:
        """What is published, as its acts left it."""
        later: RouteDrafted | None = read_or_none(self.later, RouteDrafted)
        content = msgspec.json.decode(self.content, type=RouteDrafted)
        return Standing(self.version, content, self.valid_to, later, self.later_version)

    @property
    def waiting(self) -> RouteDrafted | None:
        """The draft that waits, or None."""
        found: RouteDrafted | None = read_or_none(self.draft, RouteDrafted)
        return found

    @property
    def published(self) -> RouteDrafted:
        """The published content of today; of a route that was never published, its first draft."""
        return self.now.content

    @property
    def now(self) -> Standing:
        """What is published, as of today."""
        return self.standing.on(clock.today())

    @property
    def upcoming(self) -> RouteDrafted | None:
        """The published version that begins on a later day, or None."""
        return self.now.later


class ListedRoute(RouteState, frozen=True, kw_only=True):
    """A route with the names that a page shows."""

    name: str
    kind: str
    drafted_at: datetime
    published_at: datetime | None
    unit_vi: str
    unit_en: str
    drafted_name: str
    published_name: str | None


_LISTED: tuple[Any, ...] = (
    Route.name,
    Route.kind,
    Route.drafted_at,
    Route.published_at,
    Route.unit_id.name_vi.as_alias("unit_vi"),
    Route.unit_id.name_en.as_alias("unit_en"),
    Route.drafted_by.full_name.as_alias("drafted_name"),
    Route.published_by.full_name.as_alias("published_name"),
)


@compiled.one(RouteState)
def lock(route_id: UUID) -> Query:
    """Lock a route and return it; None if there is none."""
    query = Route.select(*rows.columns(RouteState, Route))
    return query.where(Route.id == route_id).lock_rows("UPDATE")


async def in_force(kind: str, units: list[UUID], day: date) -> list[InForce]:
    """Return the published routes of a kind in force on a day in these units."""
    found = await database.fetch(
        """
        SELECT id, CASE WHEN later_from <= $3 THEN later_version ELSE version END AS version,
            CASE WHEN later_from <= $3 THEN later ELSE content END AS content
        FROM approval_routes
        WHERE version > 0 AND kind = $1 AND unit_id = ANY ($2::uuid[]) AND valid_from <= $3
          AND (valid_to IS NULL OR valid_to > $3)
        """,
        kind,
        units,
        day,
    )
    return [
        InForce(row["id"], row["version"], msgspec.json.decode(row["content"], type=RouteDrafted))
        for row in found
    ]


async def draft(
    route_id: UUID, content: RouteDrafted, by: UUID, at: datetime, path: UnitPath
) -> None:
    """Write a draft, of a new route or of the next version of one."""
    unit_1, unit_2, unit_3, unit_4 = path.as_tuple()
    row = Route(
        id=route_id,
        draft_id=content.draft_id,
        name=content.name,
        kind=content.kind,
        unit_id=content.unit_id,
        content=written(content),
        draft=written(content),
        drafted_by=by,
        drafted_at=at,
        valid_from=content.valid_from,
        unit_1=unit_1,
        unit_2=unit_2,
        unit_3=unit_3,
        unit_4=unit_4,
    )
    changed = [Route.draft_id, Route.draft, Route.drafted_by, Route.drafted_at]
    await Route.insert(row).on_conflict(target=Route.id, action="DO UPDATE", values=changed)


async def publish(route_id: UUID, now: Standing, by: UUID, at: datetime) -> None:
    """Write what is published once a draft was."""
    content, later = now.content, now.later
    row: dict[Any, Any] = {
        Route.version: now.version,
        Route.content: written(content),
        Route.draft: None,
        Route.name: content.name,
        Route.valid_from: content.valid_from,
        Route.valid_to: now.valid_to,
        Route.later: written(later) if later else None,
        Route.later_version: now.later_version,
        Route.later_from: later.valid_from if later else None,
        Route.published_by: by,
        Route.published_at: at,
    }
    await Route.update(row).where(Route.id == route_id)


@compiled.write
def decline(route_id: UUID) -> Query:
    """Take the draft away."""
    return Route.update({Route.draft: None}).where(Route.id == route_id)


async def page(actor: Actor) -> list[ListedRoute]:
    """List the routes in sight and those of the units above, which hold here too."""
    seen = scoped.where(scope.routes(actor), Route)
    above = rows.any_of(Route.unit_id, [one for one in actor.unit.as_tuple() if one])
    query = Route.select(*rows.columns(RouteState, Route), *_LISTED)
    reads = not scope.routes(actor).empty
    found = await query.where((seen | above) if reads else seen).order_by(Route.kind, Route.id)
    return rows.many(ListedRoute, found)
