"""What is open with one officer, by record: what goes to a colleague when the officer leaves or moves.

A line names its record by its number and says nothing of what is in it: administrators hand work over and never see
content (docs/decisions/0107). The caller has checked that the officer is in the reader's scope.
"""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.approvals.rules import keys
from backend.core import database, rows, scope
from backend.core.actors import Actor, Owned
from backend.core.clock import SQL_TODAY
from backend.insight.rules.handing_over import Kind as Kind
from schemas.core.vocabulary import Role

MOST = 1_000
"""Lines that are read: one confirmation carries out no more."""
_PLANS = ("draft", "sent_up", "ready", "approved", "issued")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is open with the officer."""

    kind: Kind
    record_id: UUID
    part: str
    """The item of a plan, or the number of a step; empty for a record as a whole."""
    number: str
    """As the record is called; of an item the plan's, of a step what it is about by its record's kind."""
    role: str
    """lead or member."""
    due: date | None

    @property
    def key(self) -> str:
        """Return how a form names the line."""
        return f"{self.kind}-{self.record_id}-{self.part}".rstrip("-")


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What nobody takes over as it stands, counted."""

    delegations: int
    """In force or ahead, given or received: they are to a person, and end."""
    stand_ins: int
    """Absences of others, now or ahead, in which the officer stands in."""
    drafts: int
    """Papers of decisions that the officer began: heads and clerks of the unit go on with them."""
    devices: int
    returned: int
    """Submissions of the officer that came back: of who left or moved they wait for the heads, else for the officer."""
    papers: int
    """Papers of open cases that the officer began: who gets the case goes on with them."""
    unit_drafts: int
    """Drafts of plans and reports that the officer began: they are the unit's."""
    machines: int
    """Accounts of machines for which the officer answers."""


class Person(Owned, frozen=True, kw_only=True):
    """An officer as the handing over needs them."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    unit_id: UUID
    unit_vi: str
    unit_en: str
    state: str
    title: str
    card_number: str | None
    """Of a card that is valid today."""
    roles: list[Role]


_PERSON = f"""
    SELECT o.id, o.username, o.full_name, o.officer_number, o.unit_id, u.name_vi AS unit_vi, u.name_en AS unit_en,
        o.state, o.unit_1, o.unit_2, o.unit_3, o.unit_4,
        COALESCE((SELECT p.title_vi FROM officer_positions p WHERE p.officer_id = o.id AND p.valid_from <= {SQL_TODAY}
            AND (p.valid_to IS NULL OR p.valid_to > {SQL_TODAY})
            ORDER BY p.valid_from DESC, p.id LIMIT 1), '') AS title,
        (SELECT c.number FROM inspection_cards c WHERE c.officer_id = o.id AND c.revoked_on IS NULL
            AND c.suspended_on IS NULL AND c.expires_on >= {SQL_TODAY}
            ORDER BY c.expires_on DESC LIMIT 1) AS card_number,
        ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id ORDER BY r.role) AS roles
    FROM officers o JOIN units u ON u.id = o.unit_id
"""


async def find(actor: Actor, officer_id: UUID) -> Person | None:
    """Return an officer whose work the actor may hand over, or None."""
    condition, args = scope.sql(scope.devices(actor), "o", 2)
    found = await database.fetchrow(f"{_PERSON} WHERE o.id = $1 AND {condition}", officer_id, *args)
    return rows.one(Person, found)


async def receivers(officer_ids: list[UUID]) -> list[Person]:
    """Return these officers as far as they are in service; who may be named was decided before."""
    found = await database.fetch(
        f"{_PERSON} WHERE o.id = ANY($1::uuid[]) AND o.state = 'active'", officer_ids
    )
    return rows.many(Person, found)


async def colleagues(unit_id: UUID, but: UUID, limit: int) -> list[Person]:
    """Return who serves in the officer's unit, to be offered first."""
    found = await database.fetch(
        f"""{_PERSON} WHERE o.unit_id = $1 AND o.id <> $2 AND o.state = 'active' AND EXISTS (
            SELECT FROM officer_roles r WHERE r.officer_id = o.id
                AND r.role IN ('inspector', 'team_leader', 'supervisor'))
        ORDER BY o.username LIMIT $3""",
        unit_id,
        but,
        limit,
    )
    return rows.many(Person, found)


