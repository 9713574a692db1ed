"""What the case enters of minutes: rows seized, and what the maker of violation minutes says besides. Pure.

Rows are goods and vehicles, then licences (MBB15).
"""

from collections.abc import Iterable, Mapping
from typing import Any

LICENCE_UNIT = "bản"
"""The unit of a licence: its table has no column for one (Decree 118/2021, MBB15 item 3)."""
Row = dict[str, Any]


def seized(fields: dict[str, Any]) -> list[tuple[str, str, Row]]:
    """Return pointer, kind as the act has it, and row of each thing that minutes seize."""
    goods = enumerate(fields.get("exhibits") or [])
    licences = enumerate(fields.get("licences") or [])
    found = [(f"/exhibits/{at}", "exhibit", row) for at, row in goods]
    return found + [
        (f"/licences/{at}", "document", row | {"unit": LICENCE_UNIT}) for at, row in licences
    ]


def rows(fields: dict[str, Any]) -> list[Row]:
    """Return the rows alone."""
    return [row for _, _, row in seized(fields)]


APART = ("victims", "complex", "complex_serious", "complex_facts", "complex_time", "another_party")
"""What of a recorded violation no line of the minutes says (MBB01): who was harmed, the three grounds for two
months to decide (Law Art 66.1.c), and why they are against another than the case's party."""


def offered(_form: str, _fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the page of a signature of violation minutes offers to say."""
    return APART


def said_of_row(row: Row) -> Iterable[str]:
    """List what a row of violations says: its behaviour, if it names one of the catalogue."""
    return ("code", "outside") if row.get("code") else ()
