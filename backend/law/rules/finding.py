"""Finding a behaviour by what people type: phrases, whole words, typed diacritics, synonyms. Pure.

The phone judges by the same rule where there is no signal (mobile_app/src/domain/finding.ts); tests/cases/search.json
has queries over the whole catalogue that both are tested by. Every word has to stand somewhere; where no behaviour has
them all, those that have most are better than an empty page. Where some fit far better than others, the others are left
out.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

FAR = 5
"""What has less than a fifth of the best one's points has the words, but not what was meant: "hàng giả" stands in no
"trị giá hàng"."""
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"(\d+)")


class Synonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people call some behaviours: those whose names have one of these phrases, or whose codes begin so."""

    said: list[str]
    names: list[str]
    codes: list[str]
    source: str
    """Article or document from which it is taken: no synonym decides anything, it only helps to find."""


class Findable(msgspec.Struct, frozen=True):
    """One thing to be found: its code, its name, what else it is called; `text` is all of that and more, folded."""

    code: str
    name: str
    also: list[str]
    text: str


def read_synonyms(data: bytes) -> list[Synonyms]:
    """Take the file. Raises msgspec.MsgspecError."""
    return msgspec.json.decode(data, type=list[Synonyms])


def also(code: str, name: str, groups: Iterable[Synonyms]) -> list[str]:
    """What else a behaviour is called, each once, in the order of the file."""
    words = _words(name)
    said: dict[str, None] = {}
    for group in groups:
        named = any(_within(_words(phrase), words) for phrase in group.names)
        if named or code.startswith(tuple(group.codes)):
            said |= dict.fromkeys(group.said)
    return list(said)


def ranked(things: Sequence[Findable], typed: str) -> list[Findable]:
    """Those that fit what was typed, the best first; by code where two fit alike. All, in their order, for no word."""
    wanted = _words(typed)
    if not wanted:
        return list(things)
    counted = [(thing, _count(thing.text, wanted)) for thing in things]
    most = max((count for _, count in counted), default=0)
    # All words, or at least two in three of them.
    if most == 0 or 3 * most < 2 * len(wanted):
        return []
    fit = [(thing, _points(thing, wanted)) for thing, count in counted if count == most]
    fit.sort(key=lambda pair: (-pair[1], natural(pair[0].code)))
    return [thing for thing, points in fit if points * FAR >= fit[0][1]]


def natural(code: str) -> tuple[Any, ...]:
    """A key by which ND98-9 stands before ND98-10, and ND98 before ND115."""
    parts = _DIGITS.split(code)
    return tuple((1, "", int(part)) if part.isdigit() else (0, part, 0) for part in parts)


def _count(text: str, wanted: list[str]) -> int:
    """How many of the words stand in it; a letter or a digit alone only as a word."""
    words = _words(text)
    bare = [_folded(word) for word in wanted]
    return sum(word in text if len(word) > 1 else word in words for word in bare)


def _points(thing: Findable, wanted: list[str]) -> int:
    """How well it has them."""
    name, phrases = _words(thing.name), [_words(phrase) for phrase in thing.also]
    others = [word for phrase in phrases for word in phrase]
    rest = _words(thing.text)
    points = [
        max(_in(word, name, 12), _in(word, others, 8), _in_rest(word, rest, thing.text))
        for word in wanted
    ]
    total = sum(points) + max(
        _phrase(wanted, name, 400),
        max((_phrase(wanted, phrase, 300) for phrase in phrases), default=0),
        _phrase(wanted, rest, 150),
    )
    total += 150 if wanted in phrases else 0
    for pair in pairwise(wanted):
        total += max(
            _phrase(list(pair), name, 20),
            max((_phrase(list(pair), phrase, 15) for phrase in phrases), default=0),
        )
    return total


def _in(word: str, words: list[str], most: int) -> int:
    """A whole word, as it was typed or without its diacritics; else the beginning of one."""
    folded = _folded(word)
    if word in words:
        return most
    # Who types no diacritics means every letter that they could stand on; a bare one a little more.
    worth = most - 1 if word == folded else most // 2
    bare = [_folded(each) for each in words]
    if folded in bare:
        return worth
    begun = len(folded) > 1 and any(each.startswith(folded) for each in bare)
    return worth // 3 if begun else 0


def _in_rest(word: str, words: list[str], text: str) -> int:
    folded = _folded(word)
    if folded in words:
        return 6
    return 1 if len(folded) > 1 and folded in text else 0


def _phrase(wanted: list[str], words: list[str], most: int) -> int:
    """The words one right after the other; of the last one only the beginning may be typed yet."""
    if len(wanted) < 2:
        return 0
    if _within(wanted, words):
        return most
    bare, folded = [_folded(each) for each in words], [_folded(each) for each in wanted]
    worth = most * 19 // 20 if folded == wanted else most * 3 // 8
    if _within(folded, bare):
        return worth
    for at in range(len(bare) - len(folded) + 1):
        run = bare[at : at + len(folded)]
        if run[:-1] == folded[:-1] and run[-1].startswith(folded[-1]):
            return worth * 7 // 8
    return 0


def _within(wanted: list[str], words: list[str]) -> bool:
    size = len(wanted)
    return any(words[at : at + size] == wanted for at in range(len(words) - size + 1))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFD", word)
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("đ", "d")


def findable(code: str, text: str, value: Mapping[str, Any]) -> Findable:
    """An entry of the catalogue as a phone keeps it."""
    return Findable(code, value["name_vi"], value.get("also", []), text)
