"""Content of the act by which a case moves to a newer rule set (docs/decisions/0016)."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

from schemas.casework.acts.parts import Reason, Short
from schemas.casework.words import CaseAct
from schemas.core.base import Wire


class ClockMoved(Wire):
    """A time limit of the case under the old and the new rule set.

    `before` or `after` is null if it does not run there. Both are first instants after the period.
    """

    rule: Annotated[str, Meta(min_length=1, max_length=20)]
    subject: Short | None
    before: datetime | None
    after: datetime | None


class RulesMoved(Wire):
    """The case moves to a newer rule set. It names every time limit that changes by it."""

    to: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    changes: Annotated[list[ClockMoved], Meta(max_length=500)]
    reason: Reason


CONTENTS: dict[str, type[Wire]] = {CaseAct.RULES_MOVED: RulesMoved}
"""The content of each act."""
