"""Cases as rows of their list: every cell as text."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.shell.clock_words import clock_name
from admin_ui.shell.formats import day_of, number
from admin_ui.shell.listing import limits
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line
from admin_ui.shell.once import once
from admin_ui.shell.unit_names import short_name, unit_column
from admin_ui.shell.words import Language, say
from schemas.casework.views import CaseRow

OPENED = "opened"
USUAL = f"-{OPENED}"
"""The newest first. The same index answers the other way round (cases_page_*), and no index any other order: sorting
five million rows for a page of fifty would take seconds, so no other column orders the list."""


def columns(language: Language, place: Place, *, wide: bool) -> list[Column]:
    """Return the columns behind the party's name. `wide`: units of several departments, which take more room."""
    words = partial(say, language)
    return [
        Column(words("cases.number_short"), "l"),
        Column(words("cases.head_clock"), "l"),
        Column(words("cases.state"), "xl"),
        Column(words("cases.head_money"), "s", number=True, spare=True),
        Column(words("cases.head_lead"), "m", spare=True),
        Column(words("cases.unit"), unit_column(language, wide=wide)),
        Column(
            words("cases.opened"),
            "s",
            phone=False,
            order=place.ordering(OPENED, USUAL, falling=True),
        ),
    ]


def lines(
    rows: list[CaseRow],
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
    told: Mapping[UUID, str],
) -> list[Line]:
    """Return cases as rows. `units`: short names in sight; `told`: the words of the tip of a case without a party."""
    words, rules = once(partial(say, language)), once(partial(clock_name, language=language))
    found = []
    for row in rows:
        clock = Cell()
        if row.next_due_at is not None:
            rule = rules(row.next_rule) if row.next_rule else ""
            clock = limits.cell(row.next_due_at, rule, now, language)
        line = Line(
            key=f"case-{row.id}",
            title=row.subject_name or told.get(row.id) or words("cases.no_party"),
            href=place.record(f"/desk/cases/{row.id}", f"case-{row.id}"),
            about=(row.subject_address or "") if row.subject_name else "",
            cells=(
                row.number,
                clock,
                words(f"cases.state_{row.state}"),
                number(row.fine_total_vnd, language) if row.fine_total_vnd else "",
                row.lead_name,
                Cell(
                    units.get(row.unit_id) or short_name(row.unit_name, language),
                    whole=getattr(row.unit_name, language),
                ),
                Cell(day_of(row.opened_at, language), at=row.opened_at.isoformat()),
            ),
        )
        found.append(line)
    return found
