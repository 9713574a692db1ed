"""The laws of this installation, read once from its own files: no table and no clock is asked."""

from functools import cache
from pathlib import Path

from backend.law.rules import laws
from backend.law.rules.laws import Laws

DATA = Path(__file__).parent / "data"


@cache
def in_use() -> Laws:
    """The laws of this installation: the JSON files of data/. Raises ValidationError on a file that is not sound."""
    return laws.read({path.stem: path.read_bytes() for path in sorted(DATA.glob("*.json"))})
