"""Numbers that are reserved for a phone, for papers that are signed without a signal."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire


class OrderNumbers(Wire):
    """Asks for numbers of a form and a (Vietnamese) year.

    Asking again is safe: a block that is mostly unused is returned again.
    """

    form: Annotated[str, Meta(min_length=1, max_length=20)]
    year: Annotated[int, Meta(ge=2000, le=2999)]


class NumberBlock(Wire):
    """The numbers `first` to `last` belong to this officer on this phone.

    `used` are those that the server knows to be used. The printed number is `N/SYMBOL-OFFICER_NO`,
    SYMBOL being the form's `x-symbol` (Circular 22/2021/TT-BCT Art 6).
    """

    id: UUID
    form: str
    year: int
    first: int
    last: int
    used: list[int]
