"""Queries by which people read inspections.

Each statement carries the scope filter, or is called only for an inspection that find() returned.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.core import compiled, database, filter_queries, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.core.filter_queries import containing
from backend.core.json_columns import decoded
from backend.core.scope import Reach
from backend.fieldwork.queries import photo_numbers as photo_number_queries
from backend.fieldwork.queries.inspection_rows import (
    AnnouncedPhoto,
    FixedPlace,
    FrozenRevision,
    HandSignature,
    InspectionColumns,
    IssuingOfficer,
    MinutesText,
    PhotoColumns,
    QuarantinedEvidence,
    SeenInspection,
    SupervisorRuling,
)
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.inspections import Inspection, InspectionTeamMember
from backend.force.tables.officers import OfficerPosition
from backend.force.tables.units import Unit
from schemas.fieldwork.decisions import TeamCandidate
from schemas.fieldwork.inspections import InspectionRow, TeamView, UnitChoice

ROW = """
    i.id, i.decision_number, i.subject_name, i.subject_address, i.state, i.unit_id, u.name_vi AS unit_name_vi,
    u.name_en AS unit_name_en, l.full_name AS leader_name, i.photo_count, i.missing_count, i.quarantine_count,
    i.revision_count, i.submitted_at, i.issued_at, i.updated_at, i.file_status
"""
_COLUMNS = """
    i.id, i.decision_number, i.subject_name, i.subject_address, i.state, i.unit_id, i.leader_id, i.photo_count,
    i.missing_count, i.quarantine_count, i.revision_count, i.submitted_at, i.issued_at, i.updated_at, i.file_status
"""
JOINS = "JOIN units u ON u.id = i.unit_id JOIN officers l ON l.id = i.leader_id"


class Filters(filter_queries.Filters, frozen=True, kw_only=True):
    """The filters of a search of inspections."""

    officer: str | None = None
    """Part of the name of anybody on the team, with or without diacritics."""
    held: bool = False
    """Only inspections with evidence that waits in quarantine."""


def _conditions(filters: Filters, args: list[Any]) -> list[str]:
    """Return the conditions of a search, and append their values to `args`."""

    value = filter_queries.values_in(args)
    found: list[str] = []
    if filters.number:
        found.append(f"i.decision_number ILIKE {value(containing(filters.number))}")
    if filters.subject:
        found.append(f"fold(i.subject_name) LIKE fold({value(containing(filters.subject))})")
    found += filter_queries.in_unit(filters, "i", value)
    if filters.officer_id:
        found.append(
            "EXISTS (SELECT 1 FROM inspection_team ft WHERE ft.inspection_id = i.id "
            f"AND ft.officer_id = {value(filters.officer_id)})"
        )
    if filters.officer:
        found.append(
            "EXISTS (SELECT 1 FROM inspection_team nt JOIN officers no ON no.id = nt.officer_id "
            "WHERE nt.inspection_id = i.id "
            f"AND fold(no.full_name) LIKE fold({value(containing(filters.officer))}))"
        )
    if filters.held:
        found.append("i.quarantine_count > 0")
    if len(filters.states) == 1:
        found.append(f"i.state = {value(filters.states[0])}")
    elif filters.states:
        found.append(f"i.state = ANY({value(list(filters.states))}::text[])")
    found += filter_queries.in_days(filters, "i.issued_at", value)
    return found


def _branches(actor: Actor, args: list[Any]) -> list[str]:
    """Return the parts of what is in sight, and append their values to `args`.

    Two index scans are needed if an officer sees a unit and also teams elsewhere.
    """
    branches: list[str] = []
    whole, whole_args = scope.sql(scope.whole_unit(actor), "i", 1)
    if whole_args:
        args.extend(whole_args)
        branches.append(whole)
    if not whole_args or actor.unit.level > 1:
        args.append(actor.officer_id)
        branches.append(
            "i.id IN (SELECT st.inspection_id FROM inspection_team st "
            f"WHERE st.officer_id = ${len(args)})"
        )
    return branches


async def count(actor: Actor, filters: Filters, most: int) -> int:
    """Count the rows of page(), up to `most`: PostgreSQL stops there."""
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        return 0
    args: list[Any] = []
    branches = _branches(actor, args)
    where = "".join(f" AND {one}" for one in _conditions(filters, args))
    args.append(most)
    walks = " UNION ".join(
        f"(SELECT i.id FROM inspections i WHERE {branch}{where} LIMIT ${len(args)})"
        for branch in branches
    )
    found: int = await database.fetchval(f"SELECT count(*) FROM ({walks}) counted", *args)
    return min(found, most)


async def page(
    actor: Actor, filters: Filters, after: tuple[datetime, UUID] | None, limit: int
) -> list[InspectionRow]:
    """Return rows newest first, by keyset."""
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        return []
    args: list[Any] = []
    branches = _branches(actor, args)
    conditions = _conditions(filters, args)
    if after:
        args.extend(after)
        conditions.append(f"(i.issued_at, i.id) < (${len(args) - 1}, ${len(args)})")
    args.append(limit)
    where = "".join(f" AND {condition}" for condition in conditions)
    walks = " UNION ".join(
        f"(SELECT {_COLUMNS} FROM inspections i WHERE {branch}{where} "
        f"ORDER BY i.issued_at DESC, i.id DESC LIMIT ${len(args)})"
        for branch in branches
    )
    found = await database.fetch(
        f"""
        SELECT {ROW} FROM ({walks}) i {JOINS}
        ORDER BY i.issued_at DESC, i.id DESC LIMIT ${len(args)}
        """,
        *args,
    )
    return rows.many(InspectionRow, found)


async def units_in_scope(actor: Actor) -> list[UnitChoice]:
    """Return the actor's unit and those below it that still exist, by code, which is tree order."""
    return await _units(scope.own_unit(actor))


