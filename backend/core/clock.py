"""The server's clock, in one place, so that tests can set it and it is never confused with a phone's.

The process that plays a demonstration's history shows itself the day that it plays (`show`). Nothing
else does: a test of the house rules looks.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from backend.core.local_time import day_of

SQL_TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"
"""Today in Vietnam, for a query. current_date is the session's day, which in UTC is yesterday until
seven in the morning."""


_behind = timedelta()
"""How far a demonstration's player is behind the clock; zero everywhere else."""


def now() -> datetime:
    """Return the current time, aware, in UTC, to the microsecond (what PostgreSQL keeps)."""
    return datetime.now(UTC) - _behind


def unmoved() -> datetime:
    """Return the time of the machine, also in a process that shows another day.

    For what says when this very process did something: the seals of the ledger.
    """
    return now() + _behind


def show(moment: datetime | None) -> None:
    """Let this process's clock show a past moment, and go on from there; None sets it right again.

    Only for the history of a demonstration (docs/decisions/0059). Raises ValueError for a moment to
    come.
    """
    global _behind
    _behind = timedelta() if moment is None else datetime.now(UTC) - moment
    if _behind < timedelta():
        _behind = timedelta()
        raise ValueError(f"{moment} has not come yet")


@contextmanager
def shown(moment: datetime | None) -> Iterator[None]:
    """Call show() for the block, and set the clock right afterwards."""
    show(moment)
    try:
        yield
    finally:
        show(None)


def today() -> date:
    """Return today's date in Vietnam."""
    return day_of(now())


def rfc3339(moment: datetime) -> str:
    """Write a time as RFC 3339 in UTC with six decimals. Hashes cover exactly these characters."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
