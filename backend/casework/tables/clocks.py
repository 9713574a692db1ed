"""The time limits of cases as they are listed."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.casework.tables.cases import Case
from backend.core.tables.columns import UnitPath


class CaseClock(UnitPath, Table, tablename="case_clocks"):
    """One time limit of one case, derived from the case's acts.

    Deleted and written anew with each act.
    """

    case_id = ForeignKey(
        references=Case, null=False, default=None, primary_key=True, help_text="Of which case."
    )
    rule = Text(default=None, primary_key=True, help_text="D12, …: backend/law/deadlines/data.")
    subject = Text(
        default="", primary_key=True, help_text="Which seizure, which paper; empty where one."
    )
    trigger_at = Timestamptz(default=None, primary_key=True, help_text="From when it runs.")
    rule_set = Text(default=None, help_text="The rules that the case keeps.")
    trigger_act = Text(default=None, help_text="The act that started it.")
    limit_count = Integer(null=True, default=None, help_text="Null where a document says the day.")
    limit_unit = Text(null=True, default=None, help_text="h, d, wd, m or y.")
    half_at = Timestamptz(default=None, help_text="Half of the time is over.")
    due_at = Timestamptz(default=None, help_text="The first instant after the period.")
    met_at = Timestamptz(null=True, default=None, help_text="What had to be done was done.")
    moot_at = Timestamptz(null=True, default=None, help_text="It ended without being met.")
    lapses = Boolean(default=None, help_text="A right or a statute: nobody is late.")
    watched = Boolean(default=None, help_text="Listed as due, and reminded of.")
    extended_by = UUID(null=True, default=None, help_text="The document that extended it last.")
    calendar_undecided = Boolean(
        default=None, help_text="Counted over a year whose days off are not all decided."
    )
    asked = Text(
        default="", help_text="The facts to ask the law book for the same end: a query string."
    )
    tell_at = Timestamptz(
        null=True, default=None, help_text="When officers are told next; null when all is told."
    )
