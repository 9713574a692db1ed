"""A licence that a sanction suspends for a term, as pages show it. See Law 15/2012 Art 25."""

from datetime import date
from uuid import UUID

from schemas.core.base import Wire


class SanctionChange(Wire):
    """A decision that changes a sanction in a way that only its paper says."""

    number: str | None
    on: date | None


class SuspendedLicence(Wire):
    """A licence that is, was or will be suspended by a decision: the first and the last day, in Vietnam.

    `last` is as first decided; None where it is not known here: a chair's decision of which nobody entered the term,
    or one that takes effect when the licence is handed over, while the case has no minutes that hold it (MBB08).
    """

    case_id: UUID
    case_number: str
    decision_number: str | None
    licence: str
    """Which one, as the decision says it; empty where it names none apart."""
    first: date
    """The day on which the decision takes effect (Art 25.3); the earliest if that is a handing over without minutes."""
    last: date | None
    months: int
    days: int
    """The term: so many months and days; both 0 where nobody entered it."""
    at_handing_over: bool
    """It takes effect on the day on which the licence is handed over: `first`, if `last` is known."""
    chair_of: str | None
    """The People's Committee whose chair decided it; None of a decision of the force."""
    changes: list[SanctionChange]
