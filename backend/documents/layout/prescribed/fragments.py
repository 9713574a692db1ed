"""Blocks and tables that many prescribed forms share, by name (`fragments.json`).

A fragment never changes once a paper was printed with it: a changed one is a new name, as a changed
form is a new version.
"""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

FILE = Path(__file__).parents[2] / "fragments.json"
_PARAMETER = "$"


class FragmentUnknown(LookupError):
    """A form uses a fragment that there is not, or gives it other words than it needs."""


@cache
def all_of() -> dict[str, Any]:
    """Return `blocks` (lists of blocks by name) and `columns` (tables by name)."""
    found: dict[str, Any] = msgspec.json.decode(FILE.read_bytes())
    return found


def columns(name: str) -> list[dict[str, Any]]:
    """Return the columns of a table that several forms have. Raises FragmentUnknown."""
    try:
        found: list[dict[str, Any]] = all_of()["columns"][name]
    except KeyError as unknown:
        raise FragmentUnknown(name) from unknown
    return found


def filled(name: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the blocks of a fragment with its parameters (`$who`) replaced. Raises FragmentUnknown."""
    try:
        blocks = all_of()["blocks"][name]
    except KeyError as unknown:
        raise FragmentUnknown(name) from unknown
    found: list[dict[str, Any]] = _replaced(blocks, given)
    return found


def _replaced(node: Any, given: dict[str, Any]) -> Any:
    if isinstance(node, dict):
        return {key: _replaced(inner, given) for key, inner in node.items()}
    if isinstance(node, list):
        return [_replaced(inner, given) for inner in node]
    if not isinstance(node, str):
        return node
    for name, text in given.items():
        node = node.replace(f"{_PARAMETER}{name}$", text)
    if _PARAMETER in node:
        raise FragmentUnknown(node)
    return node
