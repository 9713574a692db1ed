"""Branches of the catalogue and of report definitions, which are kept by two people.

Proposals are published by a second keeper of the catalogue: administrators and legal officers of the national office
(backend/law/catalogue/publishers.py).
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_KEEPERS = (Role.ADMINISTRATOR, Role.LEGAL)
_NATIONAL = 1
_ANSWERED = "SELECT FROM {} a WHERE a.proposal_id = r.proposal_id AND a.event <> 'proposed'"

BRANCHES: Final = (
    Branch(
        kind="catalogue",
        roles=_KEEPERS,
        level=_NATIONAL,
        rows="catalogue_proposals r JOIN officers o ON o.id = r.officer_id",
        waits="r.event = 'proposed' AND r.officer_id <> :me"
        f" AND NOT EXISTS ({_ANSWERED.format('catalogue_proposals')})",
        seen=scope.own_unit,
        unit="o",
        id="r.proposal_id",
        part="r.code",
        claimed="z.record_id = r.record_id AND z.kind = 'publication'",
        since="r.recorded_at",
        shown="catalogue_proposals r JOIN officers o ON o.id = r.officer_id AND r.event = 'proposed'",
        columns={"subject": "r.content ->> 'name_vi'", "number": "r.code", "who": "o.full_name"},
    ),
    Branch(
        kind="decree",
        roles=_KEEPERS,
        level=_NATIONAL,
        rows="catalogue_decrees r JOIN officers o ON o.id = r.officer_id",
        waits="r.event = 'proposed' AND r.officer_id <> :me"
        f" AND NOT EXISTS ({_ANSWERED.format('catalogue_decrees')})",
        seen=scope.own_unit,
        unit="o",
        id="r.proposal_id",
        part="r.decree",
        claimed="z.record_id = r.record_id AND z.kind = 'publication'",
        since="r.recorded_at",
        shown="catalogue_decrees r JOIN officers o ON o.id = r.officer_id AND r.event = 'proposed'",
        columns={"number": "r.decree", "who": "o.full_name"},
    ),
    Branch(
        kind="report_definition",
        roles=_KEEPERS,
        level=_NATIONAL,
        rows="report_definition_drafts r JOIN officers o ON o.id = r.drafted_by",
        waits="r.answer IS NULL AND r.drafted_by <> :me",
        seen=scope.own_unit,
        unit="o",
        id="r.draft_id",
        part="r.code",
        since="r.drafted_at",
        shown="report_definition_drafts r JOIN officers o ON o.id = r.drafted_by",
        columns={
            "subject": "r.content -> 'definition' -> 'title' ->> 'vi'",
            "number": "r.code",
            "who": "o.full_name",
        },
    ),
    Branch(
        kind="outside_catalogue",
        roles=_KEEPERS,
        level=_NATIONAL,
        rows="""outside_acts r LEFT JOIN LATERAL (
            SELECT a.proposal_id FROM catalogue_outside a
            WHERE a.case_id = r.case_id AND a.code = r.code ORDER BY a.recorded_at DESC LIMIT 1) w ON true""",
        waits="""r.confirmed_at IS NOT NULL AND (NOT EXISTS (
                SELECT FROM catalogue_outside a WHERE a.case_id = r.case_id AND a.code = r.code)
            OR EXISTS (SELECT FROM catalogue_proposals p
                WHERE p.proposal_id = w.proposal_id AND p.event = 'declined'))""",
        seen=scope.outside_catalogue,
        id="r.case_id",
        part="r.code",
        since="r.confirmed_at",
        shown="outside_acts r LEFT JOIN officers o ON o.id = r.confirmed_by",
        columns={"subject": "r.name", "number": "r.legal_basis", "who": "o.full_name"},
    ),
)
"""In the order in which the page names them."""
