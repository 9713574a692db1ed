"""Definitions that come with the system, each the first version of its code, until two people publish another.

Reports name their version, so what stands in the file never changes: a test keeps its hashes.
"""

from functools import cache
from pathlib import Path

import msgspec

from backend.insight.rules.definitions import Version
from schemas.insight.report_definitions import ReportDefinition

_FILE = Path(__file__).with_name("definitions.json")
VERSION = 1


@cache
def everything() -> dict[str, Version]:
    """Return them by code, in the order of the file. Raises msgspec.ValidationError."""
    found = msgspec.json.decode(_FILE.read_bytes(), type=list[ReportDefinition])
    return {one.code: Version(number=VERSION, definition=one, shipped=True) for one in found}
