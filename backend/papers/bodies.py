"""Papers whose wording the law fixes: the body of each, by the code of its form. `generic` lays out all others."""

from collections.abc import Callable
from typing import Any

from backend.papers.sheet import Sheet

Body = Callable[[Sheet, dict[str, Any], dict[str, Any]], None]
BODIES: dict[str, Body] = {}
