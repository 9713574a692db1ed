"""The communes with their centres and codes, for the map on which a citizen points at a place and for addresses; and
into which communes of today each of before 2025-07-01 went.

They come from the table of a package (MIT) that is fetched for it alone: its code and what it needs
are not installed, and no line of it runs. Standard library only: see deploy/node.py.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from deploy.failures import Failure

_TABLE = Path("vietnamadminunits") / "data" / "dataset.db"
_LINKS = Path("vietnamadminunits") / "data" / "converter_2025.json"
_LICENCE = "vietnamadminunits-*.dist-info/licenses/LICENSE"
_LEAST = 3000
"""There are 3,321 communes of 34 provinces since 2025-07-01 (Decision 19/2025/QĐ-TTg)."""


def draw(package: Path, made: Path) -> None:
    """Write a file a province, `communes-<code>.json`: a list of [name, latitude, longitude, code] (WGS 84, degrees).

    And `old-communes.json`: by the code of each commune of before 2025-07-01 its name with district and province, and
    the codes of today's communes that have its area, the one with most of it first.

    Raises Failure where the package is not what it was when its hash was written down.
    """
    made.mkdir(parents=True, exist_ok=True)
    try:
        uri = f"{(package / _TABLE).absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as database:
            rows = database.execute(
                "SELECT provinceCode, ward, wardLat, wardLon, wardCode, provinceKey, wardKey FROM admin_units"
                " ORDER BY wardCode"
            ).fetchall()
            old = database.execute(
                "SELECT wardCode, ward, district, province, wardKey, districtKey, provinceKey FROM admin_units_legacy"
                " WHERE wardCode IS NOT NULL ORDER BY wardCode"
            ).fetchall()
        links = json.loads((package / _LINKS).read_text(encoding="utf-8"))
        [licence] = package.glob(_LICENCE)
    except (sqlite3.Error, ValueError, OSError) as error:
        raise _other(str(error)) from error
    if len(rows) < _LEAST:
        raise _other(f"{len(rows)} communes")
    provinces: dict[str, list[tuple[str, float, float, str]]] = {}
    for code, name, latitude, longitude, ward, *_ in rows:
        provinces.setdefault(code, []).append((name, round(latitude, 4), round(longitude, 4), ward))
    for code, communes in provinces.items():
        text = json.dumps(communes, ensure_ascii=False, separators=(",", ":"))
        (made / f"communes-{code}.json").write_text(text, encoding="utf-8")
    codes = {(province, key): ward for _, _, _, _, ward, province, key in rows}
    now = _successors(links, codes)
    gone = {
        code: [f"{ward}, {district}, {province}", now.get(f"{in_province}_{in_district}_{key}", [])]
        for code, ward, district, province, key, in_district, in_province in old
    }
    text = json.dumps(gone, ensure_ascii=False, separators=(",", ":"))
    (made / "old-communes.json").write_text(text, encoding="utf-8")
    (made / "communes.LICENSE.txt").write_bytes(licence.read_bytes())


def _successors(
    links: dict[str, dict[str, Any]], codes: dict[tuple[str, str], str]
) -> dict[str, list[str]]:
    """Return the codes of today's communes by the key of each of before: `province_district_commune`."""
    found: dict[str, list[str]] = {}
    for province, wards in links["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for key, before in wards.items():
            for one in before:
                if (province, key) in codes:
                    found.setdefault(one, []).append(codes[(province, key)])
    for province, divided in links["DICT_PROVINCE_WARD_DIVIDED"].items():
        for one, parts in divided.items():
            first = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            known = [(province, part["newWardKey"]) for part in first]
            found[one] = [codes[place] for place in known if place in codes]
    return found


def _other(why: str) -> Failure:
    return Failure(
        f"bảng xã, phường không như đã biết: {why}", f"the table of communes is another one: {why}"
    )
