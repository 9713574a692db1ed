"""Parties as rows of their list: every cell as text."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.once import once
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from schemas.parties.views import PartyRow
from schemas.parties.words import PartyState

PLACE = "/desk/parties/register"


def columns(language: Language) -> list[Column]:
    """Return the columns behind the name."""
    words = partial(say, language)
    return [
        Column(words("party.number"), "m"),
        Column(words("party.address"), "xl", spare=True),
        Column(words("party.kind"), "s", spare=True, phone=False),
        Column(words("party.licence_until"), "m", named=True),
        Column(words("party.area_officer"), "l"),
        Column(words("party.unit"), "s", spare=True, phone=False),
    ]


def lines(
    rows: Sequence[PartyRow], language: Language, place: Place, units: Mapping[UUID, str]
) -> list[Line]:
    """Return parties as rows. `units`: short names of the units in sight."""
    words = once(partial(say, language))
    return [_line(one, language, place, units, words) for one in rows]


def _line(
    row: PartyRow,
    language: Language,
    place: Place,
    units: Mapping[UUID, str],
    say_it: Callable[[str], str],
) -> Line:
    key = f"party-{row.id}"
    called = [one for one in (row.sign, row.trade_name) if one and one != row.name]
    marks = []
    if row.state is PartyState.CLOSED:
        marks.append(Mark(say_it("party.state_closed"), "warn"))
    if row.branch:
        marks.append(Mark(say_it("party.branch")))
    until = short_date(row.licence_until, language) if row.licence_until else ""
    tones = {"soon": "soon", "expired": "late"}
    unit = getattr(row.unit_name, language)
    return Line(
        key=key,
        title=row.name,
        href=place.record(f"{PLACE}/{row.id}", key),
        about=" · ".join(called) or row.address,
        marks=marks,
        cells=(
            row.tax_code or row.identity or "",
            Cell(row.address, whole=row.address),
            say_it(f"party.kind_{row.kind}"),
            Cell(
                until,
                tone=tones.get(row.warning, ""),  # type: ignore[arg-type]  # one of the tones
                whole=say_it(f"party.licence_{row.warning}") if row.warning else "",
            ),
            row.area_officer_name or "",
            Cell(units.get(row.unit_id) or short_name(row.unit_name, language), whole=unit),
        ),
    )
