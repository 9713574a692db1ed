"""Which province and commune a row means, by code or by name. Pure.

Names are compared without case, diacritics and "tỉnh", "xã", "phường" before them; a name that two communes of a
province share, one a ward and one a commune, has to be said with that word.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from backend.core.sheets.headings import folded

_PROVINCE = re.compile(r"\A(?:thanh pho|tinh|tp) ")
_COMMUNE = re.compile(r"\A(?:thi tran|dac khu|phuong|xa|tt|p|x) ")
_DIGITS = 5
_SHORT = {"tp hcm": "ho chi minh", "tphcm": "ho chi minh", "hcm": "ho chi minh"}


class Places(NamedTuple):
    """Provinces and communes of today (Decision 19/2025/QĐ-TTg), to be found."""

    provinces: Mapping[str, str]
    """Code of each, by its code and by its folded name."""
    communes: Mapping[tuple[str, str], frozenset[str]]
    """By province and folded name, whole and bare: codes."""
    of_code: Mapping[str, str]
    """Province of each commune, by code."""

    def province(self, said: str) -> str | None:
        """Return the code of a province; None if none is meant."""
        key = folded(said)
        bare = _PROVINCE.sub("", _SHORT.get(key, key))
        return self.provinces.get(key) or self.provinces.get(bare)

    def commune(self, province: str | None, said: str) -> frozenset[str]:
        """Return the codes that are meant: one if it is clear, none if there is no such commune, several if not clear.

        Without a province a code, or a name that one commune of the country has, is clear. An installation without
        the table takes a code as it stands, and knows no name.
        """
        key = folded(said)
        if key.isdigit():
            code = key.zfill(_DIGITS)
            if not self.of_code:
                return frozenset([code] if len(code) == _DIGITS else [])
            right = self.of_code.get(code)
            return frozenset([code]) if right and province in (None, right) else frozenset()
        if province is not None:
            return self._named(province, key)
        found = [self._named(one, key) for one in set(self.of_code.values())]
        return frozenset().union(*found)

    def named(self, province: str | None, said: str) -> frozenset[str]:
        """Return the communes of exactly this kind and name, in a province or in the whole country."""
        key = folded(said)
        where = [province] if province is not None else set(self.of_code.values())
        return frozenset().union(*(self.communes.get((one, key), frozenset()) for one in where))

    def _named(self, province: str, key: str) -> frozenset[str]:
        whole = self.communes.get((province, key))
        return whole or self.communes.get((province, _COMMUNE.sub("", key)), frozenset())


def places(provinces: Mapping[str, str], communes: Iterable[tuple[str, str, str]]) -> Places:
    """Return what rows are compared with: names of provinces by code; province, code and name of each commune."""
    by_name: dict[str, str] = {code: code for code in provinces}
    for code, name in provinces.items():
        key = folded(name)
        by_name[key] = by_name[_PROVINCE.sub("", key)] = code
    named: dict[tuple[str, str], set[str]] = {}
    of_code: dict[str, str] = {}
    for province, code, name in communes:
        key = folded(name)
        of_code[code] = province
        for one in {key, _COMMUNE.sub("", key)}:
            named.setdefault((province, one), set()).add(code)
    return Places(by_name, {key: frozenset(codes) for key, codes in named.items()}, of_code)
