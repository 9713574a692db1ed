"""A portion of an import of parties: its size, and what its lines count. Pure.

The lines are `ImportedLine`; how they are hashed and kept is in backend/core/list_imports/portions.py.
"""

from collections.abc import Sequence

from backend.core.list_imports import portions
from schemas.parties.imports import ImportedLine, RowDeed

MOST_ROWS = 2_000
LEAST_ROWS = 50
FIRST_ROWS = 250


def read(text: bytes) -> list[ImportedLine]:
    """Return the lines. Raises ValueError where one is none."""
    return portions.read(text, ImportedLine)


def counts(lines: Sequence[ImportedLine]) -> tuple[int, int, int]:
    """Return how many rows were registered, corrected and skipped."""
    deeds = [one.deed for one in lines]
    return (
        deeds.count(RowDeed.REGISTERED),
        deeds.count(RowDeed.CORRECTED),
        deeds.count(RowDeed.SKIPPED),
    )


def next_size(rows: int, took_ms: int) -> int:
    """Return how many rows the next portion has, by how long this one took."""
    return portions.next_size(rows, took_ms, LEAST_ROWS, MOST_ROWS)
