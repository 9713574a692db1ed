"""Where fines are paid, as named on decisions. Set by the operator of an installation."""

from schemas.core.base import Wire


class Treasury(Wire):
    """The collecting account.

    What is not set stays blank on the paper: none of it is ever invented.
    """

    pay_to: str | None = None
    account: str | None = None
    agency_code: str | None = None
    chapter: str | None = None
    sub_item: str | None = None
