"""Pure decisions about passkeys (W3C Web Authentication Level 3): no clock, no database."""

from datetime import timedelta

MOST = 10
"""Passkeys of one officer. A person has few machines; a long list would hide a stranger's."""
CHALLENGE_LIFE = timedelta(minutes=5)
"""How long a browser has for its answer. Unlocking a phone and holding it to the desk takes seconds."""


def went_back(known: int, seen: int) -> bool:
    """Tell whether a passkey's count of signatures went back, so that there may be a copy of it.

    A passkey that its owner's account synchronises has no count: it is always 0. The counts of the
    copies would differ anyhow, so this is an alarm and no reason to refuse (Web Authentication
    Level 3 §6.1.1, §7.2 step 22).
    """
    return (known > 0 or seen > 0) and seen <= known
