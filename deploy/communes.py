"""The centres of the communes, as files for the map on which a citizen points at a place.

They come from the table of a package (MIT) that is fetched for it alone: its code and what it needs
are not installed, and no line of it runs. Standard library only: see deploy/node.py.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from deploy.failures import Failure

_TABLE = Path("vietnamadminunits") / "data" / "dataset.db"
_LICENCE = "vietnamadminunits-*.dist-info/licenses/LICENSE"
_LEAST = 3000
"""There are 3,321 communes of 34 provinces since 2025-07-01 (Decision 19/2025/QĐ-TTg)."""


def draw(package: Path, made: Path) -> None:
    """Write a file a province, `communes-<code>.json`: a list of [name, latitude, longitude] (WGS 84, degrees).

    Raises Failure where the package is not what it was when its hash was written down.
    """
    made.mkdir(parents=True, exist_ok=True)
    try:
        uri = f"{(package / _TABLE).absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as database:
            rows = database.execute(
                "SELECT provinceCode, ward, wardLat, wardLon FROM admin_units ORDER BY wardCode"
            ).fetchall()
        [licence] = package.glob(_LICENCE)
    except (sqlite3.Error, ValueError) as error:
        raise _other(str(error)) from error
    if len(rows) < _LEAST:
        raise _other(f"{len(rows)} communes")
    provinces: dict[str, list[tuple[str, float, float]]] = {}
    for code, name, latitude, longitude in rows:
        provinces.setdefault(code, []).append((name, round(latitude, 4), round(longitude, 4)))
    for code, communes in provinces.items():
        text = json.dumps(communes, ensure_ascii=False, separators=(",", ":"))
        (made / f"communes-{code}.json").write_text(text, encoding="utf-8")
    (made / "communes.LICENSE.txt").write_bytes(licence.read_bytes())


def _other(why: str) -> Failure:
    return Failure(
        f"bảng xã, phường không như đã biết: {why}", f"the table of communes is another one: {why}"
    )
