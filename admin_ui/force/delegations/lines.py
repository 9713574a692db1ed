"""The register of delegations as rows: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.force.delegations.service import ListedDelegation


def columns(language: Language) -> list[Column]:
    """Return the columns behind who gives to whom."""
    words = partial(say, language)
    return [
        Column(words("delegations.number"), "l"),
        Column(words("delegations.head_day"), "s", spare=True),
        Column(words("delegations.kinds"), "xxl", wraps=True),
        Column(words("delegations.term"), "m", wraps=True),
        Column(words("delegations.state"), "s", wraps=True),
    ]


def lines(
    rows: Sequence[ListedDelegation], language: Language, place: Place, cases: Mapping[UUID, str]
) -> list[Line]:
    """Return delegations as rows, each with its state today. `cases`: numbers of those of one case."""
    today = clock.today()
    return [_line(one, language, place, cases, today) for one in rows]


def _line(
    row: ListedDelegation,
    language: Language,
    place: Place,
    cases: Mapping[UUID, str],
    today: date,
) -> Line:
    words, key = partial(say, language), f"delegation-{row.id}"
    kinds = "; ".join(words(f"delegations.kind_{one}") for one in row.kinds.split(","))
    if row.case_id:
        kinds = f"{kinds}; {words('delegations.one_case', number=cases[row.case_id])}"
    until = short_date(row.valid_to, language) or words("delegations.open")
    return Line(
        key=key,
        title=f"{row.giver} → {row.receiver}",
        href=place.record(f"/desk/delegations/{row.id}", key),
        about=short(row.unit_name_en if language == "en" else row.unit_name),
        cells=(
            row.number,
            short_date(row.decided_on, language),
            Cell(kinds, whole=kinds),
            f"{short_date(row.valid_from, language)} – {until}",
            _state(row, language, today),
        ),
    )


def _state(row: ListedDelegation, language: Language, today: date) -> Cell:
    words = partial(say, language)
    if row.ended_on:
        return Cell(words("delegations.ended_on", day=short_date(row.ended_on, language)))
    if not row.confirmed_at:
        return Cell(words("delegations.waits"), tone="soon")
    if row.valid_to and row.valid_to < today:
        return Cell(words("delegations.over"))
    return Cell(words("delegations.confirmed" if today < row.valid_from else "delegations.holds"))
