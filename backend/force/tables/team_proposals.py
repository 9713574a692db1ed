"""Places in teams for which a colleague was proposed when work was handed over."""

from piccolo.columns import UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class TeamProposal(Table, tablename="team_proposals"):
    """One place: it waits for the issuer of the decision until the team changes or is kept. A fold of acts."""

    inspection_id = UUID(primary_key=True, default=None, help_text="Of which inspection.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Whose place."
    )
    to_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who is proposed.")
    proposed_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    proposed_at = Timestamptz(default=None, help_text="Server's clock.")
    reason = Text(default=None, help_text="Why the work was handed over.")
    kept_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who left the team as it is."
    )
    kept_at = Timestamptz(null=True, default=None, help_text="When.")
