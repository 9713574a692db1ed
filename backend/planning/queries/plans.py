"""Queries of plans: locked, written, found, listed."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.filter_queries import containing
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.planning.rules import columns
from backend.planning.rules.facts import Plan, PlanLine
from backend.planning.tables.plans import PlanRecord
from schemas.planning.acts import PlanDrafted, UnitResult
from schemas.planning.words import PlanKind, PlanState

_COLUMNS = rows.columns(Plan, PlanRecord)


class Shown(Plan, frozen=True, kw_only=True):
    """A plan with what its page shows besides."""

    changed_at: datetime
    sent_back_reason: str | None
    signer_name: str | None
    signer_title: str | None
    document_id: UUID | None
    scan_id: UUID | None
    published_where: str | None
    published_on: date | None
    report: str | None
    results: list[UnitResult] | None
    open_overlaps: int
    drafted_by_name: str
    unit_name_vi: str
    unit_name_en: str
    items: int
    done: int
    not_done: int


class Listed(PlanLine, frozen=True, kw_only=True):
    """A plan as lists show it."""

    changed_at: datetime
    due_at: datetime | None
    open_overlaps: int
    unit_name_vi: str
    unit_name_en: str
    items: int
    done: int
    not_done: int


Part = Literal["due", "open", "over"]
"""Parts of the list, in their order: open plans with a limit, open ones without, and what is over."""


class After(msgspec.Struct, frozen=True):
    """The last plan of the page before: its part, there its limit or its year, and itself."""

    part: Part
    key: datetime | int
    id: UUID


OPEN = frozenset(
    {PlanState.DRAFT, PlanState.SENT_UP, PlanState.READY, PlanState.APPROVED, PlanState.ISSUED}
)
"""States of plans with which something is still to be done; the list has them first."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """The filters of the list of plans."""

    year: int | None = None
    kinds: tuple[PlanKind, ...] = ()
    states: tuple[PlanState, ...] = ()
    unit_id: UUID | None = None
    """The plan's own unit."""
    words: str = ""
    """In the title, without regard to case and diacritics."""


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A plan whose limit is near or over."""

    id: UUID
    near_at: datetime


@compiled.one(Plan, decode=("head",))
def lock(plan_id: UUID) -> Query:
    """Lock a plan and return it; None if there is none."""
    return PlanRecord.select(*_COLUMNS).where(PlanRecord.id == plan_id).lock_rows("UPDATE")


@remembering.once
@compiled.one(Plan, decode=("head",))
def find(plan_id: UUID) -> Query:
    """Return a plan, or None. Does not look at scope."""
    return PlanRecord.select(*_COLUMNS).where(PlanRecord.id == plan_id)


async def one_year_at_a_time(year: int) -> None:
    """Wait for other transactions that compare subjects in this year: two plans never pass each other unseen."""
    await database.execute("SELECT pg_advisory_xact_lock(hashtext('plans'), $1)", year)


async def insert(plan_id: UUID, head: PlanDrafted, path: Any, by: UUID, at: datetime) -> None:
    """Insert the plan that its first act drafts."""
    unit_1, unit_2, unit_3, unit_4 = path.as_tuple()
    foreign = head.kind is PlanKind.FOREIGN
    await PlanRecord.insert(
        PlanRecord(
            id=plan_id,
            kind=str(head.kind),
            state=str(PlanState.FOREIGN if foreign else PlanState.DRAFT),
            unit_id=head.unit_id,
            drafted_by=by,
            drafted_at=at,
            changed_at=at,
            unit_1=unit_1,
            unit_2=unit_2,
            unit_3=unit_3,
            unit_4=unit_4,
            **columns.of_head(head),
        )
    )


async def write(plan_id: UUID, values: dict[str, Any]) -> None:
    """Write these columns of a plan."""
    await PlanRecord.update(values).where(PlanRecord.id == plan_id)  # type: ignore[arg-type]  # names are columns


@compiled.exists
def number_taken(unit_id: UUID, number: str, first: date, last: date, plan_id: UUID) -> Query:
    """Tell whether another plan of the unit has this number in the year."""
    same = PlanRecord.exists().where(PlanRecord.unit_id == unit_id)
    same = same.where(PlanRecord.number == number).where(PlanRecord.id != plan_id)
    same = same.where(PlanRecord.kind != "foreign")
    return same.where(PlanRecord.issued_on >= first).where(PlanRecord.issued_on <= last)


@compiled.values(UUID)
def merged_into(plan_id: UUID) -> Query:
    """Return the plans whose items this one took."""
    merged = PlanRecord.select(PlanRecord.id).where(PlanRecord.merged_into == plan_id)
    return merged.where(PlanRecord.state == "merged").order_by(PlanRecord.id)


_COUNTED = """u.name_vi AS unit_name_vi, u.name_en AS unit_name_en, coalesce(c.items, 0) AS items,
    coalesce(c.done, 0) AS done, coalesce(c.not_done, 0) AS not_done"""
_JOINED = "JOIN units u ON u.id = p.unit_id LEFT JOIN plan_totals c ON c.plan_id = p.id"
_SHOWN = f"""
    SELECT {rows.named(Plan, "p")}, p.changed_at, p.sent_back_reason, p.signer_name, p.signer_title,
        p.document_id, p.scan_id, p.published_where, p.published_on, p.report, p.results, p.open_overlaps,
        o.full_name AS drafted_by_name, {_COUNTED}
    FROM plans p JOIN officers o ON o.id = p.drafted_by {_JOINED} WHERE p.id = $1
