"""The tree of units as rows: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import number, short_date
from admin_ui.shell.listing.table import Act, Column, Empty, Line, Listing, total_shown
from admin_ui.shell.words import Language, say
from backend.force.units.service import UnitView


def listing(rows: Sequence[UnitView], language: Language) -> Listing:
    """Return the units that are in force, which their page shows whole, each below the one above it."""
    words = partial(say, language)
    return Listing(
        caption=words("people.units_title"),
        heading=words("people.unit"),
        columns=[
            Column(words("people.unit_kind"), "l", phone=False),
            Column(words("people.officers"), "m", number=True, named=True),
            Column(words("people.valid_from"), "m", spare=True),
        ],
        lines=[_line(one, language) for one in rows],
        empty=Empty(""),
        total=total_shown(language, len(rows), "", ""),
    )


def _line(row: UnitView, language: Language) -> Line:
    words, name = partial(say, language), getattr(row.name, language)
    about, place = f"{name} ({row.code})", f"/desk/units/{row.id}"
    acts = [Act(words("people.unit_act_rename"), f"{place}/rename", about)]
    if row.level > 1:
        acts.append(Act(words("people.unit_act_close"), f"{place}/close", about, danger=True))
    return Line(
        key=f"unit-{row.id}",
        title=name,
        about=row.code,
        level=row.level,
        cells=(
            words(f"people.kind_{row.kind}"),
            "" if row.officers is None else number(row.officers, language),
            short_date(row.valid_from, language),
        ),
        acts=acts,
    )
