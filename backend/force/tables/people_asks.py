"""Asks about people and their answers: one person asks, another confirms."""

from piccolo.columns import JSONB, UUID, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class PeopleAsk(Table, tablename="people_asks"):
    """A change of a person that needs a second person: see `kind`."""

    id = UUID(primary_key=True, default=None, help_text="Named by the act that asked.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whom it is about."
    )
    kind = Text(
        default=None, help_text="role, position, reset, move, reinstate, position_end or emergency."
    )
    content = JSONB(default=None, help_text="Of the act that asked.")
    asked_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who asked.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    unit_1 = UUID(
        default=None, help_text="Of the position asked for, else of the officer: the nation."
    )
    unit_2 = UUID(null=True, default=None, help_text="Level 2 of it.")
    unit_3 = UUID(null=True, default=None, help_text="Level 3 of it.")
    unit_4 = UUID(null=True, default=None, help_text="Level 4 of it.")
    state = Text(default="waiting", help_text="waiting, confirmed, declined or stopped.")
    answered_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Never who asked, nor the officer."
    )
    answered_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    operator = Text(null=True, default=None, help_text="Who answered at the command line.")
    reason = Text(null=True, default=None, help_text="What was checked, or why it was declined.")
    code_hash = Bytea(
        null=True, default=None, help_text="Of the code handed over by the confirmer."
    )
    used_at = Timestamptz(null=True, default=None, help_text="When the link of a reset was made.")
    done_at = Timestamptz(
        null=True, default=None, help_text="When what a reset gave opened all that it may."
    )
    stopped_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who stopped a confirmed reset."
    )
    stopped_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    stopped_why = Text(null=True, default=None, help_text="The reason that was given.")
