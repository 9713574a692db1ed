"""Branches of people, registers and devices: what a clerk, a head or an administrator confirms or enters.

Who may do what: backend/force/rules. No branch says what is in a case.
"""

from typing import Final

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_POSITION = "r.kind IN ('position', 'position_end')"
_LIFE = "interval '7 days'"
"""Of an ask: backend/force/rules/asks.py ASK_LIFE, backend/parties/rules/weighing.py LIFE."""
_FREE = "EXISTS (SELECT FROM document_numbers n WHERE n.range_id = r.id AND n.state = 'reserved')"

BRANCHES: Final = (
    Branch(
        kind="delegation",
        roles=(Role.CLERK, Role.SUPERVISOR),
        rows="delegations r",
        waits="r.confirmed_at IS NULL AND r.ended_on IS NULL AND :me NOT IN (r.entered_by, r.receiver_id)",
        seen=scope.delegations,
        since="r.entered_at",
        shown="delegations r JOIN officers g ON g.id = r.giver_id JOIN officers d ON d.id = r.receiver_id"
        " JOIN officers e ON e.id = r.entered_by",
        columns={
            "subject": "g.full_name || ' → ' || d.full_name",
            "number": "r.number",
            "who": "e.full_name",
        },
    ),
    Branch(
        kind="person",
        roles=(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.CLERK),
        rows="people_asks r JOIN officers o ON o.id = r.officer_id",
        waits=f"""r.state = 'waiting' AND r.asked_at > :now - {_LIFE} AND :me NOT IN (r.asked_by, r.officer_id)
            AND CASE WHEN {_POSITION} THEN :keeps OR ((:rules OR :runs) AND :level < :deeper
                AND r.unit_:deeper IS NOT NULL)
            ELSE :runs OR :heads && ARRAY[o.unit_1, o.unit_2, o.unit_3, o.unit_4] END""",
        seen=scope.people_asks,
        since="r.asked_at",
        due=f"r.asked_at + {_LIFE}",
        rule="'B5'",
        shown="people_asks r JOIN officers o ON o.id = r.officer_id JOIN officers a ON a.id = r.asked_by",
        columns={"subject": "o.full_name", "who": "a.full_name", "state": "r.kind"},
    ),
    Branch(
        kind="restructuring",
        roles=(Role.ADMINISTRATOR,),
        rows="unit_asks r",
        waits=f"r.state = 'waiting' AND r.asked_at > :now - {_LIFE} AND r.asked_by <> :me AND :level <= r.above",
        seen=scope.administered,
        since="r.asked_at",
        due=f"r.asked_at + {_LIFE}",
        rule="'B5'",
        shown="unit_asks r JOIN units u ON u.id = r.unit_id JOIN officers a ON a.id = r.asked_by",
        columns={
            "subject": "u.name_vi",
            "subject_en": "u.name_en",
            "who": "a.full_name",
            "state": "r.kind",
        },
    ),
    Branch(
        kind="device",
        roles=(Role.SUPERVISOR, Role.ADMINISTRATOR),
        rows="device_approvals r JOIN officers o ON o.id = r.officer_id JOIN devices d ON d.id = r.device_id",
        waits="r.approved_at IS NULL AND d.revoked_at IS NULL AND r.officer_id <> :me",
        seen=scope.devices,
        unit="o",
        since="r.asked_at",
        shown="device_approvals r JOIN officers o ON o.id = r.officer_id JOIN devices d ON d.id = r.device_id",
        columns={"subject": "d.name", "who": "o.full_name"},
    ),
    Branch(
        kind="party_merge",
        roles=(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR),
        rows="party_merges r JOIN officers o ON o.id = r.asked_by",
        waits="r.state = 'asked' AND r.asked_by <> :me",
        seen=scope.party_merges,
        unit="o",
        id="r.ask_id",
        part="r.party_id || '/' || r.other_id",
        since="r.asked_at",
        shown="party_merges r JOIN officers o ON o.id = r.asked_by JOIN subjects g ON g.id = r.other_id"
        " JOIN subjects s ON s.id = r.party_id",
        columns={"subject": "g.name || ' → ' || s.name", "who": "o.full_name", "note": "r.reason"},
    ),
    Branch(
        kind="likeness",
        roles=(Role.ADMINISTRATOR,),
        level=1,
        rows="party_likeness r JOIN officers o ON o.id = r.asked_by",
        waits=f"r.state = 'asked' AND r.asked_at > :now - {_LIFE} AND r.asked_by <> :me",
        seen=scope.administered,
        unit="o",
        since="r.asked_at",
        due=f"r.asked_at + {_LIFE}",
        shown="party_likeness r JOIN officers o ON o.id = r.asked_by",
        columns={
            "subject": "r.propose || ' / ' || r.strong",
            "who": "o.full_name",
            "note": "r.reason",
        },
    ),
    Branch(
        kind="numbers",
        roles=(Role.CLERK,),
        rows="number_ranges r JOIN units u ON u.id = r.unit_id",
        waits=_FREE,
        seen=scope.in_office,
        unit="u",
        since="r.set_aside_at",
        shown="number_ranges r JOIN officers o ON o.id = r.set_aside_by",
        columns={
            "subject": "r.reason",
            "number": "r.first_number || '–' || r.last_number",
            "form": "r.form",
            "who": "o.full_name",
            "times": "(SELECT count(*) FROM document_numbers n WHERE n.range_id = r.id AND n.state = 'reserved')",
        },
    ),
    Branch(
        kind="incoming",
        roles=(Role.CLERK,),
        rows="case_sheets r JOIN cases c ON c.id = r.case_id",
        waits="r.kind = 'letter' AND r.file_id IS NOT NULL AND r.filed_at >= :since"
        " AND NOT EXISTS (SELECT FROM incoming_papers p WHERE p.file_id = r.file_id)",
        seen=lambda actor: scope.teamed(CASE_TEAMS, actor),
        unit="c",
        team="c",
        id="r.file_id",
        since="r.filed_at",
        shown="case_sheets r JOIN cases c ON c.id = r.case_id",
        columns={"subject": "r.title", "number": "r.number", "note": "c.number"},
    ),
)
"""In the order in which the page names them."""
