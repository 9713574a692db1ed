"""Which passwords are refused, and which part of one it is. Pure (NIST SP 800-63B-4 §3.1.1.2).

A password is compared with lists, never with classes of letters: what many people use, what
Vietnamese users and this force use, and what is known of its owner. Simple decorations are taken
away before: accents, digits and signs for letters (m@tkh4u), years, runs of keys, and up to ten
other digits or signs around one or two known words. Three words that are not the owner's pass.

    check("Matkhau@2026!!", OWNER)       # raises PasswordCommon: "matkhau"
    check("con cò bay lả bay la", OWNER)
"""

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import combinations

from msgspec import Struct
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from backend.force.errors import PasswordCommon, PasswordOwn, PasswordTooWeak

MIN_LENGTH = 12
MAX_LENGTH = 128
_MIN_DISTINCT = 5
_MOST_DECORATION = 10
"""Digits and signs around known words that make nothing stronger: a day and a sign or two."""
_MOST_STRAY = 2
"""Letters around known words that make nothing stronger."""
_MOST_WORDS = 2
_JOINED = 3000
"""So many of the most frequent passwords count as parts; the whole list is compared as a whole."""
_SHOWN = 20
"""So much of a password that is nothing but runs of keys is named in the answer."""
_SHORTEST = 4
"""The shortest part from a list: shorter ones stand in every sentence."""

_VIETNAMESE = """
matkhau matkhaumoi matkhaucu matma khongbiet khongnho quenmatkhau dangnhap xinchao chaoban
anhyeuem emyeuanh toiyeuban yeuem yeuanh iuem mayeucon yeuconnhieu yeugiadinh giadinh giadinhlaso
hanhphuc tinhyeu congai contrai bome bovame chongyeu voyeu conyeu emyeu
vietnam toiyeuvietnam yeuvietnam vietnamvodich dangcongsan bachokinhyeu hochiminh hanoi saigon
haiphong danang cantho thanglong
qltt quanlythitruong quanly thitruong cucqltt chicucqltt doiqltt doiquanlythitruong kiemtra
kiemsoatvien kiemsoat thanhtra congchuc cantbo canbo hientruong vuviec bocongthuong congthuong
quantri quantrivien nguoidung taikhoan hethong admin administrator
nguyen tranvan nguyenvan nguyenthi hoang hoangvan phamvan levan
mothaiba motsau abcxyz zxcvbnm asdfgh qwerty azerty
thangmot thanghai chucmung chucmungnammoi namoi phatdat anlac baoan binhan
"""
"""What Vietnamese users and this force choose, without accents and spaces."""
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz")
_LIKE = {"@": "a", "4": "a", "3": "e", "1": "i", "!": "i", "0": "o", "5": "s", "$": "s", "7": "t"}
_ACCENTS = re.compile(r"[\u0300-\u036f]")


class Owner(Struct, frozen=True, kw_only=True):
    """What is known of the officer whose password it will be."""

    username: str
    full_name: str
    officer_number: str | None = None
    units: tuple[str, ...] = ()
    """Vietnamese names of the officer's unit and of the units above it."""


def check(password: str, owner: Owner) -> None:
    """Raise PasswordTooWeak, PasswordCommon or PasswordOwn unless the password may be used."""
    text = unicodedata.normalize("NFKC", password)
    long_enough = MIN_LENGTH <= len(text) <= MAX_LENGTH
    if not long_enough or len(set(text)) < _MIN_DISTINCT:
        raise PasswordTooWeak
    if owner.username.casefold() in text.casefold():
        raise PasswordOwn(part=owner.username)
    own = _parts_of(owner)
    if (common := _as_a_whole(text)) is not None:
        raise PasswordCommon(part=common)
    found = _made_of(text, own)
    if not found:
        return
    if mine := next((part for part in found if part in own), None):
        raise PasswordOwn(part=own[mine])
    raise PasswordCommon(part=found[0])


def _as_a_whole(text: str) -> str | None:
    """Return the frequent password that the text is, or that it decorates; None if it is none."""
    whole, _ = _lists()
    for read in _readings(text):
        core = read.strip("0123456789 .,;:!?@#$%^&*()-_=+'\"/\\|<>[]{}~`")
        for said in (read, core, "".join(letter for letter in core if letter.isalnum())):
            if (
                len(said) >= _SHORTEST
                and said in whole
                and len(read) - len(said) <= _MOST_DECORATION
            ):
                return said
    return None


