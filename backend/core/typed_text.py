"""Cleans text that somebody typed or pasted, into a form or a cell of a spreadsheet."""

import unicodedata


def clean(value: str) -> str:
    """Clean typed text: trim it, compose its letters (NFC), and drop invisible characters.

    Newlines and tabs stay. A space of any width, such as one pasted from a document, becomes an
    ordinary space.
    """
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    spaced = "".join(" " if unicodedata.category(each) == "Zs" else each for each in text)
    return "".join(letter for letter in spaced if letter in "\n\t" or letter.isprintable())
