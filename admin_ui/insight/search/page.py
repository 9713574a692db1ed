"""The page of results: all kinds at a glance, or one kind page by page with conditions that combine in the address.

An address without words and without a kind lists inspections, as the search did when it knew nothing else; so do its
conditions `number`, `subject` and a name of an `officer`, which old addresses have.
"""

from typing import Any

from litestar import Response, get

from admin_ui.insight.search import asked as asking
from admin_ui.insight.search import inspections_asked as old
from admin_ui.insight.search.asked import Asked
from admin_ui.insight.search.shown import kind_address, shown, state_said
from admin_ui.shell.formats import number, up_to_minutes
from admin_ui.shell.forms import clean, query_of
from admin_ui.shell.listing.places import Place
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.typed import identifier
from admin_ui.shell.units import unit_name
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.fieldwork.inspections import service as inspections
from backend.insight.search import service as search
from schemas.fieldwork.words import InspectionState
from schemas.insight.search import MOST_COUNTED, Results, Sought

_PLACE = "/desk/search"
_LONGEST = 300
"""Letters of one condition that are read: more than any has, so that a question that is too long is seen to be."""


@get("/desk/search", include_in_schema=False)
async def results(request: AnyRequest) -> Response[str]:
    """Show what was found, and the conditions. All are in the address."""
    given = _given(request)
    new = ("q", "kind", "behaviour", "value_from", "value_to", "place", "party")
    actor, language = actor_of(request), language_of(request)
    plain = not any(given[name] for name in new) and not _one_officer(given)
    if plain and Sought.INSPECTION in search.kinds(actor):
        return await _inspections(request)
    units = await search.units(actor)
    found: dict[str, Any] = {"groups": [], "results": None, "behind": None}
    try:
        asked = await asking.read(given, actor, units, language)
        given = asked.given
        plain = plain or not any(given[name] for name in asking.FIELDS)
        if not asked.errors and not plain:
            found = await _found(request, asked)
    except Invalid as error:
        asked = Asked(given, None, search.Wanted(), {"q": told(request, error)}, [])
    return page(
        request,
        "insight/search/search.html",
        status=422 if asked.errors else 200,
        asked=given,
        errors=asked.errors,
        chips=asked.chips,
        not_understood=asked.unread,
        only_words=query_of({"q": given["q"]}),
        kinds=_kinds(request, asked),
        fields=search.conditions(asked.kind),
        units=[(str(unit.id), unit_name(unit, request)) for unit in units],
        states=_states(asked.kind, language),
        nothing_asked=plain,
        **found,
    )


def _states(kind: Sought | None, language: Language) -> list[tuple[str, str]]:
    if kind is None:
        return []
    return [(str(one), state_said(kind, str(one), language)) for one in asking.STATES.get(kind, ())]


def _given(request: AnyRequest) -> dict[str, str]:
    typed = request.query_params
    return {name: clean(typed.get(name, "")[: 4 * _LONGEST])[:_LONGEST] for name in asking.FIELDS}


def _one_officer(given: dict[str, str]) -> bool:
    """Tell whether the officer is one by id, as a hit leads here, and not a part of a name, as old addresses have."""
    return identifier(given["officer"]) is not None


def _kinds(request: AnyRequest, asked: Asked) -> list[tuple[str, str, bool, str]]:
    """Return the kinds to choose from: value, name, whether it is chosen, address. A state is of one kind."""
    language = language_of(request)
    rest = {name: value for name, value in asked.given.items() if name not in ("kind", "state")}
    mine = [
        (
            str(kind),
            say(language, f"find.kind_{kind}"),
            kind is asked.kind,
            kind_address(kind, rest),
        )
        for kind in search.kinds(actor_of(request))
    ]
    if not asked.given["q"]:
        return mine
    whole = f"/desk/search?{query_of({'q': asked.given['q']})}"
    return [("", say(language, "find.kind_any"), asked.kind is None, whole), *mine]


async def _found(request: AnyRequest, asked: Asked) -> dict[str, Any]:
    actor, language = actor_of(request), language_of(request)
    address = address_of(request)
    narrowed = any(asked.given[name] for name in asking.CONDITIONS)
    if asked.kind is None and not narrowed:
        everything = await search.typed(actor, asked.given["q"], address=address)
        groups = [
            {
                "title": say(language, f"find.kind_{group.kind}"),
                "hits": [shown(hit, actor, language) for hit in group.hits],
                "all": kind_address(group.kind, asked.given),
                "more": group.more,
            }
            for group in everything.groups
        ]
        return {"groups": groups, "results": None, "behind": up_to_minutes(everything.behind)}
    kind = asked.kind or search.first_kind(actor, asked.wanted)
    cursor = request.query_params.get("after")
    found = await search.page(actor, kind, asked.wanted, cursor, address=address)
    return {
        "groups": [],
        "results": {
            "title": say(language, f"find.kind_{kind}"),
            "hits": [shown(hit, actor, language) for hit in found.hits],
            "count": _counted(request, found),
            "looser": found.looser,
            "first": f"/desk/search?{query_of(asked.given)}" if cursor else "",
            "following": f"/desk/search?{query_of({**asked.given, 'kind': str(kind), 'after': found.next})}"
            if found.next
            else "",
        },
        "behind": up_to_minutes(found.behind),
    }


def _counted(request: AnyRequest, found: Results) -> str:
    if not found.count:
        return ""
    language = language_of(request)
    if found.count > MOST_COUNTED:
        return say(language, "find.count_over", count=number(MOST_COUNTED, language))
    return say(language, "find.count", count=number(found.count, language))


async def _inspections(request: AnyRequest) -> Response[str]:
    """List inspections by the conditions that the search had before it found every kind."""
    actor, language = actor_of(request), language_of(request)
    asked = {name: clean(request.query_params.get(name, ""))[:200] for name in old.FIELDS}
    place = Place(_PLACE, asked, after=request.query_params.get("after") or "")
    shown_list = None
    async with transaction():
        units = await inspections.units_in_scope(actor)
        filters, errors = old.filters(asked, units, say(language, "search.date_wrong"))
        if not errors:
            found = await inspections.search(
                actor, filters, place.after or None, address=address_of(request)
            )
            whole = not (place.after or found.next)
            count = len(found.rows) if whole else await inspections.total(actor, filters)
            shown_list = old.listing(found, count, place, filters, units, language)
    return page(
        request,
        "insight/search/inspections.html",
        status=422 if errors else 200,
        asked=asked,
        errors=errors,
        not_understood=old.unread(asked, filters, language),
        units=[(str(unit.id), unit_name(unit, request)) for unit in units],
        states=[(state.value, old.state_said(state, language)) for state in InspectionState],
        kinds=[
            (str(kind), say(language, f"find.kind_{kind}"), kind_address(kind, {}))
            for kind in search.kinds(actor)
        ],
        list=shown_list or old.nothing(language),
    )


HANDLERS = [results]
