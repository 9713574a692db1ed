"""The rows of minutes that the case enters as seized: goods and vehicles, then licences (MBB15). Pure."""

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
