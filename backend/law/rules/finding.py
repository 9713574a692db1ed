"""Finding a behaviour by what people type: phrases, whole words, typed diacritics, synonyms. Pure.

Where the tone mark is put makes no difference ("hoá đơn" and "hóa đơn" are one spelling), and words
that people shorten are read in full where that finds more.

The phone applies the same rule when it has no signal (mobile_app/src/domain/finding.ts). Both are
tested with the queries over the whole catalogue in tests/cases/search.json. A result must contain
every word. If no behaviour contains them all, those with the most words are shown, if these are two
thirds or more. Results that fit far worse than the best one are left out.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import msgspec

FAR = 5
"""Results with less than 1/FAR of the best one's points are dropped: they contain the words, but
mean something else. "trị giá hàng" (value of goods) is not "hàng giả" (counterfeit goods)."""
SHORTENED = {"ko": "không", "khg": "không", "hok": "không"}
"""What people write for whole words. The phone has it from here: `python -m tests.support.wire`.

"k" alone is not among them: it is a point of an article (ND98-21-1-k)."""
_WORD = re.compile(r"[^\W_]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_DIGITS = re.compile(r"(\d+)")


class Synonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Synonyms (`said`) of some behaviours.

    These have a name that contains one of `names`, or a code that begins with one of `codes`.
    """

    said: list[str]
    names: list[str]
    codes: list[str]
    source: str
    """Article or document from which it is taken.

    Synonyms only help to find; they decide nothing.
    """


