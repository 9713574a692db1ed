"""What lists of papers have in common."""

from datetime import datetime

from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.table import Cell
from admin_ui.shell.words import Language, say
from schemas.core.desk_papers import DeskPaperRow

_LISTED = frozenset({"printed", "awaiting"})
"""States whose names on a paper's own page are too long for a row, and differ at their ends."""


def state(row: DeskPaperRow, language: Language, of: str) -> str:
    """Return how far a paper is. `of`: whose words name the other states."""
    key = f"rpaper.listed_{row.state}" if row.state in _LISTED else f"{of}.state_{row.state}"
    return say(language, key)


def compared_by(row: DeskPaperRow, language: Language, now: datetime) -> Cell:
    """Return the time that is left to compare its scan; empty for a paper that waits for none."""
    if row.due_at is None:
        return Cell()
    rest, end = clock_rest(row.due_at, now, language), clock_end(row.due_at, language)
    return Cell(rest, tone=tone(row.due_at, now), whole=end)