@compiled.many(UnitChoice)
def _units(seen: Reach) -> Query:
    present = Unit.select(*rows.columns(UnitChoice, Unit)).where(Unit.valid_to.is_null())
    return present.where(scoped.where(seen, Unit)).order_by(Unit.code, Unit.level).limit(2000)


async def find(actor: Actor, inspection_id: UUID) -> SeenInspection | None:
    """Return an inspection in scope, or None."""
    return await _find(inspection_id, scope.teamed(INSPECTION_TEAMS, actor))


async def sees(actor: Actor, inspection_id: UUID) -> bool:
    """Tell whether an inspection is in scope."""
    return await _sees(inspection_id, scope.teamed(INSPECTION_TEAMS, actor))


@compiled.exists
def _sees(inspection_id: UUID, seen: Reach) -> Query:
    one = Inspection.exists().where(Inspection.id == inspection_id)
    return one.where(scoped.where(seen, Inspection))


@compiled.values(UUID)
def those_of(ids: list[UUID], seen: Reach) -> Query:
    """Return those of these inspections that are in reach."""
    found = Inspection.select(Inspection.id).where(rows.any_of(Inspection.id, ids))
    return found.where(scoped.where(seen, Inspection))


@compiled.one(SeenInspection, decode=("decision",))
def _find(inspection_id: UUID, seen: Reach) -> Query:
    found = Inspection.select(
        *rows.columns(InspectionColumns, Inspection),
        Inspection.unit_id.name_vi.as_alias("unit_name_vi"),
        Inspection.unit_id.name_en.as_alias("unit_name_en"),
        Inspection.submitted_by.full_name.as_alias("submitted_by_name"),
        Inspection.discarded_by.full_name.as_alias("discarded_by_name"),
        Inspection.withdrawn_by.full_name.as_alias("withdrawn_by_name"),
    )
    return found.where(Inspection.id == inspection_id).where(scoped.where(seen, Inspection))


# The statements of one inspection below are called only with a row of find(), which is in scope.


@compiled.many(TeamView)
def team(inspection_id: UUID) -> Query:
    """Return the team, leader first."""
    member = InspectionTeamMember
    theirs = member.select(
        member.officer_id,
        member.officer_id.full_name.as_alias("full_name"),
        member.officer_id.officer_number.as_alias("officer_number"),
        member.is_leader.as_alias("leader"),
    ).where(member.inspection_id == inspection_id)
    return theirs.order_by(member.is_leader, ascending=False).order_by(member.officer_id.username)


