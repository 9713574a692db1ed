"""Where a line may break: numbers of papers, laws and officers stay whole, and a word without an end is broken.

The typesetter could find both by itself, but rules over the whole text cost it nine tenths of its
time. So they are found here, in the few texts that have any.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from backend.documents.layout.wording import SHEETS

_NUMBER = re.compile(r"[0-9]+(?:/[0-9]{4})?/([^\W\d_][^\W_]*(?:-[^\W_]+)*)")
"""The number of a paper or a law with its symbol: 48010005/QĐ-XPHC, 2/BB-VPHC-48-QLTT0107, 98/2020/NĐ-CP."""
_CODE = re.compile(r"(?<![\w/-])(?=[A-ZĐ-]*[0-9])[0-9A-ZĐ]{2,}(?:-[0-9A-ZĐ]{2,})+(?![\w/-])")
"""The number of an officer, a card or a seal: 48-QLTT0107, QLTT-004812, NP-0041."""
_TOGETHER = re.compile(r"(?<=\bTỔ) (?=CHỨC\b)|(?<=\bVI) (?=PHẠM\b)|(?<=\bBIÊN) (?=BẢN\b)")
"""Words of two syllables between which a title of a place to sign does not break."""
_MOST_SYMBOL = 25
_LONG = re.compile(r"\S{40,}")
_LONG_IN_CELL = re.compile(r"\S{16,}")
_PART, _PART_IN_CELL = 10, 6
"""How many letters stay together where a long word is broken; columns may be narrow."""
Text = str | list[Any]
"""A text, or ["s", pieces]: strings, ["n", text] that stays on one line, ["w", parts] that may break, ["t"] for the
number of sheets."""


def flowing(text: str) -> Text:
    """Return a text of a paragraph: numbers of papers whole, long words broken."""
    parts = text.split(SHEETS)
    if len(parts) == 1:
        return _pieces(text, _LONG, _PART, numbers=True)
    pieces: list[Any] = [_pieces(parts[0], _LONG, _PART, numbers=True)]
    for part in parts[1:]:
        pieces += [["t"], _pieces(part, _LONG, _PART, numbers=True)]
    return ["s", [one for one in pieces if one != ""]]


def standing(text: str) -> Text:
    """Return a text of a head, a title or a place to sign: long words broken."""
    return _pieces(text, _LONG, _PART, numbers=False)


def celled(text: str) -> Text:
    """Return the text of a table's cell: words that are longer than a narrow column broken."""
    return _pieces(text, _LONG_IN_CELL, _PART_IN_CELL, numbers=False)


def _pieces(text: str, long: re.Pattern[str], size: int, *, numbers: bool) -> Text:
    found: list[Any] = []
    end = 0
    for word in _LONG_OR_NUMBER.finditer(text) if numbers else long.finditer(text):
        piece = _piece(word[0], long, size)
        if piece is None:
            continue
        found += [text[end : word.start()]] if word.start() > end else []
        found.append(piece)
        end = word.end()
    if not found:
        return text
    return ["s", [*found, *([text[end:]] if end < len(text) else [])]]


_LONG_OR_NUMBER = re.compile(rf"{_LONG.pattern}|{_NUMBER.pattern}|{_CODE.pattern}")


def _piece(word: str, long: re.Pattern[str], size: int) -> list[Any] | None:
    if long.fullmatch(word):
        return ["w", list(_parts(word, size))]
    number = _NUMBER.fullmatch(word)
    if number and number[1] == number[1].upper() and 1 < len(number[1]) <= _MOST_SYMBOL:
        return ["n", word]
    if _CODE.fullmatch(word) and len(word) <= _MOST_SYMBOL:
        return ["n", word]
    return None


def _parts(word: str, size: int) -> Iterator[str]:
    """Yield a word in parts; a mark that belongs to the letter before it stays with it."""
    start = 0
    while start < len(word):
        end = start + size
        while end < len(word) and unicodedata.combining(word[end]):
            end += 1
        yield word[start:end]
        start = end


def broken(document: dict[str, Any]) -> dict[str, Any]:
    """Return the typesetter's input with every printed text ready to break."""
    told = dict(document)
    for name in ("superior", "issuer", "number", "dated", "subject", "heading", "about", "to"):
        if isinstance(told[name], str):
            told[name] = standing(told[name])
    told["blocks"] = [_block(block) for block in document["blocks"]]
    if (annex := document["annex"]) is not None:
        titles = {name: standing(annex[name]) for name in ("heading", "about", "goes_with")}
        told["annex"] = annex | titles | {"blocks": [_block(one) for one in annex["blocks"]]}
    told["signatures"] = [_place(place) for place in document["signatures"]]
    if document["cells"] is not None:
        told["cells"] = [[place and _place(place) for place in row] for row in document["cells"]]
    told["recipients"] = [standing(text) for text in document["recipients"]]
    told["received"] = [flowing(text) for text in document["received"]]
    if document["back"] is not None:
        told["back"] = document["back"] | {"text": flowing(document["back"]["text"])}
    return told


def _block(block: dict[str, Any]) -> dict[str, Any]:
    match block["k"]:
        case "basis":
            return block | {"t": flowing(block["t"])}
        case "article" | "text":
            return block | {"t": [_run(run) for run in block["t"]]}
        case "fields":
            pairs = [[flowing(a), b if b is None else flowing(b)] for a, b in block["pairs"]]
            return block | {"pairs": pairs}
        case "table":
            rows = [[celled(cell) for cell in row] for row in block["rows"]]
            return block | {"head": [celled(cell) for cell in block["head"]], "rows": rows}
    return block | {"t": standing(block["t"])}


def _run(run: Any) -> Any:
    return flowing(run) if isinstance(run, str) else [run[0], flowing(run[1])]


def _place(place: dict[str, Any]) -> dict[str, Any]:
    people = [
        one | {"name": standing(one["name"]), "note": one["note"] and standing(one["note"])}
        for one in place["people"]
    ]
    title = _TOGETHER.sub("\u00a0", place["title"])
    return place | {"title": standing(title), "people": people}
