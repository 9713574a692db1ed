"""The server's clock, in one place, so that tests can set it and it is never confused with a phone's."""

from datetime import UTC, date, datetime

from backend.core.local_time import day_of

SQL_TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"
"""Today in Vietnam, for a query. current_date is the session's day, which in UTC is yesterday until
seven in the morning."""


def now() -> datetime:
    """Return the current time, aware, in UTC, to the microsecond (what PostgreSQL keeps)."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date in Vietnam."""
    return day_of(now())


def rfc3339(moment: datetime) -> str:
    """Write a time as RFC 3339 in UTC with six decimals. Hashes cover exactly these characters."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