async def all_minutes(inspection_id: UUID) -> list[MinutesText]:
    """Return every writing of the minutes, oldest first."""
    found = await database.fetch(
        """
        SELECT m.act_id AS id, m.number, m.form, m.form_version, m.fields, m.officer_id, o.full_name AS officer_name,
            m.made_at, m.received_at, n.number_text AS paper_number, n.numbered_at, c.code
        FROM minutes m JOIN officers o ON o.id = m.officer_id
        LEFT JOIN minutes_numbers n ON n.minutes_id = m.act_id
        LEFT JOIN site_paper_codes c ON c.act_id = n.act_id
        WHERE m.inspection_id = $1 ORDER BY m.number
        """,
        inspection_id,
    )
    return rows.many(MinutesText, decoded(found, "fields"))


async def photos(inspection_id: UUID) -> list[AnnouncedPhoto]:
    """Return photographs in order of announcement."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(PhotoColumns, "p")}, {photo_number_queries.OF_EACH} AS place_number,
            o.full_name AS officer_name, t.photo_id IS NOT NULL AS phone_thumbnail
        FROM photos p JOIN officers o ON o.id = p.officer_id
        LEFT JOIN phone_thumbnails t ON t.photo_id = p.id AND t.state = 'ready' AND p.preview <> 'ready'
        WHERE p.inspection_id = $1 ORDER BY p.number
        """,
        inspection_id,
    )
    return rows.many(AnnouncedPhoto, decoded(found, "place"))


async def signatures(inspection_id: UUID) -> list[HandSignature]:
    """Return signatures and refusals, oldest first."""
    found = await database.fetch(
        """
        SELECT s.*, o.full_name AS officer_name FROM signatures s JOIN officers o ON o.id = s.officer_id
        WHERE s.inspection_id = $1 ORDER BY s.made_at, s.act_id
        """,
        inspection_id,
    )
    return rows.many(HandSignature, decoded(found, "drawing", "refusal"))


async def places(inspection_id: UUID) -> list[FixedPlace]:
    """Return positions, oldest first by the maker's clock."""
    found = await database.fetch(
        """
        SELECT p.*, o.full_name AS officer_name FROM places p JOIN officers o ON o.id = p.officer_id
        WHERE p.inspection_id = $1 ORDER BY p.made_at, p.act_id
        """,
        inspection_id,
    )
    return rows.many(FixedPlace, found)


async def submissions(inspection_id: UUID) -> list[FrozenRevision]:
    """Return revisions, oldest first."""
    found = await database.fetch(
        """
        SELECT s.*, o.full_name AS officer_name FROM submissions s JOIN officers o ON o.id = s.officer_id
        WHERE s.inspection_id = $1 ORDER BY s.revision_number, s.received_at
        """,
        inspection_id,
    )
    return rows.many(FrozenRevision, decoded(found, "content"))


async def rulings(inspection_id: UUID) -> list[SupervisorRuling]:
    """Return rulings, oldest first."""
    found = await database.fetch(
        """
        SELECT r.*, o.full_name AS officer_name FROM rulings r JOIN officers o ON o.id = r.officer_id
        WHERE r.inspection_id = $1 ORDER BY r.at, r.act_id
        """,
        inspection_id,
    )
    return rows.many(SupervisorRuling, decoded(found, "comments"))


async def quarantined(inspection_id: UUID) -> list[QuarantinedEvidence]:
    """Return held acts, oldest first."""
    found = await database.fetch(
        """
        SELECT q.*, e.act_type, e.act, e.officer_id, o.full_name AS officer_name, d.full_name AS decided_by_name
        FROM quarantined_acts q JOIN ledger_entries e ON e.act_id = q.act_id
        JOIN officers o ON o.id = e.officer_id LEFT JOIN officers d ON d.id = q.decided_by
        WHERE q.record_id = $1 ORDER BY q.received_at
        """,
        inspection_id,
    )
    return rows.many(QuarantinedEvidence, found)