"""
_LISTED = f"{rows.named(PlanLine, 'p')}, p.changed_at, p.due_at, p.open_overlaps, {_COUNTED}"


@remembering.once
async def shown(plan_id: UUID) -> Shown | None:
    """Return a plan with what its page shows, or None. The caller has checked that it is in sight."""
    found = await database.fetch(_SHOWN, plan_id)
    return rows.many(Shown, decoded(found, "head", "results"))[0] if found else None


@compiled.exists
def _in_reach(plan_id: UUID, seen: Reach) -> Query:
    return PlanRecord.exists().where(PlanRecord.id == plan_id).where(scoped.where(seen, PlanRecord))


@remembering.once
async def sees_whole(plan_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a plan with all its items."""
    return await _in_reach(plan_id, scope.plans(actor))


@remembering.once
async def sees(plan_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer sees a plan, if only because the own unit carries out some of it."""
    args: list[Any] = [plan_id]
    conditions = _sight(actor, args)
    return bool(
        await database.fetchval(
            f"SELECT EXISTS (SELECT 1 FROM plans p WHERE p.id = $1 AND ({' OR '.join(conditions)}))",
            *args,
        )
    )


def _sight(actor: Actor, args: list[Any]) -> list[str]:
    """Return the conditions by which a plan `p` is in an officer's sight; any of them suffices."""
    found: list[str] = []
    whole_of = scope.plans(actor)
    for part in scope.parts(whole_of):
        whole, given = scope.sql(part, "p", len(args) + 1)
        args += given
        found.append(whole)
    unit = scope.plan_items(actor).unit
    if unit is not None:
        level, own = unit
        out = "p.state IN ('issued', 'ended')"
        if whole_of.unit != unit:  # who sees the unit's plans whole sees the issued ones among them
            found.append(f"({out} AND p.unit_{level} = {_place(args, own)})")
        for above in scope.plans_above(actor):
            if above == own:
                continue
            # One condition for each unit above: an index walks its plans in the order of the list. With LIMIT the items
            # are asked for at each plan that is walked, and not hashed for all plans there are. One index of
            # plan_counts answers for departments and for teams, which name their department too.
            within = "".join(
                f" AND n.unit_{at} = {_place(args, one)}"
                for at, one in enumerate(actor.unit.as_tuple(), 1)
                if 1 < at <= level and one is not None
            )
            found.append(
                f"({out} AND p.unit_id = {_place(args, above)} AND (p.kind = 'orientation' OR (SELECT true"
                f" FROM plan_counts n WHERE n.plan_id = p.id{within}"
                " AND n.state <> 'removed' AND n.items > 0 LIMIT 1)))"
            )
    return found


def _place(args: list[Any], value: UUID) -> str:
    if value not in args:
        args.append(value)
    return f"${args.index(value) + 1}"


def _conditions(filters: Filters, args: list[Any]) -> str:
    found: list[str] = []
    for name, value in (
        ("p.year = ${}", filters.year),
        ("p.kind = ANY (${}::text[])", [str(one) for one in filters.kinds] or None),
        ("p.state = ANY (${}::text[])", [str(one) for one in filters.states] or None),
        ("p.unit_id = ${}", filters.unit_id),
        ("fold(p.title) LIKE fold(${})", containing(filters.words) if filters.words else None),
    ):
        if value is not None:
            args.append(value)
            found.append(name.format(len(args)))
    return "".join(f" AND {one}" for one in found)


STILL_OPEN = "p.state IN ('draft', 'sent_up', 'ready', 'approved', 'issued')"
"""Written out as in the indexes plans_due_* and plans_open_*, which walk what is open without what is over."""
_YEARS = "p.year DESC, p.id DESC"
_PARTS: dict[Part, tuple[str, str, str]] = {
    "due": (
        f"{STILL_OPEN} AND p.due_at IS NOT NULL",
        "p.due_at, p.id",
        "(p.due_at, p.id) > (${}::timestamptz, ${}::uuid)",
    ),
    "open": (
        f"{STILL_OPEN} AND p.due_at IS NULL",
        _YEARS,
        "(p.year, p.id) < (${}::int, ${}::uuid)",
    ),
    "over": (f"NOT {STILL_OPEN}", _YEARS, "(p.year, p.id) < (${}::int, ${}::uuid)"),
}
"""Of each part of the list its condition, its order, and what comes behind a plan."""


def part_of(plan: Listed) -> Part:
    """Return the part of the list in which a plan stands."""
    if plan.state not in OPEN:
        return "over"
    return "open" if plan.due_at is None else "due"


async def page(actor: Actor, filters: Filters, after: After | None, limit: int) -> list[Listed]:
    """List plans in sight by keyset: open ones by their limits, those without one, then what is over.

    Of those without a limit, and of what is over, the latest year comes first, then the newest. A plan that goes from
    one part to another between two pages may be on both, or on neither.
    """
    args: list[Any] = []
    branches = _sight(actor, args)
    where = _conditions(filters, args)
    names = list(_PARTS)
    behind = ""
    if after is not None:
        args += (after.key, after.id)
        behind = f" AND {_PARTS[after.part][2].format(len(args) - 1, len(args))}"
        names = names[names.index(after.part) :]
    args.append(limit)
    last = f"LIMIT ${len(args)}"
    walks = []
    for rank, name in enumerate(names):
        condition, order, _ = _PARTS[name]
        begins = behind if rank == 0 else ""
        walks += [
            f"(SELECT {rank} AS rank, p.id, p.due_at, p.year FROM plans p WHERE {branch}{where} AND {condition}{begins}"
            f" ORDER BY {order} {last})"
            for branch in branches
        ]
    due = f"CASE WHEN rank = {names.index('due') if 'due' in names else -1} THEN due_at END"
    found = await database.fetch(
        f"""WITH walked AS ({" UNION ".join(walks)}),
            page AS (SELECT row_number() OVER (ORDER BY rank, {due}, CASE WHEN {due} IS NOT NULL THEN id END, year DESC,
                id DESC) AS place, id FROM walked ORDER BY place {last})
        SELECT {_LISTED} FROM page w JOIN plans p ON p.id = w.id {_JOINED} ORDER BY w.place""",
        *args,
    )
    return rows.many(Listed, found)


async def count(actor: Actor, filters: Filters, most: int) -> int:
    """Count the plans of such a list, up to `most`."""
    args: list[Any] = []
    branches, where = _sight(actor, args), _conditions(filters, args)
    args.append(most)
    walks = " UNION ".join(
        f"(SELECT p.id FROM plans p WHERE {branch}{where} LIMIT ${len(args)})"
        for branch in branches
    )
    found = await database.fetchval(f"SELECT count(*) FROM ({walks} LIMIT ${len(args)}) x", *args)
    return int(found)


async def near(now: datetime, after: UUID | None, limit: int) -> list[UUID]:
    """Return plans with a limit that is near or over, in the order of their ids."""
    query = PlanRecord.select(PlanRecord.id).where(PlanRecord.near_at <= now)
    if after is not None:
        query = query.where(PlanRecord.id > after)
    return [row["id"] for row in await query.order_by(PlanRecord.id).limit(limit)]
