"""The laws of this installation, read once from its data files.

Depends on no table and no clock.
"""

from functools import cache
from pathlib import Path

from backend.law.rules import laws
from backend.law.rules.laws import Laws

DATA = Path(__file__).parent / "data"


@cache
def in_use() -> Laws:
    """Return the laws in the JSON files of data/. Raises ValidationError for a wrong file."""
    return laws.read({path.stem: path.read_bytes() for path in sorted(DATA.glob("*.json"))})
