"""Letters for the first sign-in, as they are typeset. They hold secrets: nothing stores them."""

from datetime import datetime

from schemas.core.base import Wire
from schemas.core.problems import Text


class Letter(Wire):
    """What the letter of one officer says. `address` is a secret: it is printed, and never stored."""

    username: str
    full_name: str
    officer_number: str | None
    title: str
    address: str


class Letters(Wire):
    """The letters of one portion of a unit's officers."""

    unit: Text
    superior: Text | None
    made_by: str
    made_at: datetime
    until: datetime
    letters: list[Letter]
