"""Where templates, scripts and style sheets stand: each beside its page, in the folder of its group.

Listed by group, not searched below `admin_ui/` as a whole: npm works there too, and leaves its own files.
"""

from collections.abc import Iterator
from pathlib import Path

DESK = Path(__file__).parents[1]
GROUPS = (
    "shell",
    "force",
    "law",
    "documents",
    "fieldwork",
    "casework",
    "insight",
    "exchange",
    "operations",
)


def files(*suffixes: str) -> Iterator[Path]:
    """All files of the desk with one of these suffixes, in an order that does not change."""
    for group in GROUPS:
        for path in sorted((DESK / group).rglob("*")):
            # vendor.new and vendor.old are npm's, while it changes them over.
            if path.suffix in suffixes and "." not in path.parent.name:
                yield path
