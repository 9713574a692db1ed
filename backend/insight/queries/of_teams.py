"""The branches of teams that wait for the issuer of their decision.

Only a written decision changes who is on a team (Circular 27/2020/TT-BCT Arts 15.2, 17.1.c, 17.4). After work was
handed over it waits until the officer is no longer on the team, the visit is over, or the issuer keeps the team.

An officer who is named as the leader needs an inspection card while the visit lasts (Ordinance 11/2016 Arts 12, 23),
whatever role the officer has: if it ends or is suspended meanwhile, the team waits for another leader, or another card.
"""

from typing import Final

from backend.core import scope
from backend.insight.queries.branches import Branch
from schemas.core.vocabulary import Role

_STATES = "'decided', 'opened', 'announced', 'returned', 'revising'"
"""As ON_VISIT of backend/fieldwork/acts/decision_changes.py: the visit is or can go on."""
_AHEAD = "'decided', 'opened', 'announced'"
"""The visit is ahead or goes on. In a file that came back a team's leader of days that are over is not changed."""
_HERE = "s.unit_id IN (i.unit_1, i.unit_2, i.unit_3, i.unit_4)"
_ISSUER_DECIDES = f"""(s.state = 'active' AND {_HERE}
    AND EXISTS (SELECT FROM officer_roles x WHERE x.officer_id = s.id AND x.role = 'supervisor'))"""
"""As backend/fieldwork/queries/decision_changes.py: issuers()."""
_UNIT = f"CASE WHEN {_HERE} THEN s.unit_id ELSE i.unit_id END"
"""Whose head decides if the issuer is gone: the issuer's unit, or the inspection's if the issuer moved away."""
_ACTS_FOR_THE_HEAD = f"""('head:' || {_UNIT} = ANY(:keys) OR {_UNIT} = ANY(:headless)
    OR {_UNIT} = (SELECT m.unit_id FROM officers m WHERE m.id = :me))"""
"""The head, who stands in for the head, who heads the nearest unit above, and the other supervisors of the unit."""

BRANCHES: Final = (
    Branch(
        kind="team_change",
        roles=(Role.SUPERVISOR,),
        rows="team_proposals r JOIN inspections i ON i.id = r.inspection_id JOIN officers s ON s.id = i.issued_by",
        waits=f"""r.kept_at IS NULL AND i.withdrawn_at IS NULL AND i.state IN ({_STATES})
            AND EXISTS (SELECT FROM inspection_team t WHERE t.inspection_id = i.id AND t.officer_id = r.officer_id)
            AND CASE WHEN {_ISSUER_DECIDES} THEN s.id = ANY(:standing) ELSE {_ACTS_FOR_THE_HEAD} END""",
        seen=scope.whole_unit,
        unit="i",
        id="i.id",
        part="r.officer_id::text",
        since="r.proposed_at",
        shown="team_proposals r JOIN inspections i ON i.id = r.inspection_id JOIN officers o ON o.id = r.officer_id"
        " JOIN officers n ON n.id = r.to_id",
        columns={
            "subject": "i.subject_name",
            "number": "i.decision_number",
            "who": "o.full_name || ' → ' || n.full_name",
            "note": "r.reason",
        },
    ),
    Branch(
        kind="leader_card",
        roles=(Role.SUPERVISOR,),
        rows="inspections i JOIN officers l ON l.id = i.leader_id JOIN officers s ON s.id = i.issued_by",
        waits=f"""i.withdrawn_at IS NULL AND i.state IN ({_AHEAD})
            AND (l.card_until IS NULL OR l.card_until < (:now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
            AND CASE WHEN {_ISSUER_DECIDES} THEN s.id = ANY(:standing) ELSE {_ACTS_FOR_THE_HEAD} END""",
        seen=scope.whole_unit,
        unit="i",
        id="i.id",
        since="i.issued_at",
        shown="inspections i JOIN officers l ON l.id = i.leader_id",
        columns={
            "subject": "i.subject_name",
            "number": "i.decision_number",
            "who": "l.full_name",
        },
    ),
)
"""In the order in which the page names them."""
