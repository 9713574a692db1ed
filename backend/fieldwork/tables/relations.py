"""Piccolo table of what officers of teams declared about relations to the party."""

from piccolo.columns import UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.inspections import Inspection
from backend.force.tables.officers import Officer


class TeamRelation(Table, tablename="team_relations"):
    """One declaration (Circular 27/2020/TT-BCT Art 15). The officer's last one counts."""

    act_id = UUID(primary_key=True, default=None, help_text="The act that declared it.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which team."
    )
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who declared.")
    relation = Text(null=True, default=None, help_text="Which relation; null: none.")
    reason = Text(
        null=True, default=None, help_text="With whom; or why not the person of the same name."
    )
    made_at = Timestamptz(default=None, help_text="Maker's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