def _made_of(text: str, own: Collection[str]) -> list[str]:
    """Return the known words of which the text consists, but for decoration; empty if of others."""
    _, words = _lists()
    for read in _readings(text):
        found = _cover(read, words, own)
        if found is not None:
            return found
    return []


def _cover(read: str, words: Collection[str], own: Collection[str]) -> list[str] | None:
    """Return the fewest known words that leave the least of the text over, or None if too much is left.

    The cheapest way to each place of the text: a letter that is in no known word costs most, then
    a digit or sign, then a word. Runs of keys cost nothing: who guesses has them all.
    """
    longest = max(24, *(len(part) for part in own)) if own else 24
    best: list[tuple[int, int, int, list[str]]] = [(0, 0, 0, [])]
    for end in range(1, len(read) + 1):
        stray, sign, count, parts = best[end - 1]
        alone = (stray + 1, sign, count, parts)
        if not read[end - 1].isalpha():
            alone = (stray, sign + 1, count, parts)
        ways = [alone]
        for begin in range(max(0, end - longest), end - 1):
            part = read[begin:end]
            stray, sign, count, parts = best[begin]
            if part in own or (len(part) >= _SHORTEST and part in words):
                new = part not in parts
                ways.append((stray, sign, count + new, [*parts, part] if new else parts))
            elif _is_run(part):
                ways.append((stray, sign, count, parts))
        best.append(min(ways, key=lambda way: (way[0] * 4 + way[1], way[2])))
    stray, sign, count, parts = best[-1]
    if stray > _MOST_STRAY or count > _MOST_WORDS:
        return None
    if parts:
        return parts if sign <= _MOST_DECORATION else None
    return [read[:_SHOWN]] if sign <= _MOST_STRAY else None


def _is_run(part: str) -> bool:
    """Tell whether three characters or more are one key again and again, or keys that stand in a row."""
    if len(part) < 3:
        return False
    if len(set(part)) == 1:
        return True
    return any(part in row or part in row[::-1] for row in _KEYS)


def _readings(text: str) -> list[str]:
    """Return the text without accents and spaces in lower case, and with its digits read as letters."""
    plain = "".join(_plain(text).split())
    as_letters = "".join(_LIKE.get(letter, letter) for letter in plain)
    other = plain.replace("1", "l")
    as_others = "".join(_LIKE.get(letter, letter) for letter in other)
    # Signs at the end are signs: "matkhau!!" ends in no letters.
    tail = len(plain) - len(plain.rstrip("0123456789!@#$%^&*.?"))
    kept = [
        read[: len(plain) - tail] + plain[len(plain) - tail :] for read in (as_letters, as_others)
    ]
    return list(dict.fromkeys([plain, *kept]))


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return _ACCENTS.sub("", split).replace("đ", "d")


def _parts_of(owner: Owner) -> dict[str, str]:
    """Return what is the owner's own, without accents and spaces, and each as it is written."""
    found: dict[str, str] = {}
    for name in re.split(r"[._-]+", owner.username):
        _put(found, name, name)
    for written in (owner.full_name, *owner.units):
        words = written.split()
        for begin, end in combinations(range(len(words) + 1), 2):
            _put(found, "".join(words[begin:end]), " ".join(words[begin:end]))
        _put(found, "".join(word[0] for word in words), written)
    if owner.officer_number:
        _put(found, "".join(filter(str.isalnum, owner.officer_number)), owner.officer_number)
    return found


def _put(found: dict[str, str], part: str, written: str) -> None:
    plain = _plain(part)
    if len(plain) > 1:
        found.setdefault(plain, written)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    """Return all frequent passwords, and those that count as a part of one."""
    frequent = [_plain(word) for word in FREQUENCY_LISTS["passwords"]]
    ours = _VIETNAMESE.split()
    parts = [word for word in frequent[:_JOINED] if len(word) >= _SHORTEST and not word.isdigit()]
    return frozenset([*frequent, *ours]), frozenset([*parts, *ours])
