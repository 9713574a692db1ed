"""The triage board of intake, and the list with its filters, which also serves the two registers."""

from datetime import datetime
from functools import partial

import msgspec
from litestar import Response, get

from admin_ui.intake.board import asked as asking
from admin_ui.intake.board import lines, rows
from admin_ui.intake.board.lines import Line
from admin_ui.shell.formats import as_typed
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import AFTER, ORDER, Place
from admin_ui.shell.listing.table import Chip, Empty, Listing, totalled
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.unit_names import short_names, units_wide
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.intake.informations import service as informations
from backend.intake.informations.service import Filters
from schemas.casework.words import InformationSource
from schemas.fieldwork.inspections import UnitChoice
from schemas.intake.views import BoardColumn, InformationRow
from schemas.intake.words import InformationState, Nature

_PLACE = "/desk/informations"
_S = InformationState
COLUMNS: dict[str, frozenset[InformationState]] = {
    "received": frozenset({_S.RECEIVED}),
    "verifying": frozenset({_S.VERIFYING, _S.ACCEPTED}),
    "verified": frozenset({_S.VIOLATION, _S.NO_VIOLATION, _S.UNVERIFIABLE}),
}
"""The open columns of the board, each with its states; the last column has all that is concluded."""
_CONCLUDED_SHOWN = 8
_OPEN_ONLY = ("received", "verifying")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column as the page draws it."""

    name: str
    count: int | None
    """None: not counted, as the column of what is concluded grows for ever."""
    rows: list[Line]
    late: bool
    all: str
    """Where all of them are listed."""


@get(_PLACE, include_in_schema=False)
async def show_board(request: AnyRequest) -> Response[str]:
    """Show the board of the reader's units, or of the one that the address names. Raises NotAllowed."""
    actor = actor_of(request)
    asked = {"unit": clean(request.query_params.get("unit", ""))[:40]}
    async with transaction():
        units = await _units(actor)
        unit = asking.unit_of(units, asked["unit"])
        chosen = (unit.level, unit.id) if unit else None
        found = await informations.board(actor, unit=chosen)
        concluded, _ = await informations.page(
            actor, Filters(standing="ended", unit=chosen), limit=_CONCLUDED_SHOWN
        )
    return page(
        request,
        "intake/board/board.html",
        view_name="board",
        asked=asked,
        units=_names(units, request),
        columns=_columns(found, concluded, asked["unit"], language_of(request)),
        most=informations.MOST_COUNTED,
        above=request.query_params.get("done") == "above",
        registers=informations.may_register(actor),
        counts=informations.may_count(actor),
    )


def _columns(
    found: list[BoardColumn], concluded: list[InformationRow], unit: str, language: Language
) -> list[Column]:
    """Return the columns of the page: states that are one step for an officer stand together."""
    made, now = [], clock.now()
    for name, states in COLUMNS.items():
        parts = [one for one in found if one.state in states]
        open_ones = sorted((row for one in parts for row in one.rows), key=_soonest)
        made.append(
            Column(
                name=name,
                count=sum(one.count for one in parts),
                rows=lines.lines(open_ones, language, now),
                late=any(row.due_at is not None and row.due_at < now for row in open_ones),
                all=_listed(name if name in _OPEN_ONLY else "open", unit),
            )
        )
    last = Column(
        name="concluded",
        count=None,
        rows=lines.lines(concluded, language, now),
        late=False,
        all=_listed("ended", unit),
    )
    return [*made, last]


def _listed(state: str, unit: str) -> str:
    return f"{_PLACE}/list?{query_of({'state': state, 'unit': unit})}"


def _soonest(row: InformationRow) -> tuple[bool, bool, datetime]:
    """What cannot wait comes first, then the limit that ends first."""
    return not row.urgent, row.due_at is None, row.due_at or row.received_at


@get(f"{_PLACE}/list", include_in_schema=False)
async def show_list(request: AnyRequest) -> Response[str]:
    """Show the informations that match the address, the newest first. Raises NotAllowed."""
    return await _list(request, None)


@get(f"{_PLACE}/denunciations", include_in_schema=False)
async def show_denunciations(request: AnyRequest) -> Response[str]:
    """Show the register of denunciations. Raises NotAllowed."""
    return await _list(request, Nature.DENUNCIATION)


@get(f"{_PLACE}/complaints", include_in_schema=False)
async def show_complaints(request: AnyRequest) -> Response[str]:
    """Show the register of complaints. Raises NotAllowed."""
    return await _list(request, Nature.COMPLAINT)


_PLACES: dict[Nature | None, str] = {
    Nature.DENUNCIATION: "denunciations",
    Nature.COMPLAINT: "complaints",
}


