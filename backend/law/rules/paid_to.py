"""When a fine is paid to the officer, not to the treasury or a bank (Law Arts 69, 78.2). Pure."""

from typing import Final, Literal

ON_THE_SPOT: Final = "MQĐ01"
"""The decision without minutes."""
FAR: Final = frozenset({"remote", "at_sea", "outside_hours"})
"""Places and times at which the party has no way to pay otherwise."""


def fault(form: str | None, place: str) -> Literal["pay_treasury"] | None:
    """Return why the officer may not take the fine of a decision on this form, or None."""
    return None if form == ON_THE_SPOT or place in FAR else "pay_treasury"
