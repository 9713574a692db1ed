"""The triage board of intake, and the list with its filters, which also serves the two registers."""

from datetime import datetime

import msgspec
from litestar import Response, get

from admin_ui.intake.board import asked as asking
from admin_ui.intake.board import lines
from admin_ui.intake.board.lines import Line
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
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
        rows = sorted((row for one in parts for row in one.rows), key=_soonest)
        made.append(
            Column(
                name=name,
                count=sum(one.count for one in parts),
                rows=lines.lines(rows, language, now),
                late=any(row.due_at is not None and row.due_at < now for row in rows),
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
    place = f"{_PLACE}/{_PLACES.get(nature, 'list')}"
    given = {
        name: clean(request.query_params.get(name, ""))[:200]
        for name in (*asking.FIELDS, *asking.FROM_FIGURES)
    }
    asked = {name: given[name] for name in asking.FIELDS}
    cursor = request.query_params.get("after")
    rows, following = list[InformationRow](), None
    async with transaction():
        units = await _units(actor)
        filters, errors = asking.filters(
            given, units, nature, say(language, "informations.day_wrong")
        )
        if not errors:
            rows, following = await informations.page(
                actor, filters, cursor, address=address_of(request)
            )
    return page(
        request,
        "intake/board/list.html",
        status=422 if errors else 200,
        view_name=str(nature) if nature else "list",
        nature=str(nature) if nature else "",
        heading=f"pleas.title_{nature}" if nature else "informations.title",
        empty=f"pleas.none_{nature}" if nature and not any(given.values()) else "informations.none",
        place=place,
        asked=asked,
        figured=[(name, given[name]) for name in asking.FROM_FIGURES if given[name]],
        errors=errors,
        units=_names(units, request),
        states=_states(nature, language),
        sources=[
            (one.value, say(language, f"informations.source_{one}")) for one in InformationSource
        ],
        rows=lines.lines(rows, language, clock.now()),
        taken=query_of({"list": asking.LISTS_BY[nature], **given}),
        paged=bool(cursor),
        registers=informations.may_register(actor),
        counts=informations.may_count(actor),
        first=f"{place}?{query_of(given)}",
        following=f"{place}?{query_of({**given, 'after': following})}" if following else None,
    )


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
