"""Keys by which names, addresses and phones are compared: what is written differently and means the same is one key.

A key is never shown, and two parties with one key are two parties until somebody says otherwise. Pure.
"""

import re
import unicodedata
from typing import Final

_FORMS: Final = (
    "cong ty trach nhiem huu han mot thanh vien",
    "cong ty trach nhiem huu han hai thanh vien tro len",
    "cong ty trach nhiem huu han",
    "cong ty tnhh mot thanh vien",
    "cong ty tnhh mtv",
    "cong ty tnhh 1 thanh vien",
    "cong ty tnhh hai thanh vien",
    "cong ty tnhh",
    "cong ty co phan",
    "cong ty cp",
    "cong ty hop danh",
    "cty tnhh mtv",
    "cty tnhh",
    "cty cp",
    "doanh nghiep tu nhan",
    "dntn",
    "hop tac xa",
    "htx",
    "ho kinh doanh",
    "hkd",
    "co so kinh doanh",
    "cua hang",
    "cong ty",
    "cty",
)
"""Legal forms before a name, the longer first."""
_SHORT: Final = {
    "p": "phuong",
    "x": "xa",
    "q": "quan",
    "h": "huyen",
    "tt": "thi tran",
    "tx": "thi xa",
    "tp": "thanh pho",
    "t": "tinh",
    "d": "duong",
    "so": "",
    "hcm": "ho chi minh",
    "tphcm": "thanh pho ho chi minh",
    "hn": "ha noi",
    "dn": "da nang",
}
"""Words of an address that are written short, and number signs that say nothing."""
_LEAST_DIGITS = 8


def folded(text: str) -> str:
    """Return a text in small letters without diacritics, with single spaces for all that is no letter or digit."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.findall(r"[a-z0-9]+", kept))


def name_key(name: str) -> str:
    """Return a name without its legal form; if nothing else is in it, the whole."""
    whole = folded(name)
    for form in _FORMS:
        if whole.startswith(form + " "):
            return whole[len(form) + 1 :]
    return whole


def address_key(line: str) -> str:
    """Return an address with its short words written whole: "12 P. Bến Nghé, TP.HCM" as "12 phường Bến Nghé, ..."."""
    words = (_SHORT.get(word, word) for word in folded(line).split())
    return " ".join(word for word in words if word)


def phone_key(phone: str) -> str | None:
    """Return a phone number as it is dialled in Vietnam, by digits alone; None if it cannot be one."""
    digits = "".join(one for one in phone if one.isascii() and one.isdigit())
    if phone.strip().startswith("+84") or digits.startswith("0084"):
        digits = "0" + digits.removeprefix("00").removeprefix("84").removeprefix("0")
    return digits if len(digits) >= _LEAST_DIGITS else None
