"""Whether a text names the licence with a number, however either was typed. Pure.

A decision says of a licence what its writer typed; the register says it in another's typing. Both are folded alike. No
match is better than a wrong one: what no licence of the register matches is shown apart, and a wrong match would say of
a licence in force that it is suspended. So a number never matches a part of a longer one, and what may be the longer
one counts as it.
"""

import re
import unicodedata

_SAME = dict.fromkeys("\u2044\u2215\uff0f", "/") | dict.fromkeys("\u2212", "-")
"""Other slashes (fraction, division, full-width); the minus sign."""
_DASHES, _UNSEEN = "Pd", "Cf"
"""Categories of Unicode: hyphens and dashes, the non-breaking one too; soft hyphens and signs without width."""
_PART = re.compile(r"\d+|[^\W\d_]+|\s+|.")
_LONG = 5
"""Digits that are no day, year, term or article. A shorter number without letters must follow "số"."""
_NUMBER_SIGN = re.compile(r"số(?P<apart>[\s:.]*)$")
_IN_A_NUMBER = re.compile(r"(?:[\w\u0300-\u036f/.·+&@\\|~=*-]|\d[,;:(\[])$")
"""Directly before a number these make it the end of a longer one."""
_JOINED = re.compile(r"(?P<word>\w+)\s*[-/]\s*$")
_PROSE_BEFORE = re.compile(r"(?<![\w/.-])(?P<word>[^\W\d_]+)\s+-\s+$")
_GOES_ON = re.compile(
    r"[\w\u0300-\u036f]|[-/.:·+&@#*\\|~=]+\w|[,;(\[]\d|\s+\d|\s*[-/]\s*\w|\s+\.\w"
)
"""Directly after a number these make it the beginning of a longer one."""
_PROSE_AFTER = re.compile(r"\s+-\s+(?P<word>[^\W\d_]+)(?![\w/.-])")


def folded(text: str) -> str:
    """Return a text in small letters, composed (NFC), with one hyphen, one slash and no signs that nobody sees."""
    seen = (
        "-" if unicodedata.category(one) == _DASHES else _SAME.get(one, one)
        for one in unicodedata.normalize("NFC", text)
        if unicodedata.category(one) != _UNSEEN
    )
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", "".join(seen)).casefold())


def names(text: str, number: str) -> bool:
    """Tell whether the text names the licence with this number."""
    wanted, whole = folded(number).strip(), folded(text)
    if not any(one.isalnum() for one in wanted):
        return False
    short = not any(one.isalpha() for one in wanted) and all(
        len(digits) < _LONG for digits in re.findall(r"\d+", wanted)
    )
    return any(
        _begins(whole[: found.start()], found[0], short=short)
        and not _goes_on(whole[found.end() :])
        for found in re.finditer(_pattern(wanted), whole)
    )


def same(one: str, other: str) -> bool:
    """Tell whether two texts certainly name the same licence: they are the same, or one has a number of the other.

    A number has letters, or more digits than a day or a year.
    """
    if folded(one).split() == folded(other).split():
        return True
    return _has_number_of(one, other) or _has_number_of(other, one)


def _has_number_of(text: str, other: str) -> bool:
    words = (each.strip(".,;:()[]") for each in folded(other).split())
    return any(_is_number(each) and names(text, each) for each in words)


def _is_number(word: str) -> bool:
    digits = re.findall(r"\d+", word)
    lettered = any(one.isalpha() for one in word) and not word.startswith("số")
    return bool(digits) and (lettered or max(map(len, digits)) >= _LONG)


def _pattern(number: str) -> str:
    """Return what finds the number, with spaces only where they neither join two numbers nor part one.

    That is: around a slash, around a hyphen before letters if a slash was before it (`12/GP - SCT`), and where the
    number itself has some.
    """
    parts = _PART.findall(re.sub(r"\s*([/-])\s*", r"\1", number))
    found, slash = "", False
    for place, one in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else ""
        if one == "/":
            slash, found = True, found + r"\s*/\s*"
        elif one == "-" and slash and after.isalpha():
            found += r"\s*-\s*"
        elif one.isspace():
            found += r"\s+" if parts[place - 1].isdigit() and after.isdigit() else r"\s*"
        else:
            found += re.escape(one)
    return found


def _begins(before: str, number: str, *, short: bool) -> bool:
    """Tell whether a number may begin after this text. "Số" may stand before its first digit without a space."""
    sign = _NUMBER_SIGN.search(before)
    if sign is not None and (sign["apart"] or number[0].isdigit()):
        return True
    if short or _IN_A_NUMBER.search(before):
        return False
    if _JOINED.search(before) is None:
        return True
    prose = _PROSE_BEFORE.search(before)
    return prose is not None and _is_prose(prose["word"])


def _goes_on(after: str) -> bool:
    """Tell whether the number may go on in this text: what follows then makes it another."""
    if _GOES_ON.match(after) is None:
        return False
    prose = _PROSE_AFTER.match(after)
    return prose is None or not _is_prose(prose["word"])


def _is_prose(word: str) -> bool:
    """Tell whether it is a word of a sentence. Abbreviations in numbers have no letters with marks but đ."""
    return any(unicodedata.combining(one) for one in unicodedata.normalize("NFD", word))
