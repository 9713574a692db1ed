"""The register of delegations as rows: every cell as text."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.force.delegations.service import ListedDelegation


def columns(language: Language) -> list[Column]:
    """Return the columns behind who gives to whom."""
    words = partial(say, language)
    return [
        Column(words("delegations.number"), "l"),
        Column(words("delegations.head_day"), "s", spare=True),
        Column(words("delegations.kinds"), "xl", phone=False),
        Column(words("delegations.term"), "xl"),
        Column(words("delegations.state"), "l", spare=True),
    ]


def lines(
    rows: Sequence[ListedDelegation], language: Language, place: Place, cases: Mapping[UUID, str]
) -> list[Line]:
    """Return delegations as rows; a badge tells which does not hold. `cases`: numbers of those of one case."""
    return [_line(one, language, place, cases) for one in rows]


def _line(
    row: ListedDelegation, language: Language, place: Place, cases: Mapping[UUID, str]
) -> Line:
    words, key = partial(say, language), f"delegation-{row.id}"
    kinds = "; ".join(words(f"delegations.kind_{one}") for one in row.kinds.split(","))
    if row.case_id:
        kinds = f"{kinds}; {words('delegations.one_case', number=cases[row.case_id])}"
    until = short_date(row.valid_to, language) or words("delegations.open")
    marks: list[Mark] = []
    state = words("delegations.confirmed")
    if row.ended_on:
        state = words("delegations.ended_on", day=short_date(row.ended_on, language))
    elif not row.confirmed_at:
        state = words("delegations.waits")
        marks = [Mark(state, "warn")]
    return Line(
        key=key,
        title=f"{row.giver} → {row.receiver}",
        href=place.record(f"/desk/delegations/{row.id}", key),
        about=short(row.unit_name),
        marks=marks,
        cells=(
            row.number,
            short_date(row.decided_on, language),
            Cell(kinds, whole=kinds),
            f"{short_date(row.valid_from, language)} – {until}",
            state,
        ),
    )
