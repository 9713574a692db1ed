"""From a title as papers write it to the code that competence is stated for. Pure."""

import re
import unicodedata

from backend.law.rules.laws import Laws, TitleRule

_CONTROLLER = re.compile(r"kiem soat vien( chinh| cao cap| trung cap)?( thi truong)?")
_ACTING = re.compile(r"^(q|quyen)\.? ")


def folded(text: str) -> str:
    """Lower case, without diacritics, đ as d, single spaces: as the database's fold()."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.split())


def find(title_vi: str, laws: Laws) -> TitleRule | None:
    """The title that a text begins with, or None: nobody is guessed to have competence.

    "Quyền" (acting) stands before a head's title and changes nothing about his competence. Who signs for another (KT.,
    TL., TUQ.) writes how he signs and no title: his own counts.
    """
    text = _ACTING.sub("", folded(title_vi))
    found = [
        (len(pattern), rule)
        for rule in laws.titles
        for pattern in rule.patterns
        if text == pattern or text.startswith(pattern + " ")
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def is_controllers(title_vi: str) -> bool:
    """Whether a text is a market controller's title of some rank and no more: "Kiểm soát viên chính thị trường"."""
    return _CONTROLLER.fullmatch(folded(title_vi)) is not None


def heads(laws: Laws) -> list[TitleRule]:
    """Titles that may sanction of themselves, lowest rank first."""
    return sorted((rule for rule in laws.titles if rule.deputy_of is None), key=lambda r: r.rank)
