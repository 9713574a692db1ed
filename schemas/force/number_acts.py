"""Contents of acts about a unit's registers of numbers (Circular 22/2021/TT-BCT Art 6)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason

RegisterForm = Annotated[str, Meta(min_length=1, max_length=20)]
"""The form of a register of numbers. Forms with one symbol share one register."""


class NumbersOpened(Wire):
    """A register of the unit, or of an officer in it, begins behind what was given on paper. Once, never lower."""

    form: RegisterForm
    year: Annotated[int, Meta(ge=2000, le=2999)]
    last_number: Annotated[int, Meta(ge=1, le=9_999_999)]
    """The last number that was given on paper. The next one here is one more."""
    reason: Reason
    officer_id: UUID | None = None
    """Whose own register it is: minutes bear `N/SYMBOL-OFFICER_NO` (Art 6.2). None for the unit's."""


class NumbersSetAside(Wire):
    """The unit's next numbers are set aside, to be given on paper while the system does not work."""

    range_id: UUID
    form: RegisterForm
    year: Annotated[int, Meta(ge=2000, le=2999)]
    first: Annotated[int, Meta(ge=1, le=9_999_999)]
    last: Annotated[int, Meta(ge=1, le=9_999_999)]
    reason: Reason


class NumbersGivenBack(Wire):
    """Numbers that were set aside are on no paper. Each named one is void (Circular 22/2021 Art 6)."""

    range_id: UUID
    numbers: Annotated[
        list[Annotated[int, Meta(ge=1, le=9_999_999)]], Meta(min_length=1, max_length=200)
    ]
    reason: Reason


class PaperReceived(Wire):
    """A paper came in, and has a line in the unit's register of incoming papers (Decree 30/2020 Arts 20 to 22)."""

    paper_id: UUID
    received_on: date
    sender: Annotated[str, Meta(min_length=2, max_length=300)]
    symbol: Annotated[str, Meta(min_length=1, max_length=100)] | None
    """Its own number and symbol."""
    dated: date | None
    subject: Annotated[str, Meta(min_length=3, max_length=1000)]
    """Kind and abstract."""
    receiver: Annotated[str, Meta(min_length=2, max_length=300)]
    """To whom in the unit it went."""
    note: Annotated[str, Meta(min_length=1, max_length=500)] | None
    file_id: UUID | None = None
    """The document that was filed in a case as it came; null if it was not, and in older acts."""


class NumbersVoided(Wire):
    """Numbers reserved for this device will never be used. Each named one is void (Circular 22/2021 Art 6)."""

    block_id: UUID
    officer_id: UUID
    form: Annotated[str, Meta(min_length=1, max_length=20)]
    year: Annotated[int, Meta(ge=2000, le=2999)]
    numbers: Annotated[list[Annotated[int, Meta(ge=1)]], Meta(max_length=1000)]
    reason: Reason
