"""Finds options by the words that somebody typed: without case and diacritics, in any order, by how words begin."""

import re
import unicodedata
from collections.abc import Iterable

Option = tuple[str, str]
"""Value and text."""
MOST = 20
"""Options that are offered at once. Who sees none that is meant types one more word."""
LONGEST = 200
"""Characters of a question; the rest is not looked at."""
_OTHERS = re.compile(r"[^0-9a-z]+")


def folded(text: str) -> str:
    """Return the words of a text without case, diacritics and marks, with single spaces; đ is d."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(_OTHERS.sub(" ", bare).split())


def matches(label: str, text: str) -> bool:
    """Tell whether each typed word begins a word of the label."""
    inside = f" {folded(label)}"
    asked = folded(text[:LONGEST])
    return bool(asked) and all(f" {word}" in inside for word in asked.split())


def same(label: str, text: str) -> bool:
    """Tell whether a text is the whole label."""
    asked = folded(text[:LONGEST])
    return bool(asked) and folded(label[:LONGEST]) == asked


def found(options: Iterable[Option], text: str) -> list[Option]:
    """Return the options that a text means, those that begin with it first; all for an empty text.

    Of a text without letters and digits there is none.
    """
    asked = folded(text[:LONGEST])
    if not asked:
        return [] if text.strip() else list(options)
    words = [f" {word}" for word in asked.split()]
    begin: list[Option] = []
    rest: list[Option] = []
    for value, label in options:
        inside = f" {folded(label)}"
        if all(word in inside for word in words):
            (begin if inside.startswith(f" {asked}") else rest).append((value, label))
    return begin + rest


def meant(options: Iterable[Option], text: str) -> list[Option]:
    """Return the one option that a text names in full, else all that it may mean."""
    several = found(options, text) if text.strip() else []
    asked = folded(text[:LONGEST])
    exact = [one for one in several if folded(one[1]) == asked]
    return exact if len(exact) == 1 else several
