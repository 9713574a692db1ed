"""Reads the list of uncertain facts. It is data that a lawyer corrects and the department signs."""

from functools import cache
from pathlib import Path

import msgspec

from schemas.law.limits import StatedLimit

_FILE = Path(__file__).parent / "limits.json"


@cache
def all_of_them() -> tuple[StatedLimit, ...]:
    """Return every uncertain fact, in the order of the file, which is by topic. Raises ValidationError."""
    return tuple(msgspec.json.decode(_FILE.read_bytes(), type=list[StatedLimit]))


def about(*refs: str) -> list[StatedLimit]:
    """Return the uncertain facts on which any of these rules, articles or data rest."""
    wanted = set(refs)
    return [one for one in all_of_them() if wanted & set(one.refs)]
