"""Definitions of reports as rows of their list: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.insight.report_definitions import outline
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, totalled
from admin_ui.shell.words import Language, say
from backend.insight.report_definitions.service import Kept, Version

_PLACE = "/desk/report-definitions"


def listing(
    rows: Sequence[tuple[Kept, Version | None]], language: Language, *, keeps: bool
) -> Listing:
    """Return the list: each definition with the version in force. `keeps`: the reader may draft them."""
    words = partial(say, language)
    return Listing(
        caption=words("repdef.title"),
        heading=words("repdef.name"),
        columns=[
            Column(words("statistics.period"), "xxl"),
            Column(words("repdef.levels"), "l", wraps=True),
            Column(words("repdef.version"), "s", spare=True, phone=False),
            Column(words("repdef.state"), "m"),
        ],
        lines=[_line(kept, now, language, keeps=keeps) for kept, now in rows],
        empty=Empty(words("repdef.none"), f"{_PLACE}/new" if keeps else "", words("repdef.new")),
        total=totalled(language, "repdef.total", len(rows)),
        taken="list=report_definitions",
        wordy=True,
    )


def _line(kept: Kept, now: Version | None, language: Language, *, keeps: bool) -> Line:
    words, said = partial(say, language), now.definition if now else kept.newest
    marks = []
    if kept.waiting:
        draft = f"{_PLACE}/{kept.code}/drafts/{kept.waiting.id}" if keeps else ""
        marks.append(Mark(words("repdef.waiting"), "accent", draft))
    version = Cell()
    if now:
        shipped = words("repdef.shipped") if now.shipped else ""
        version = Cell(str(now.number), whole=shipped)
    return Line(
        key=f"definition-{kept.code}",
        title=getattr(said.title, language),
        href=f"{_PLACE}/{kept.code}",
        marks=marks,
        cells=(
            outline.period(said, language),
            outline.levels(said.levels, language),
            version,
            words("repdef.in_force" if now else "repdef.not_in_force"),
        ),
    )