class _Text:
    """The words of a text, as they are written and without diacritics."""

    __slots__ = ("bare", "known", "sorted", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.bare = tuple(_folded(word) for word in words)
        self.known = frozenset(self.bare)
        self.sorted = sorted(self.known)

    def begins(self, folded: str) -> bool:
        """Tell whether a word begins so."""
        at = bisect_left(self.sorted, folded)
        return at < len(self.sorted) and self.sorted[at].startswith(folded)


class Findable(msgspec.Struct, frozen=True, dict=True):
    """One thing to be found: code, name and synonyms (`also`).

    `text` is all of that and more, folded. What is taken apart of it is kept: a search with each letter that is typed
    goes over the whole catalogue.
    """

    code: str
    name: str
    also: list[str]
    text: str

    @cached_property
    def named(self) -> _Text:
        """The words of its name."""
        return _Text(_words_of(self.name))

    @cached_property
    def called(self) -> list[_Text]:
        """The words of each synonym."""
        return [_Text(_words_of(phrase)) for phrase in self.also]

    @cached_property
    def all_called(self) -> _Text:
        """The words of all synonyms."""
        return _Text(tuple(word for phrase in self.called for word in phrase.words))

    @cached_property
    def whole(self) -> _Text:
        """All its words."""
        return _Text(_words_of(self.text))

    @cached_property
    def place(self) -> tuple[Any, ...]:
        """Its place in the order of codes."""
        return natural(self.code)


def read_synonyms(data: bytes) -> list[Synonyms]:
    """Parse the file of synonyms. Raises msgspec.MsgspecError."""
    return msgspec.json.decode(data, type=list[Synonyms])


def also(code: str, name: str, groups: Iterable[Synonyms]) -> list[str]:
    """Return the synonyms of a behaviour, each once, in the order of the file."""
    words = _words_of(name)
    said: dict[str, None] = {}
    for group in groups:
        named = any(_within(_words(phrase), words) for phrase in group.names)
        if named or code.startswith(tuple(group.codes)):
            said |= dict.fromkeys(group.said)
    return list(said)


def ranked(things: Sequence[Findable], typed: str) -> list[Findable]:
    """Return the things that fit what was typed, best first; by code if two fit equally well.

    Without any word, return all of them in their order.
    """
    wanted = _words(typed)
    if not wanted:
        return list(things)
    counted, most = _counted(things, wanted)
    full = _in_full(wanted)
    if full != wanted:
        in_full = _counted(things, full)
        # A shop may have such a name: the full word counts only where it finds more.
        if in_full[1] > most:
            wanted, (counted, most) = full, in_full
    # All words, or at least two in three of them.
    if most == 0 or 3 * most < 2 * len(wanted):
        return []
    typed_words, pairs = _Wanted(wanted), [_Wanted(pair) for pair in pairwise(wanted)]
    fit = [(thing, _points(thing, typed_words, pairs)) for thing, count in counted if count == most]
    fit.sort(key=lambda pair: (-pair[1], pair[0].place))
    return [thing for thing, points in fit if points * FAR >= fit[0][1]]


def natural(code: str) -> tuple[Any, ...]:
    """Return a sort key that puts ND98-9 before ND98-10, and ND98 before ND115."""
    parts = _DIGITS.split(code)
    return tuple((1, "", int(part)) if part.isdigit() else (0, part, 0) for part in parts)


def _counted(
    things: Sequence[Findable], wanted: list[str]
) -> tuple[list[tuple[Findable, int]], int]:
    """Return each thing with how many of the words it has, and the most that one has.

    Where some have all of them the others are left out: nobody asks for those.
    """
    bare = [_folded(word) for word in wanted]
    parts, whole = [one for one in bare if len(one) > 1], [one for one in bare if len(one) == 1]
    with_all = things
    for part in parts:
        with_all = [thing for thing in with_all if part in thing.text]
    for one in whole:
        with_all = [thing for thing in with_all if one in _words_of(thing.text)]
    if with_all or len(bare) == 1:
        return [(thing, len(bare)) for thing in with_all], len(bare) if with_all else 0
    counted = [(thing, _count(thing.text, parts, whole)) for thing in things]
    return counted, max((count for _, count in counted), default=0)


def _in_full(wanted: list[str]) -> list[str]:
    """Return the words with those that people shorten written in full."""
    return _words(" ".join(SHORTENED.get(word, word) for word in wanted))


def _count(text: str, parts: Sequence[str], whole: Sequence[str]) -> int:
    """Count the words that occur in the text. A single letter or digit must be a whole word."""
    found = sum(map(text.__contains__, parts))
    return found + sum(map(_words_of(text).__contains__, whole)) if whole else found


class _Wanted:
    """Words that were typed one after the other, as they were typed and without diacritics."""

    __slots__ = ("bare", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self.bare = tuple(_folded(word) for word in words)


def _points(thing: Findable, wanted: _Wanted, pairs: Sequence[_Wanted]) -> int:
    """Return how well a thing fits the words, and the pairs of them, in points."""
    name, phrases, others, rest = thing.named, thing.called, thing.all_called, thing.whole
    total = 0
    for word, folded in zip(wanted.words, wanted.bare, strict=True):
        total += max(
            _in(word, folded, name, 12),
            _in(word, folded, others, 8),
            _in_rest(folded, rest, thing.text),
        )
    total += max(
        _phrase(wanted, name, 400),
        max((_phrase(wanted, phrase, 300) for phrase in phrases), default=0),
        _phrase(wanted, rest, 150),
    )
    total += 150 if any(wanted.words == phrase.words for phrase in phrases) else 0
    for pair in pairs:
        total += max(
            _phrase(pair, name, 20),
            max((_phrase(pair, phrase, 15) for phrase in phrases), default=0),
        )
    return total


def _in(word: str, folded: str, text: _Text, most: int) -> int:
    """Return points for a whole word, as typed or without diacritics, or for a word's beginning."""
    if word in text.words:
        return most
    # A word typed without diacritics matches every spelling with them, one point below an exact match.
    worth = most - 1 if word == folded else most // 2
    if folded in text.known:
        return worth
    return worth // 3 if len(folded) > 1 and text.begins(folded) else 0


def _in_rest(folded: str, rest: _Text, text: str) -> int:
    if folded in rest.words:
        return 6
    return 1 if len(folded) > 1 and folded in text else 0


def _phrase(wanted: _Wanted, text: _Text, most: int) -> int:
    """Return points for the words in direct succession. The last one may be incomplete."""
    folded = wanted.bare
    if len(folded) < 2 or folded[0] not in text.known:
        return 0
    if _within(wanted.words, text.words):
        return most
    worth = most * 19 // 20 if folded == wanted.words else most * 3 // 8
    if _within(folded, text.bare):
        return worth
    for at in _places(folded[0], text.bare):
        run = text.bare[at : at + len(folded)]
        if len(run) == len(folded) and run[:-1] == folded[:-1] and run[-1].startswith(folded[-1]):
            return worth * 7 // 8
    return 0


def _within(wanted: Sequence[str], words: tuple[str, ...]) -> bool:
    size, whole = len(wanted), tuple(wanted)
    if not whole:
        return True
    return any(words[at : at + size] == whole for at in _places(whole[0], words))


def _places(word: str, words: tuple[str, ...]) -> Iterator[int]:
    """Return where a word stands: most texts do not have it, and are left at once."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


def _words(text: str) -> list[str]:
    """Return the words of a text, each with its tone mark last: both ways to place it are one word."""
    return [_tone_last(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


# A search with each letter that is typed goes over the whole catalogue: its texts are folded once, not at each search.
@lru_cache(maxsize=10_000)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_words(text))


def _tone_last(word: str) -> str:
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return _TONES.sub("", apart) + "".join(_TONES.findall(apart))


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFD", word)
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("đ", "d")


def findable(code: str, text: str, value: Mapping[str, Any]) -> Findable:
    """Make a Findable of an entry of the catalogue, from the value that a phone stores."""
    return Findable(code, value["name_vi"], value.get("also", []), text)
