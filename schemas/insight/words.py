"""Enumerations of insight: reports and their definitions. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


class ColumnKind(StrEnum):
    """What a column of a table of figures shows."""

    PERIOD = "period"
    BEFORE = "before"
    """The period before."""
    YEAR_BEFORE = "year_before"
    """The same period a year before."""
    YEAR_TO_DATE = "year_to_date"
    """From 15 December to the period's end."""
    CHANGE = "change"
    """Against the same period a year before."""
    CHANGE_PERCENT = "change_percent"


class RowsBy(StrEnum):
    """What the rows of a table are."""

    FIGURE = "figure"
    UNIT = "unit"
    """Units right below."""
    FIELD = "field"
    BEHAVIOUR = "behaviour"


class ReportState(StrEnum):
    """Where a report stands."""

    DRAFT = "draft"
    SENT_UP = "sent_up"
    """With the unit above, as it was sent. What is issued went up with its issue."""
    READY = "ready"
    """Closed and submitted for approval."""
    APPROVED = "approved"
    ISSUED = "issued"
    CORRECTED = "corrected"
    """A later version took its place; it stays as it was."""
    GIVEN_UP = "given_up"


class ReportAct(StrEnum):
    """What can happen to a report."""

    BEGUN = "report.begun"
    FILLED = "report.filled"
    VALUE_STATED = "report.value_stated"
    TEXT_WRITTEN = "report.text_written"
    REPORTS_TAKEN = "report.reports_taken"
    UNIT_LEFT_OUT = "report.unit_left_out"
    """It is made without the report of a unit below, with the reason."""
    TAKEN_OVER = "report.taken_over"
    """A unit above writes and sends it on behalf of its unit."""
    SENT_UP = "report.sent_up"
    SENT_BACK = "report.sent_back"
    SUBMITTED = "report.submitted"
    REOPENED = "report.reopened"
    APPROVED = "report.approved"
    ISSUED = "report.issued"
    REPLACED = "report.replaced"
    """A report that corrects it was sent or issued."""
    GIVEN_UP = "report.given_up"


class OnBehalf(StrEnum):
    """Why a unit above makes a unit's report."""

    CLOSED = "closed"
    """The unit is closed: nobody serves in it."""
    ABSENT = "absent"
    """Nobody heads it now, or who does is away."""
    LATE = "late"
    """The day by which the law has it sent is over."""


class ReportDefinitionAct(StrEnum):
    """What can happen to a definition of reports."""

    DRAFTED = "report_definition.drafted"
    PUBLISHED = "report_definition.published"
    DECLINED = "report_definition.declined"


class FigureSigningAct(StrEnum):
    """What the legal department does with definitions of figures."""

    PRESENTED = "figures.presented"
    SIGNED = "figures.signed"
    OBJECTED = "figures.objected"
    SETTLED = "figures.objection_settled"
