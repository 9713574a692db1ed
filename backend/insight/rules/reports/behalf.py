"""On which ground a unit above makes the report of a unit. Pure."""

from datetime import date

from schemas.insight.words import OnBehalf


def ground(
    today: date, *, closed_on: date | None, headed: bool, due_on: date | None
) -> OnBehalf | None:
    """Return the first ground there is, or None.

    `closed_on`: the first day on which the unit was no longer in force. `headed`: somebody heads it who is not away.
    `due_on`: the last day on which the report is in time; None if it has none, or was sent once.
    """
    if closed_on is not None and closed_on <= today:
        return OnBehalf.CLOSED
    if not headed:
        return OnBehalf.ABSENT
    return OnBehalf.LATE if due_on is not None and due_on < today else None
