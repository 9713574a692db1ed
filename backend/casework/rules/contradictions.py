"""Whether a behaviour's code on a paper and the words beside it can mean the same act. Pure.

Officers abbreviate provisions in their own ways ("điểm d, khoản 1 Điều 15 NĐ 98/2020"), and leave
out the last words of a wording, which name the band. So only the place in the decree is compared,
and whether one wording begins with the other.
"""

import re
import unicodedata
from typing import Any

from backend.law.rules import decree_citations

_PLACE = re.compile(r"((?:điểm \S+ )?(?:khoản \S+ )?)điều (\d+\w*)")
_DECREE = re.compile(r"\b(\d+/\d{4})\b")


def folded(text: Any) -> str:
    """Normalise a text for comparison: NFC, lower case, single spaces, no full stop at the end."""
    return " ".join(unicodedata.normalize("NFC", str(text)).casefold().split()).rstrip(".")


def same_place(provision: str, published: str) -> bool:
    """Tell whether a written provision names the same place as the catalogue's first one.

    The place is point, clause, article and decree. The decree may be missing in the written text;
    the article may not.
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


def same_citation(one: object, other: object) -> bool:
    """Tell whether two provisions are the same; a decree's number and its full name are one citation."""
    return _in_full(one) == _in_full(other)


def _in_full(provision: object) -> str:
    return folded(decree_citations.in_full(str(provision or "")))


def same_wording(wording: str, published: str) -> bool:
    """Tell whether one wording begins with the other.

    Minutes may leave out the words of the band, or go on after them.
    """
    one, other = folded(wording), folded(published)
    return bool(one) and (other.startswith(one) or one.startswith(other))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[,;()]", " ", folded(text)).split())
