"""How long an act of a visit took from the phone to the ledger, and what that means."""

from datetime import timedelta

from backend.ledger.rules.ledger import CLOCK_TOLERANCE


def waited(delay: timedelta) -> bool:
    """Tell whether an act waited on the phone: the delay is longer than clocks may differ."""
    return delay > CLOCK_TOLERANCE


def ahead(delay: timedelta) -> bool:
    """Tell whether an act claims a time after its arrival, by more than clocks may differ."""
    return delay < -CLOCK_TOLERANCE
