"""The mark of a text of a report, with which its form was opened."""

from backend.ledger.opened import mark_of
from schemas.insight.reports import TextWritten


def of_text(part: str, text: str) -> str:
    """Return the mark of a text as it is."""
    return mark_of(TextWritten(part=part, text=text))
