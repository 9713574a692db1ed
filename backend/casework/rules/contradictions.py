"""Whether a behaviour's code on a paper and the words beside it can mean the same act. Pure.

Officers write a provision in their own abbreviations ("điểm d, khoản 1 Điều 15 NĐ 98/2020") and a wording without its
ladder's last words; what is compared is the place in the decree, and whether one wording begins as the other.
"""

import re
import unicodedata
from typing import Any

_PLACE = re.compile(r"((?:điểm \S+ )?(?:khoản \S+ )?)điều (\d+\w*)")
_DECREE = re.compile(r"\b(\d+/\d{4})\b")


def folded(text: Any) -> str:
    """A text as it is compared."""
    return " ".join(unicodedata.normalize("NFC", str(text)).casefold().split()).rstrip(".")


def same_place(provision: str, published: str) -> bool:
    """Whether a provision as written names the point, clause, article and decree that the catalogue names first.

    A decree that is not named is not contradicted; an article is.
    """
    said = _plain(provision)
    place, decree = _PLACE.search(_plain(published)), _DECREE.search(published)
    if place is None:
        return said == _plain(published)
    parts = (place[1].strip(), f"điều {place[2]}")
    if not all(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", said) for part in parts if part):
        return False
    named = _DECREE.findall(said)
    return decree is None or not named or decree[1] in named


def same_wording(wording: str, published: str) -> bool:
    """Whether one wording begins as the other: minutes may leave out the words of the band, or go on after them."""
    one, other = folded(wording), folded(published)
    return bool(one) and (other.startswith(one) or one.startswith(other))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[,;()]", " ", folded(text)).split())
