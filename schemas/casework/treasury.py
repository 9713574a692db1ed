"""Where fines are paid, as decisions name it: set by who runs an installation."""

from schemas.core.base import Wire


class Treasury(Wire):
    """The collecting account. What is not set stays empty on the paper: nothing of it is ever invented."""

    pay_to: str | None = None
    account: str | None = None
    agency_code: str | None = None
    chapter: str | None = None
    sub_item: str | None = None
