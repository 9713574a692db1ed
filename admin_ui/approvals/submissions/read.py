"""What a form of a submission says: the content of an act, or why it cannot be sent."""

from typing import NamedTuple

from schemas.core.base import Wire


class Read(NamedTuple):
    """The content, or errors by field."""

    content: Wire | None
    errors: dict[str, str]
