"""Decides what can be an officer's name or number. Pure.

Whether somebody else has it is checked against the database (backend/force/accounts/judging.py).
People read names on papers. A letter of another script that looks like one of ours, a title behind
the name or a bracket would let one officer sign as another.
"""

import re
import unicodedata

from backend.law.rules.titles import folded

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzđƀ")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u030c\u031b\u0323")
"""Tone marks, and the marks of ă, â, ê, ô, ơ, ư and of letters of the highland peoples (č, ñ, ŏ,
ƀ). A name is in Vietnamese or another language of Viet Nam, and consists of letters only (Civil
Code 2015 Art 26.3)."""
_JOINERS = frozenset(" '-")
_TITLES = (
    "cục trưởng",
    "cục phó",
    "đội trưởng",
    "đội phó",
    "trưởng đoàn",
    "trưởng phòng",
    "giám đốc",
    "chánh thanh tra",
    "kiểm soát viên",
)
_BARE_TITLES = (
    "chi cuc truong",
    "tong cuc truong",
    "pho cuc truong",
    "pho doi truong",
    "kiem soat vien",
)
"""Titles without diacritics, only such as are nobody's name: Cúc Trường may be a person."""
_NUMBER = re.compile(r"[a-z0-9](?:[a-z0-9 ./_-]*[a-z0-9])?")


_ONE_SIGN = str.maketrans(
    {
        **dict.fromkeys("\u00d0\u0189", "\u0110"),
        **dict.fromkeys("\u00f0\u0256", "\u0111"),
        **dict.fromkeys("\u2018\u2019\u02bb\u02bc\u0060\u00b4\u2032", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
"""Other signs for the same letter, which look the same on a screen: the Icelandic and African
letters that look like Đ, left in many lists by conversions from old fonts; apostrophes and hyphens
as keyboards write them."""


def tidy(typed: str) -> str:
    """Return a name or number as it is stored.

    It is composed (NFC), has single spaces and none around it, and one sign for everything that
    looks the same.
    """
    return " ".join(unicodedata.normalize("NFC", typed).translate(_ONE_SIGN).split())


def name_fault(full_name: str) -> str | None:
    """Return the refusal code of a text that can be nobody's name; None if it can."""
    bare = unicodedata.normalize("NFD", full_name.casefold())
    strange = any(letter not in _LETTERS | _MARKS | _JOINERS for letter in bare)
    if strange or full_name != tidy(full_name) or not any(letter in _LETTERS for letter in bare):
        return "name_letters"
    spoken, plain = f" {full_name.casefold()} ", f" {folded(full_name)} "
    titled = any(f" {title} " in spoken for title in _TITLES)
    return "name_title" if titled or any(f" {t} " in plain for t in _BARE_TITLES) else None


def number_fault(officer_number: str) -> str | None:
    """Return the refusal code of a text that can be no officer's number (số hiệu); None if it can.

    A number consists of letters, digits and what joins them.
    """
    plain = folded(officer_number)
    fits = officer_number == tidy(officer_number) and _NUMBER.fullmatch(plain)
    return None if fits else "officer_number_letters"


def number_key(officer_number: str) -> str:
    """Return by what two numbers are the same: without what joins them, and O reads as 0, l as 1.

    As backend/force/queries/people.py compares them in the database.
    """
    bare = re.sub("[^a-z0-9]", "", folded(officer_number))
    return bare.translate(str.maketrans("oil", "011"))


def reading(full_name: str) -> str:
    """Return a name as it reads: without diacritics and case, with look-alikes as one letter.

    As backend/force/queries/people.py compares them in the database.
    """
    bare = " ".join(re.sub(r"[^a-z\s]", "", folded(full_name)).split())
    return bare.replace("rn", "m").replace("vv", "w").replace("l", "i")
