"""Informations as rows of their list: every cell as text."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.intake.board.lines import stands_out
from admin_ui.shell.clock_words import clock_end, clock_name, clock_rest
from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.once import once
from admin_ui.shell.unit_names import short_name, unit_column
from admin_ui.shell.words import Language, say
from schemas.intake.views import InformationRow

RECEIVED = "received"
USUAL = f"-{RECEIVED}"
"""The newest first. Its index is read from either end (informations_unit_*); no other order has one."""
_MOST = 160
"""Letters of a summary that a row carries; its page has the rest."""
POINT = re.compile(r"^\w\. ")
"""The letter of a source in Circular 27/2020, which lists and tables leave out."""


_SHORT = {
    "informations.to_report": "informations.to_report_short",
    "informations.to_tell": "informations.to_tell_short",
}
"""Marks that are shorter in a row than on a card."""


def columns(language: Language, place: Place, *, wide: bool, nature: bool) -> list[Column]:
    """Return the columns behind the summary. `wide`: units of several departments; `nature`: a register of pleas."""
    words = partial(say, language)
    by_day = place.ordering(RECEIVED, USUAL, falling=True)
    source = () if nature else (Column(words("informations.source"), "l", spare=True, phone=False),)
    return [
        Column(words("informations.number_short"), "l"),
        Column(words("informations.clock"), "l"),
        Column(words("informations.state"), "l"),
        *source,
        Column(words("informations.unit"), unit_column(language, wide=wide)),
        Column(words("informations.received"), "s", phone=False, order=by_day),
    ]


def rows(
    found: list[InformationRow],
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
    *,
    nature: bool,
) -> list[Line]:
    """Return informations as rows. `units`: short names of the units in sight."""
    words, rules = once(partial(say, language)), once(partial(clock_name, language=language))
    return [_row(one, language, now, place, units, nature, words, rules) for one in found]


def _row(
    row: InformationRow,
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
    nature: bool,
    words: Callable[[str], str],
    rules: Callable[[str], str],
) -> Line:
    clock = Cell()
    if row.due_at is not None and row.due_rule is not None:
        clock = Cell(
            text=clock_rest(row.due_at, now, language),
            tone=tone(row.due_at, now),
            whole=f"{rules(row.due_rule)}: {clock_end(row.due_at, language)}",
        )
    source = words(f"informations.source_{row.source}")
    cut = row.summary if len(row.summary) <= _MOST else f"{row.summary[:_MOST]}…"
    said = " ".join(cut.split())
    # Whom it is about tells rows apart: many summaries are alike. Without one, its place does.
    return Line(
        key=f"information-{row.id}",
        title=row.suspect or said,
        href=place.record(f"/desk/informations/{row.id}", f"information-{row.id}"),
        about=said if row.suspect else row.address or "",
        marks=[
            Mark(words(_SHORT.get(key, key)), kind)
            for kind, key in stands_out(row)
            if not (nature and key.startswith("taking.nature"))
        ],
        cells=(
            row.number,
            clock,
            words(f"informations.state_{row.state}"),
            *(() if nature else (Cell(POINT.sub("", source), whole=source),)),
            Cell(
                units.get(row.unit_id) or short_name(row.unit_name, language),
                whole=getattr(row.unit_name, language),
            ),
            Cell(
                day_of(row.received_at, language),
                at=row.received_at.isoformat(),
                whole=moment(row.received_at, language),
            ),
        ),
    )
