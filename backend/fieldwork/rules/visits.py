"""How long an act of a visit was on the way from the phone to the ledger, and what that says."""

from datetime import timedelta

from backend.ledger.rules.ledger import CLOCK_TOLERANCE


def waited(delay: timedelta) -> bool:
    """Whether an act that came in so long after it was made waited on the phone: longer than clocks may differ."""
    return delay > CLOCK_TOLERANCE


def ahead(delay: timedelta) -> bool:
    """Whether the phone claims to have made it after it had come in, by more than clocks may differ."""
    return delay < -CLOCK_TOLERANCE
