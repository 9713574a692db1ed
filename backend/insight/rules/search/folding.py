"""Texts as they are compared: words without case and diacritics, and where each stands in the text.

`Đường Hòa Bình`, `duong hoa binh` and `Đường Hoà Bình` are the same three words, however their letters are composed: a
tone mark is dropped wherever it is set, so both ways to place it (hòa, hoà) fold alike.
"""

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d])|\d+|[^\W\d_]+")
"""A number with dots between its thousands is one number: 25.000.000 is found as 25000000 too."""
_SAME = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ł": "l", "ø": "o"}


class Word(NamedTuple):
    """A word as it is compared, and the letters of the text that it stands for."""

    folded: str
    begin: int
    end: int

    @property
    def is_number(self) -> bool:
        """Tell whether these are digits."""
        return self.folded[0].isdigit()


def words(text: str) -> list[Word]:
    """Return the words of a text in their order. Letters and digits make words, all else parts them."""
    folded, origin = _folded(text)
    found = []
    for match in _WORD.finditer(folded):
        begin, end = match.span()
        # A mark that follows the last letter belongs to it.
        last = origin[end] if end < len(origin) else len(text)
        bare = match.group().replace(".", "")
        found.append(Word(bare, origin[begin], _end(text, origin[end - 1], last)))
    return found


def folded(text: str) -> list[str]:
    """Return the words of a text as they are compared; quicker than words()."""
    return [one.replace(".", "") for one in _WORD.findall(text.translate(_BARE))]


def _end(text: str, last: int, following: int) -> int:
    """Return where a word ends: behind its last letter and the marks on it."""
    end = last + 1
    while end < following and unicodedata.combining(text[end]):
        end += 1
    return end


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text without case and diacritics, and for each letter of it the letter of `text` that it is from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters: list[str] = []
    origin: list[int] = []
    for place, one in enumerate(text):
        for bare in _BARE[ord(one)]:
            letters.append(bare)
            origin.append(place)
    return "".join(letters), origin


_REMEMBERED = 5000
"""Letters that are kept: all that Vietnamese papers have, and a bound for who sends every one that there is."""


class _Bare(dict[int, str]):
    """By code point: the letter without case and diacritics, which may be none or several."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", _SAME.get(letter, letter)).casefold()
        bare = "".join(_SAME.get(one, one) for one in plain if not unicodedata.combining(one))
        if len(self) < _REMEMBERED:
            self[code] = bare
        return bare


_BARE = _Bare()
