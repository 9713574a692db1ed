"""Kinds of period by which the law has reports made, and those of the calendar."""

from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a period is, and where it is cut. Reporting periods first."""

    WEEK = "week"
    """Thursday to Wednesday."""
    MONTH = "month"
    """15th of the month before to the 14th."""
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    """15 December to 14 September."""
    YEAR = "year"
    """15 December to 14 December."""
    CALENDAR_MONTH = "calendar_month"
    CALENDAR_QUARTER = "calendar_quarter"
    CALENDAR_YEAR = "calendar_year"
    DAYS = "days"
    """Any two days."""
