"""Compares the summary of a package with its acts, value by value.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

import re
from typing import Any


# From here on it is a part of kiem-tra.py.
class Name:
    """An officer's name. No act holds it, but an officer must have one name all over the summary."""

    def __init__(self, officer: Any) -> None:
        """`officer` is the officer's id."""
        self.officer = officer


class Exactly:
    """A value exactly as in an act, with no other keys in it."""

    def __init__(self, value: Any) -> None:
        """`value` is the act's value."""
        self.value = value


class Either:
    """Any one of several values."""

    def __init__(self, *values: Any) -> None:
        """`values` are the possible values."""
        self.values = values


class Keyed:
    """A list without a defined order: the items that it must and those that it may contain, by key."""

    def __init__(self, key: str, must: dict[str, Any], may: dict[str, Any] | None = None) -> None:
        """Items of `may` are compared only if they are in the list."""
        self.key, self.must, self.may = key, must, may or {}


ANYTHING = object()


def _moment(text: str) -> Any:
    """Parse an RFC 3339 time in UTC, ignoring trailing zeros of the fraction; None if it is none."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|\+00:00)", text)
    return found and (found[1], (found[2] or "").rstrip("0"))


def same(shown: Any, acted: Any) -> bool:
    """Tell whether two values are equal. null equals a missing key, times may be written in two
    ways, and true is not 1."""
    if isinstance(acted, dict):
        return isinstance(shown, dict) and all(
            same(shown.get(key), acted.get(key)) for key in {*shown, *acted}
        )
    if isinstance(acted, list):
        return isinstance(shown, list) and len(shown) == len(acted) and all(map(same, shown, acted))
    if type(shown) is not type(acted):
        return False
    if isinstance(acted, str) and shown != acted:
        at = _moment(acted)
        return at is not None and _moment(shown) == at
    return bool(shown == acted)


class Comparison:
    """Compares a JSON object with what it must contain.

    Each difference is a fault, named by its place.
    """

    def __init__(self, faults: list[str], unproven: dict[str, str]) -> None:
        """`unproven`: keys whose values no act holds, by their place."""
        self._faults, self._unproven = faults, unproven
        self.names: dict[str, str] = {}

    def whole(self, shown: dict[str, Any], wanted: dict[str, Any]) -> None:
        """Compare the whole object."""
        for key, value in wanted.items():
            self._value(shown.get(key), value, key, key)
        self._nothing_else(shown, wanted, "", "")

    def _wrong(self, where: str) -> None:
        self._faults.append(
            f"inspection.json: {where}: khác các việc đã ghi / not what the acts say"
        )

    def _value(self, shown: Any, wanted: Any, where: str, kind: str) -> None:
        if isinstance(wanted, Keyed):
            self._keyed(shown, wanted, where, kind)
        elif isinstance(wanted, list):
            if not isinstance(shown, list) or len(shown) != len(wanted):
                self._wrong(where)
                return
            for at, value in enumerate(wanted):
                self._value(shown[at], value, f"{where}/{at}", kind)
        elif isinstance(wanted, dict):
            if not isinstance(shown, dict):
                self._wrong(where)
                return
            for key, value in wanted.items():
                self._value(shown.get(key), value, f"{where}/{key}", f"{kind}.{key}")
            self._nothing_else(shown, wanted, where, kind)
        elif not self._fits(shown, wanted):
            self._wrong(where)

    def _fits(self, shown: Any, wanted: Any) -> bool:
        if wanted is ANYTHING:
            return shown is not None
        if isinstance(wanted, Either):
            return any(self._fits(shown, one) for one in wanted.values)
        if isinstance(wanted, Exactly):
            return same(shown, wanted.value)
        if isinstance(wanted, Name):
            return isinstance(shown, str) and shown == self.names.setdefault(wanted.officer, shown)
        return same(shown, wanted)

    def _keyed(self, shown: Any, wanted: Keyed, where: str, kind: str) -> None:
        if not isinstance(shown, list) or not all(isinstance(one, dict) for one in shown):
            self._wrong(where)
            return
        found = {one.get(wanted.key): one for one in shown}
        if len(found) != len(shown) or not set(wanted.must) <= set(found):
            self._wrong(where)
        for key, one in found.items():
            value = wanted.must.get(key, wanted.may.get(key))
            if value is None:
                self._wrong(f"{where}/{key}")
            else:
                self._value(one, value, f"{where}/{key}", kind)

    def _nothing_else(self, shown: dict[str, Any], wanted: Any, where: str, kind: str) -> None:
        """Report unknown keys as faults: a reader might take their values for proven."""
        for key in shown:
            if key not in wanted and key not in self._unproven.get(kind, "").split():
                words = "nothing is known of it"
                self._faults.append(f"inspection.json: {where}/{key}: không rõ / {words}")
