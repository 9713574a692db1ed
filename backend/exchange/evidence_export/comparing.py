"""Compares the summary of a package with what its acts say, value by value: a part of kiem-tra.py (checker.py).

It uses the standard library of Python 3.9 or later and nothing of ours.
"""

from __future__ import annotations

import re
from typing import Any


# From here on it is a part of kiem-tra.py.
class Name:
    """An officer's name: no act holds it, but one officer has one name all over the summary."""

    def __init__(self, officer: Any) -> None:
        """Of this officer."""
        self.officer = officer


class Exactly:
    """A value as an act has it, with nothing beside it."""

    def __init__(self, value: Any) -> None:
        """What the act has."""
        self.value = value


class Either:
    """One of several values."""

    def __init__(self, *values: Any) -> None:
        """Any of them."""
        self.values = values


class Keyed:
    """A list whose order says nothing: by a key, what must be in it and what may be."""

    def __init__(self, key: str, must: dict[str, Any], may: dict[str, Any] | None = None) -> None:
        """`may` is looked at only where it is there."""
        self.key, self.must, self.may = key, must, may or {}


ANYTHING = object()


def _moment(text: str) -> Any:
    """An RFC 3339 time in UTC, of which a fraction may be written with zeros behind it; None where it is none."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|\+00:00)", text)
    return found and (found[1], (found[2] or "").rstrip("0"))


def same(shown: Any, acted: Any) -> bool:
    """Whether two values say the same: null is a key left out, a time may be written in two ways, true is not 1."""
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
    """A JSON object against what it must say. Each difference is a fault, named by its place in the file."""

    def __init__(self, faults: list[str], unproven: dict[str, str]) -> None:
        """`unproven`: names that no act holds, by where they stand."""
        self._faults, self._unproven = faults, unproven
        self.names: dict[str, str] = {}

    def whole(self, shown: dict[str, Any], wanted: dict[str, Any]) -> None:
        """The object from its top."""
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
        """A value of which this program knows nothing is not passed over: it may be read as if it were proven."""
        for key in shown:
            if key not in wanted and key not in self._unproven.get(kind, "").split():
                words = "nothing is known of it"
                self._faults.append(f"inspection.json: {where}/{key}: không rõ / {words}")
