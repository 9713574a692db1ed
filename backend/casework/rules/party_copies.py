"""The second code, by which a party opens the full copy of its paper (PRACTICE B12). Pure.

It is given with the copy, lasts 90 days and takes five wrong tries. It does not follow from the
public code, which hangs in the shop: it is 60 random bits.
"""

from datetime import datetime, timedelta

from backend.core.actors import Actor
from backend.documents.rules import signing
from backend.law import form_facts
from schemas.core.vocabulary import Role
from schemas.documents.signatures import PublicState

TRIES = 5
DAYS = 90
LETTERS = 12
"""60 bits. With five tries, and a slow hash, that is beyond guessing, and short enough to type."""
_GIVERS = (Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.CLERK)
_OPEN: frozenset[PublicState] = frozenset(
    {"valid", "awaiting_comparison", "suspended", "lapsed", "replaced", "cancelled"}
)


def new_secret() -> str:
    """Make a second code: three groups of four letters from the system's random source."""
    return signing.new_letters(LETTERS)


def read_secret(typed: str) -> str:
    """Return a typed second code in the form in which it was hashed; anything else as `-`.

    So a malformed one costs the same work as a wrong one.
    """
    return signing.read_letters(typed, LETTERS) or "-"


def expires(given: datetime) -> datetime:
    """Return until when a second code opens the copy."""
    return given + timedelta(days=DAYS)


def gives(actor: Actor) -> bool:
    """Tell whether the officer may hand a copy over; those who only check may not."""
    return actor.has(*_GIVERS)


def is_open(state: PublicState, form: str) -> bool:
    """Tell whether a paper on this form, in this state, has a full copy to show.

    Also one that is annulled: its party may need it for a complaint. None if the ledger does not
    prove it, if its number was voided, or if its scan was sent back; nor of papers that stay inside
    (internal.py), which nobody may hand to a party.
    """
    return state in _OPEN and form not in form_facts.internal()
