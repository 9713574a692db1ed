"""The tree of units as rows: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import number, short_date
from admin_ui.shell.listing.table import Column, Empty, Line, Listing, totalled
from admin_ui.shell.words import Language, say
from backend.force.units.service import UnitView


def listing(rows: Sequence[UnitView], language: Language) -> Listing:
    """Return the units that are in force, which their page shows whole, each below the one above it."""
    words, top = partial(say, language), min((one.level for one in rows), default=1)
    return Listing(
        caption=words("people.units_title"),
        heading=words("people.unit"),
        columns=[
            Column(words("people.unit_code"), "m", named=True),
            Column(words("people.officers_short"), "s", number=True, named=True),
            Column(words("people.valid_from"), "m", spare=True),
        ],
        lines=[_line(one, top, language) for one in rows],
        empty=Empty(words("people.units_nobody")),
        total=totalled(language, "people.units_total", len(rows)),
    )


def _line(row: UnitView, top: int, language: Language) -> Line:
    return Line(
        key=f"unit-{row.id}",
        title=getattr(row.name, language),
        href=f"/desk/units/{row.id}",
        level=row.level - top + 1,
        cells=(
            row.code,
            "" if row.officers is None else number(row.officers, language),
            short_date(row.valid_from, language),
        ),
    )
