"""What of a report is sent, submitted and approved, as a hash. Pure."""

from typing import Any

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.insight.rules.reports.facts import Report


def of(report: Report) -> str:
    """Return the SHA-256, hex, of the RFC 8785 form of definition, period, tables, statements, texts, units left out.

    Who stated a value and when is not in it: it is in the acts.
    """
    said = report.content
    whole: dict[str, Any] = {
        "definition": report.definition,
        "version": report.version,
        "unit_id": str(report.unit_id),
        "first": report.first_day.isoformat(),
        "last": report.last_day.isoformat(),
        "counted_through": said.counted_through,
        "tables": msgspec.to_builtins(said.tables),
        "statements": [
            {
                "part": one.part,
                "row": one.row,
                "column": one.column,
                "value": one.value,
                "reason": one.reason,
            }
            for one in said.statements
        ],
        "texts": [{"part": one.part, "text": one.text} for one in said.texts],
    }
    if said.left_out:  # a report without any has the hash that it had before there were such
        whole["left_out"] = [
            {"unit_id": str(one.unit_id), "reason": one.reason} for one in said.left_out
        ]
    return sha256_hex(whole)
