"""What of a hit is shown: its texts with the matching words marked, and an excerpt that says why it was found."""

from collections.abc import Sequence
from typing import TypeVar

from backend.insight.rules.search import folding
from backend.insight.rules.search.asking import Term
from backend.insight.rules.search.folding import Word
from backend.insight.rules.search.indexing import Said
from schemas.insight.search import Piece, TextKind

Key = TypeVar("Key")
Of = TypeVar("Of")
_BEFORE, _LONGEST = 40, 160
"""Letters of an excerpt before its first hit, and in all."""


def marked(text: str | None, terms: Sequence[Term]) -> list[Piece]:
    """Return a text in pieces, those that match marked. A part of a number is marked alone, a word whole."""
    if not text:
        return []
    return _pieces(text, _spans(text, terms))


def fitted(text: str | None, terms: Sequence[Term]) -> set[Term]:
    """Return which of the words are in a text."""
    there = folding.folded(text or "")
    return {term for term in terms if any(term.fits(word) for word in there)}


def line(text: str) -> str:
    """Return a text as one line of folded words, to be looked through by `having_all`."""
    return f" {' '.join(folding.folded(text))} "


def having_all(
    lines: Sequence[tuple[str, tuple[Key, Of]]], needles: Sequence[str]
) -> dict[Key, Of]:
    """Return those whose line has all words whose `Term.needle` these are, in their order.

    The whole catalogue is asked again with each letter that is typed: its texts are folded once, and looked through as
    lines, the second word only where the first one is.
    """
    for needle in needles:
        lines = [pair for pair in lines if needle in pair[0]]
    return dict(of for _, of in lines)


def excerpt(
    said: Sequence[Said], terms: Sequence[Term], known: set[Term]
) -> tuple[TextKind | None, list[Piece]]:
    """Return in which text most of the other words stand, and the piece of it around them.

    `known` are those that the hit's name, number and address show already; if these are all, there is no excerpt.
    """
    missing = [one for one in terms if one not in known]
    if not missing:
        return None, []
    found = [(len(fitted(one.text, missing)), one) for one in said]
    most, best = max(found, key=lambda pair: pair[0], default=(0, None))
    if best is None or not most:
        return None, []
    return TextKind(best.what), _around(best.text, terms, missing)


def rank(name: str, number: str, whole: str, terms: Sequence[Term]) -> tuple[int, int, int]:
    """Return how good a hit is; a smaller one is better, equals stay in the order of their days.

    First whose number or name is just what was typed; then whose name or number has all the words; then whose name
    writes them as they were typed, with their diacritics.
    """
    typed = whole.strip().casefold()
    same = typed in (number.casefold(), name.casefold())
    titled = len(fitted(f"{number} {name}", terms)) == len(set(terms))
    spelt = sum(word in f"{number} {name}".casefold().split() for word in typed.split())
    return (0 if same else 1, 0 if titled else 1, -spelt)


def _spans(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for word in folding.words(text):
        for term in terms:
            if term.fits(word.folded):
                found.append(_span(word, term))
                break
    return found


def _span(word: Word, term: Term) -> tuple[int, int]:
    """Return the letters to mark: the whole word, or that part of a number that was typed."""
    if not word.is_number or word.end - word.begin != len(word.folded):
        return word.begin, word.end
    begin = word.begin + word.folded.find(term.word)
    return begin, begin + len(term.word)


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    for begin, end in spans:
        if found and found[-1].hit and text[at:begin].isspace():
            begin, before = at, found.pop()  # words that follow each other are one mark
            begin -= len(before.text)
        elif begin > at:
            found.append(Piece(text=text[at:begin], hit=False))
        found.append(Piece(text=text[begin:end], hit=True))
        at = end
    if at < len(text):
        found.append(Piece(text=text[at:], hit=False))
    return found


def _around(text: str, terms: Sequence[Term], missing: Sequence[Term]) -> list[Piece]:
    first = _spans(text, missing)[0][0]
    begin = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE) + 1
    begin = begin if 0 < begin <= first else max(0, first - _BEFORE) if first > _BEFORE else 0
    end = begin + _LONGEST
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + _LONGEST // 2)
    cut = text[begin:end]
    pieces = _pieces(cut, _spans(cut, terms))
    before = [Piece(text="… ", hit=False)] if begin else []
    after = [Piece(text=" …", hit=False)] if end < len(text) else []
    return [*before, *pieces, *after]
