"""What the legal department said of definitions of figures."""

from piccolo.columns import UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class FigureSigning(Table, tablename="figure_signings"):
    """One act about one definition, as it read then. Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="The act.")
    code = Text(primary_key=True, default=None, help_text="Of the figure.")
    hash = Text(default=None, help_text="SHA-256, in hex, of the definition's RFC 8785 form.")
    event = Text(default=None, help_text="presented, signed, objected or settled.")
    of_act = UUID(null=True, default=None, help_text="The objection that is settled.")
    reason = Text(default=None, help_text="Why; the note of a presentation. May be empty.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    recorded_at = Timestamptz(default=None, help_text="When the act was taken in, server's clock.")
