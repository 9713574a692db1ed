"""The short names of units that a table has room for.

It knows no request, so that lists which a worker writes use it too.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from uuid import UUID

from admin_ui.shell.listing.table import Width
from admin_ui.shell.words import Language, say
from backend.force.units.service import UnitView
from schemas.core.problems import Text
from schemas.fieldwork.inspections import UnitChoice

Unit = UnitChoice | UnitView

_LEFT_OUT = re.compile(
    r" (?:Quản lý thị trường|Quản lý và Phát triển thị trường trong nước|thành phố|tỉnh|số(?= \d))(?= |$)"
    r"|^Market Surveillance |(?<=^Agency)( for .*)",
    re.IGNORECASE,
)
"""What all units of the force have in their names: it tells none of them from another."""
_DEPARTMENT = re.compile(r"^(?:Chi cục |Sub-Department of )")


@lru_cache(maxsize=5000)
def short(name: str) -> str:
    """Return a unit's name as a table says it: `Đội 1`, `Chi cục Hà Nội`; unchanged if it has another form."""
    return _LEFT_OUT.sub("", name)


def _said(unit: Unit, language: Language) -> str:
    if isinstance(unit, UnitChoice):
        return unit.name_vi if language == "vi" else unit.name_en
    return unit.name.vi if language == "vi" else unit.name.en


def short_name(name: Text, language: Language) -> str:
    """Return the short name in the reader's language."""
    return short(name.vi if language == "vi" else name.en)


def short_names(units: Sequence[Unit], language: Language) -> dict[UUID, str]:
    """Return the short names of the units in a reader's sight, which come in the order of their tree.

    Whose sight has several departments sees a Đội 1 of each, so a team's name says its department too: `Đội 1, Hà Nội`.
    """
    found: dict[UUID, str] = {}
    many = units_wide(units)
    department = ""
    for one in units:
        own = short(_said(one, language))
        if one.level == 2:
            department = _DEPARTMENT.sub("", own)
            own = (
                own if many else (own.removesuffix(department).removesuffix(" of ").strip() or own)
            )
        of_many = many and one.level > 2 and department
        found[one.id] = f"{own}, {department}" if of_many else own
    return found


def units_wide(units: Sequence[Unit]) -> bool:
    """Tell whether a reader sees units of several departments, so that their short names say which."""
    return sum(one.level == 2 for one in units) > 1


def unit_column(language: Language, *, wide: bool) -> Width:
    """Return how wide a list's column of units is. `wide`: of several departments.

    Of one department Vietnamese needs room for `Chi cục`, English for `Sub-Department`.
    """
    return "m" if wide or language == "en" else "xs"


def unit_options(units: Iterable[UnitView], language: Language) -> list[tuple[str, str]]:
    """Return units with their codes as a list to choose from, and which of them ended."""
    return [
        (str(one.id), f"{_said(one, language)} ({one.code}){ended(one, language)}") for one in units
    ]


def ended(unit: UnitView, language: Language) -> str:
    """Return what stands behind the name of a unit in a list: that it ended, or nothing."""
    return "" if unit.valid_to is None else f" – {say(language, 'registers.ended')}"
