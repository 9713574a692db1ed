"""From a title as papers write it to the code for which competence is stated. Pure."""

import re
import unicodedata
from datetime import date

from backend.law.rules.laws import Laws, TitleRule

CONTROLLERS = frozenset(
    f"kiem soat vien{rank}{field}"
    for rank in ("", " chinh", " cao cap", " trung cap")
    for field in ("", " thi truong")
)
"""The titles of market inspectors of all ranks, folded as folded() does."""
_ACTING = re.compile(r"^(q|quyen)\.? ")


def folded(text: str) -> str:
    """Fold a text as the database's fold() does.

    Lower case, no diacritics, đ as d, single spaces.
    """
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.split())


def find(title_vi: str, laws: Laws) -> TitleRule | None:
    """Return the title with which a text begins, or None. Competence is never guessed.

    "Quyền" (acting) before a head's title does not change the competence. An officer who signs for
    another (KT., TL., TUQ.) writes in which capacity, but no title: the signer's own title counts.
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
    """Tell whether a text is exactly a market inspector's title of some rank.

    For example "Kiểm soát viên chính thị trường".
    """
    return folded(title_vi) in CONTROLLERS


def heads(laws: Laws) -> list[TitleRule]:
    """Return the titles that may sanction without a delegation, lowest rank first."""
    return sorted((rule for rule in laws.titles if rule.deputy_of is None), key=lambda r: r.rank)


def has_powers(title: TitleRule, day: date) -> bool:
    """Tell whether a title carries powers on a day: titles come and go with the decrees."""
    return (title.since is None or title.since <= day) and (
        title.until is None or day < title.until
    )
