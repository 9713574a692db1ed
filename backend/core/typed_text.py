"""Cleans text that somebody typed or pasted, into a form or a cell of a spreadsheet."""

import unicodedata


def clean(value: str) -> str:
    """Clean typed text: trim it, compose its letters (NFC), and drop invisible characters.

    Newlines and tabs stay. A space of any width, such as one pasted from a document, becomes an
    ordinary space.
    """
    spaced = "".join(
        " " if unicodedata.category(each) == "Zs" else each for each in value.replace("\r\n", "\n")
    )
    # Dropped first: between a letter and its accent an invisible one would keep the two apart.
    shown = "".join(each for each in spaced if each in "\n\t" or each.isprintable())
    return unicodedata.normalize("NFC", shown).strip()