async def _list(request: AnyRequest, nature: Nature | None) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    query = request.query_params
    given = {
        name: clean(query.get(name, ""))[:200] for name in (*asking.FIELDS, *asking.FROM_FIGURES)
    }
    order = rows.RECEIVED if query.get(ORDER) == rows.RECEIVED else ""
    place = Place(f"{_PLACE}/{_PLACES.get(nature, 'list')}", given, order, query.get(AFTER, ""))
    found, following, count = list[InformationRow](), None, 0
    async with transaction():
        units = await _units(actor)
        filters, errors = asking.filters(
            given, units, nature, say(language, "informations.day_wrong")
        )
        if not errors:
            found, following = await informations.page(
                actor,
                filters,
                place.after or None,
                address=address_of(request),
                oldest=bool(order),
            )
            whole = not (place.after or following)
            count = len(found) if whole else await informations.total(actor, filters)
    heading = say(language, f"pleas.title_{nature}" if nature else "informations.title")
    ordered = say(language, f"informations.{'oldest' if order else 'newest'}_first")
    registers = informations.may_register(actor)
    return page(
        request,
        "intake/board/list.html",
        status=422 if errors else 200,
        view_name=str(nature) if nature else "list",
        nature=str(nature) if nature else "",
        heading=heading,
        place=place.path,
        asked={name: given[name] for name in asking.FIELDS},
        carried=[
            ("order", order),
            *((name, given[name]) for name in asking.FROM_FIGURES if given[name]),
        ],
        errors=errors,
        units=_names(units, request),
        states=_states(nature, language),
        sources=_sources(language),
        registers=registers,
        counts=informations.may_count(actor),
        list=Listing(
            caption=f"{heading}, {ordered}",
            heading=say(language, "informations.card"),
            columns=rows.columns(
                language, place, wide=units_wide(units), nature=nature is not None
            ),
            lines=rows.rows(
                found,
                language,
                clock.now(),
                place,
                short_names(units, language),
                nature=nature is not None,
            ),
            empty=_empty(nature, registers, language),
            total="" if errors else totalled(language, "informations.total", count),
            chips=_chips(place, units, filters, nature, language),
            clear=place.path,
            first=place.first,
            following=place.following(following),
            wordy=True,
            stacked=True,
            taken=query_of({"list": asking.LISTS_BY[nature], **given, ORDER: order}),
        ),
    )


def _empty(nature: Nature | None, registers: bool, language: Language) -> Empty:
    said = say(language, f"pleas.none_{nature}" if nature else "informations.none_yet")
    new = f"/desk/informations/new{f'?nature={nature}' if nature else ''}"
    return Empty(said, new if registers else "", say(language, "informations.new"))


def _chips(
    place: Place,
    units: list[UnitChoice],
    filters: Filters,
    nature: Nature | None,
    language: Language,
) -> list[Chip]:
    """Return the conditions that narrow the list, in words."""
    asked, words = place.asked, partial(say, language)
    names = {str(ident): name for ident, name in short_names(units, language).items()}
    standing = words(f"informations.standing_{filters.standing}") if filters.standing else ""
    states = dict(_states(nature, language)) | {
        one.value: words(f"informations.state_{one}") for one in _S
    }
    result = words(f"informations.state_{filters.result}") if filters.result else ""
    counted = words("informations.asked_counted_yes")
    of_nature = words(f"taking.nature_{filters.nature}") if filters.nature else ""
    return place.chips(
        ("q", words("informations.asked_words"), asked["q"]),
        ("state", words("informations.state"), states.get(asked["state"], "")),
        ("standing", words("informations.state"), standing),
        ("result", words("exports.result"), result),
        ("nature", words("taking.nature"), of_nature),
        ("source", words("informations.source"), dict(_sources(language)).get(asked["source"], "")),
        ("unit", words("informations.unit"), names.get(asked["unit"], "")),
        ("alone", words("informations.asked_alone"), names.get(asked["alone"], "")),
        ("since", words("informations.since"), as_typed(asked["since"])),
        ("until", words("informations.until"), as_typed(asked["until"])),
        ("counted", words("informations.asked_counted"), counted),
    )


def _sources(language: Language) -> list[tuple[str, str]]:
    return [(one.value, say(language, f"informations.source_{one}")) for one in InformationSource]


async def _units(actor: Actor) -> list[UnitChoice]:
    return await cases.units_in_scope(actor)


def _names(units: list[UnitChoice], request: AnyRequest) -> list[tuple[str, str]]:
    return [(str(one.id), unit_name(one, request)) for one in units]


_FORMAL = (
    *(_S.RECEIVED, _S.ACCEPTED, _S.VERIFYING),
    *(_S.NOT_ACCEPTED, _S.RESOLVED, _S.WITHDRAWN, _S.DISCONTINUED),
)


def _states(nature: Nature | None, language: Language) -> list[tuple[str, str]]:
    shown = _FORMAL if nature else [one for one in _S if one not in _FORMAL[3:]]
    groups = [(one, say(language, f"informations.standing_{one}")) for one in asking.STANDING]
    return groups + [(one.value, say(language, f"informations.state_{one}")) for one in shown]


HANDLERS = [show_board, show_list, show_denunciations, show_complaints]