async def lines(
    officer: Person, *, inspections: list[str], teams: list[str], informations: list[str]
) -> list[Line]:
    """Return what is open with the officer, by kind, the first limit first; one more than MOST if there is more.

    `inspections`, `informations`: the states that are open. `teams`: those of inspections in which the team is its
    decision's.
    """
    found = await database.fetch(
        """
        (SELECT 'case' AS kind, c.id AS record_id, '' AS part, c.number,
            CASE co.role WHEN 'lead' THEN 'lead' ELSE 'member' END AS role, NULL::date AS due, 1 AS place
        FROM case_officers co JOIN cases c ON c.id = co.case_id
        WHERE co.officer_id = $1 AND c.archived_at IS NULL AND c.state <> 'archived')
        UNION ALL
        (SELECT CASE WHEN i.state = ANY($8::text[]) THEN 'team' ELSE 'inspection' END, i.id, '', i.decision_number,
            CASE WHEN t.is_leader THEN 'lead' ELSE 'member' END, NULL, 2
        FROM inspection_team t JOIN inspections i ON i.id = t.inspection_id
        WHERE t.officer_id = $1 AND i.state = ANY($3::text[] || $8::text[]) AND i.withdrawn_at IS NULL)
        UNION ALL
        (SELECT 'information', f.id, '', f.number, 'member', (f.due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 3
        FROM informations f WHERE f.verifiers @> ARRAY[$1]::uuid[] AND f.state = ANY($4::text[]))
        UNION ALL
        (SELECT 'plan_item', p.id, x.id::text, COALESCE(p.number, p.year::text),
            CASE WHEN x.leader_id = $1 THEN 'lead' ELSE 'member' END, x.last_day, 4
        FROM plan_items x JOIN plans p ON p.id = x.plan_id
        WHERE x.state IN ('draft', 'planned') AND p.state = ANY($5::text[])
            AND (x.leader_id = $1 OR x.content -> 'member_ids' ? $6))
        UNION ALL
        (SELECT 'step', s.id, w.step::text, '', 'lead', (w.due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 5
        FROM approval_waits w JOIN approval_submissions s ON s.id = w.submission_id
        WHERE w.key = $2 AND s.state = 'waiting')
        ORDER BY place, kind, due NULLS LAST, number, record_id, part LIMIT $7
        """,
        officer.id,
        keys.officer(officer.id),
        inspections,
        informations,
        list(_PLANS),
        str(officer.id),
        MOST + 1,
        teams,
    )
    return rows.many(Line, found)


async def beside(officer_id: UUID) -> Beside:
    """Count what nobody takes over as it stands."""
    found = await database.fetchrow(
        f"""
        SELECT
            (SELECT count(*) FROM delegations d WHERE (d.giver_id = $1 OR d.receiver_id = $1)
                AND COALESCE(d.ended_on, d.valid_to + 1, 'infinity') > {SQL_TODAY})::int AS delegations,
            (SELECT count(*) FROM absences a WHERE a.stand_in_id = $1 AND a.last_day >= {SQL_TODAY}
                AND (a.ended_on IS NULL OR a.ended_on > {SQL_TODAY}))::int AS stand_ins,
            (SELECT count(*) FROM decision_papers p WHERE p.drafted_by = $1 AND p.state = 'draft')::int AS drafts,
            (SELECT count(*) FROM devices v WHERE v.enrolled_by = $1 AND v.revoked_at IS NULL)::int AS devices,
            (SELECT count(*) FROM approval_submissions s WHERE s.submitted_by = $1
                AND s.state = 'with_submitter')::int AS returned,
            (SELECT count(*) FROM documents d JOIN cases c ON c.id = d.case_id
                WHERE d.drafted_by = $1 AND d.state IN ('draft', 'content_ready')
                AND c.archived_at IS NULL)::int AS papers,
            (SELECT count(*) FROM plans p WHERE p.drafted_by = $1 AND p.state = 'draft')::int
                + (SELECT count(*) FROM reports r WHERE r.begun_by = $1 AND r.state = 'draft')::int AS unit_drafts,
            (SELECT count(*) FROM machine_accounts m WHERE m.owner_id = $1
                AND m.state IN ('asked', 'confirmed'))::int AS machines
        """,
        officer_id,
    )
    return rows.many(Beside, [found] if found else [])[0]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A delegation that is in force or lies ahead."""

    id: UUID
    receiver_id: UUID
    valid_from: date
    confirmed_at: datetime | None


async def delegations(officer_id: UUID) -> list[Held]:
    """Return the delegations that the officer gave or received and that are not over."""
    found = await database.fetch(
        f"""
        SELECT d.id, d.receiver_id, d.valid_from, d.confirmed_at FROM delegations d
        WHERE (d.giver_id = $1 OR d.receiver_id = $1)
            AND COALESCE(d.ended_on, d.valid_to + 1, 'infinity') > {SQL_TODAY} ORDER BY d.id
        """,
        officer_id,
    )
    return rows.many(Held, found)
