"""The version of this program, as asgi.py beside the packages states it: no package may import asgi.py."""

import re
from functools import cache
from pathlib import Path

_STATED = re.compile(r'^VERSION = "([^"]+)"$', re.MULTILINE)


@cache
def own() -> str:
    """Return the version. Raises ValueError if asgi.py states none."""
    found = _STATED.search((Path(__file__).parents[2] / "asgi.py").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError("asgi.py states no VERSION")
    return found[1]
