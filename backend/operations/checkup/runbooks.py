"""The runbooks, as they stand in docs/runbooks of the checkout; a wheel carries them beside this file."""

from functools import cache
from pathlib import Path

_BESIDE = Path(__file__).parent / "runbooks"
_FOLDER = _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[3] / "docs" / "runbooks"


@cache
def all_of_them() -> dict[str, str]:
    """Return each runbook's text by its name. No name of a request is ever a path."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.md"))}
