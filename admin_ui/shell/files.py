"""Finds templates, scripts and style sheets: each is beside its page, in the folder of its group.

Only the groups are searched, not all of `admin_ui/`, because npm works there and leaves its own
files.
"""

from collections.abc import Iterator
from pathlib import Path

DESK = Path(__file__).parents[1]
GROUPS = (
    "shell",
    "force",
    "law",
    "documents",
    "parties",
    "approvals",
    "fieldwork",
    "casework",
    "planning",
    "intake",
    "insight",
    "exchange",
    "operations",
)


def files(*suffixes: str) -> Iterator[Path]:
    """Return all files of the desk with one of these suffixes, in a stable order."""
    for group in GROUPS:
        for path in sorted((DESK / group).rglob("*")):
            # npm has folders vendor.new and vendor.old while it exchanges them.
            if path.suffix in suffixes and "." not in path.parent.name:
                yield path
