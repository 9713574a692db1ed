"""Cleans text that somebody typed or pasted, into a form or a cell of a spreadsheet."""

import unicodedata

_REMEMBERED = 10_000
"""Letters whose treatment is kept: more than are typed, and a bound for who sends every one that there is."""


def clean(value: str) -> str:
    """Clean typed text: trim it, compose its letters (NFC), and drop invisible characters.

    Newlines and tabs stay. A space of any width, such as one pasted from a document, becomes an
    ordinary space. Workbooks have millions of letters, and nobody else is served meanwhile: what is
    all printable, which no such space is, is not looked at letter by letter.
    """
    # Dropped first: between a letter and its accent an invisible one would keep the two apart.
    shown = value if value.isprintable() else value.replace("\r\n", "\n").translate(_SHOWN)
    return unicodedata.normalize("NFC", shown).strip()


class _Shown(dict[int, int | None]):
    """By code point: how a letter is kept, and None for one that is dropped."""

    def __missing__(self, code: int) -> int | None:
        letter = chr(code)
        found: int | None = code if letter in "\n\t" or letter.isprintable() else None
        if unicodedata.category(letter) == "Zs":
            found = ord(" ")
        if len(self) < _REMEMBERED:
            self[code] = found
        return found


_SHOWN = _Shown()