async def ids_of_officer(officer_id: UUID) -> list[UUID]:
    """Return the inspections of this officer's teams that their phone must have, newest first."""
    found = await database.fetch(
        """
        SELECT t.inspection_id FROM inspection_team t JOIN inspections i ON i.id = t.inspection_id
        WHERE t.officer_id = $1
            AND (i.state NOT IN ('approved', 'refused', 'discarded') OR i.updated_at > now() - interval '30 days')
        ORDER BY i.updated_at DESC LIMIT 500
        """,
        officer_id,
    )
    return [row["inspection_id"] for row in found]


async def team_candidates(actor: Actor, only: list[UUID] | None = None) -> list[TeamCandidate]:
    """Return officers of the actor's unit and below who can be named to a team.

    Each has the position and the card in force.
    """
    level = actor.unit.level
    found = await database.fetch(
        f"""
        SELECT o.id AS officer_id, o.full_name, o.officer_number, COALESCE(p.title_vi, '') AS title_vi, o.unit_id,
            u.name_vi AS unit_name_vi, c.number AS card_number, c.expires_on AS card_expires_on
        FROM officers o JOIN units u ON u.id = o.unit_id
        LEFT JOIN LATERAL (
            SELECT title_vi FROM officer_positions WHERE officer_id = o.id AND valid_from <= {SQL_TODAY}
                AND (valid_to IS NULL OR valid_to > {SQL_TODAY}) ORDER BY valid_from DESC LIMIT 1
        ) p ON true
        LEFT JOIN LATERAL (
            SELECT number, expires_on FROM inspection_cards WHERE officer_id = o.id AND revoked_on IS NULL
                AND suspended_on IS NULL AND expires_on >= {SQL_TODAY} ORDER BY expires_on DESC LIMIT 1
        ) c ON true
        WHERE o.unit_{level} = $1 AND o.state = 'active' AND ($2::uuid[] IS NULL OR o.id = ANY($2))
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id
                        AND r.role IN ('inspector', 'team_leader'))
        ORDER BY u.code, o.username LIMIT 1000
        """,
        actor.unit.unit_id,
        only,
    )
    return rows.many(TeamCandidate, found)


async def issuer(officer_id: UUID) -> IssuingOfficer:
    """Return the officer, who exists, with the unit and whether there is a valid card."""
    found = await database.fetch(
        f"""
        SELECT o.full_name, u.id AS unit_id, u.code AS unit_code, u.unit_1, u.unit_2, u.unit_3, u.unit_4,
            u.name_vi AS unit_name, s.name_vi AS superior_name,
            EXISTS (SELECT 1 FROM inspection_cards c WHERE c.officer_id = o.id AND c.revoked_on IS NULL
                AND c.suspended_on IS NULL AND c.expires_on >= {SQL_TODAY}) AS has_card
        FROM officers o JOIN units u ON u.id = o.unit_id LEFT JOIN units s ON s.id = u.parent_id
        WHERE o.id = $1
        """,
        officer_id,
    )
    [officer] = rows.many(IssuingOfficer, found)
    return officer


async def newer_flow_since() -> datetime:
    """Return since when this installation issues decisions with minutes_flow 2 (UTC).

    That is the first such decision, or the migration that made them possible, whichever was
    earlier.
    """
    found: datetime = await database.fetchval(
        r"""
        SELECT least((SELECT min(issued_at) FROM inspections WHERE minutes_flow = 2),
            (SELECT applied_at FROM migrations WHERE id LIKE '0132\_%'))
        """
    )
    return found


@compiled.values(str)
def titles_held(officer_id: UUID, units: list[UUID], day: date) -> Query:
    """Return the titles that an officer holds in these units on a day in Vietnam, newest first."""
    post = OfficerPosition
    held = post.select(post.title_vi).where(post.officer_id == officer_id)
    held = held.where(rows.any_of(post.unit_id, units)).where(post.valid_from <= day)
    held = held.where(post.valid_to.is_null() | (post.valid_to > day))
    return held.order_by(post.valid_from, post.id, ascending=False)
