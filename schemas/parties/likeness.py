"""Acts about the sum of reasons from which on two parties are proposed as one: a setting of the whole force.

Each change is a record of its own, which one administrator of the nation proposes and another one confirms. The last
that was confirmed is in force.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from schemas.core.base import Wire
from schemas.parties.acts import Reason

LEAST, MOST = 35, 100
"""In hundredths. An address alone has 30: from that on every house of offices would be proposed. A number has 100."""
Sum = Annotated[int, Meta(ge=LEAST, le=MOST)]


class LikenessAct(StrEnum):
    """What can happen to a change of the sums."""

    ASKED = "party_likeness.asked"
    CONFIRMED = "party_likeness.confirmed"
    DECLINED = "party_likeness.declined"


class LikenessState(StrEnum):
    """Where a change stands."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class LikenessAsked(Wire):
    """An administrator proposes other sums. `propose`: from which on a pair is proposed; `strong`: is likely one."""

    propose: Sum
    strong: Sum
    reason: Reason


class LikenessConfirmed(Wire):
    """Another administrator confirms them: they are in force, and the register is compared anew."""


class LikenessDeclined(Wire):
    """Another administrator declines them, or who proposed them takes them back."""

    reason: Reason


LIKENESS_CONTENTS: dict[str, type[Wire]] = {
    LikenessAct.ASKED: LikenessAsked,
    LikenessAct.CONFIRMED: LikenessConfirmed,
    LikenessAct.DECLINED: LikenessDeclined,
}
"""The content of each such act."""
