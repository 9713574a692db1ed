"""What is said of a stranger's table before anything of it is imported."""

from schemas.core.base import Wire
from schemas.core.problems import Text


class CellFault(Wire):
    """One thing that is wrong with a row."""

    row: int
    """Its number in the sheet, as the spreadsheet counts."""
    cell: str
    """Such as `C12`; empty if the sheet has no column for it."""
    heading: Text
    said: str
    """What the cell says, cut."""
    why: Text
