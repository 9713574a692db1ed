"""Officers: the list, registering one, one officer's page."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.devices import lines as device_lines
from admin_ui.force.people import asked as asking
from admin_ui.force.people import lines, post_lines
from admin_ui.force.people.person_forms import may_say_why
from admin_ui.shell.choosing.sources import administered_units
from admin_ui.shell.forms import Form, query_of, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, totalled
from admin_ui.shell.reading.fields import Field, read
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.approvals.absences import service as absences
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.force.accounts import service as accounts
from backend.force.accounts.service import possible_acts
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.acts import OfficerRegistered

_NEW = (
    Field("full_name", "text", "people.full_name"),
    Field(
        "username", "text", "people.username", longest=63, shortest=2, hint="people.username_hint"
    ),
    Field("officer_number", "text", "people.officer_number", required=False, longest=40),
    Field("unit_id", "choice", "people.unit", source="units?rule=administered"),
    Field("language", "choice", "people.language"),
    may_say_why("people.name_reason_hint"),
)


@get("/desk/people", include_in_schema=False)
async def list_people(request: AnyRequest) -> Response[Any]:
    """List the officers in scope by user name, fifty a page. The search ignores accents."""
    actor, language = actor_of(request), language_of(request)
    query, form, errors = await _unit_read(request)
    asked = await asking.read(query, actor, language)
    after = request.query_params.get("after", "")
    rows, more = await accounts.list_officers(
        actor, after=after or None, filters=asked.filters, address=address_of(request)
    )
    place = Place("/desk/people", asked.said, after=after)
    return page(
        request,
        "force/people/people.html",
        status=422 if errors else 200,
        asked=asked,
        form=form,
        errors=errors,
        choices=_narrowed_to(language),
        list=Listing(
            caption=say(language, "people.title"),
            stacked=True,
            heading=say(language, "people.full_name"),
            columns=lines.columns(language),
            lines=lines.lines(
                rows,
                language,
                place,
                await absences.leaves([one.id for one in rows]),
                clock.today(),
            ),
            empty=Empty(
                say(language, "people.nobody"), "/desk/people/new", say(language, "people.new")
            ),
            total=totalled(
                language, "people.total", await accounts.count_officers(actor, asked.filters)
            ),
            chips=place.chips(*asked.shown(language)),
            clear="/desk/people",
            first=place.first,
            following=place.following(more),
            taken=query_of({"list": "people", **asked.said}),
        ),
    )


async def _unit_read(request: AnyRequest) -> tuple[dict[str, str], Form, dict[str, str]]:
    """Return the conditions with the unit that is chosen or that a typed name means, and what is wrong with it.

    The tree is read only if there is one.
    """
    query, language = dict(request.query_params), language_of(request)
    form = Form.filled(query)
    reader = Reader(form, partial(say, language))
    if query.get("unit") or query.get("unit.typed"):
        options = await administered_units(actor_of(request), language)
        chosen = reader.picked("unit", say(language, "people.unit"), options, required=False)
        query["unit"] = chosen or ""
    return query, form, reader.errors


def _narrowed_to(language: Language) -> dict[str, list[tuple[str, str]]]:
    """Return what the list can be narrowed to, by the field of its address."""
    words = partial(say, language)
    return {
        "role": [(one.value, words(f"domain.role_{one}")) for one in Role],
        "title": [(one, lines.title_said(one, language)) for one in possible_acts.titles()],
        "rank": [(one, post_lines.rank_said(one, language)) for one in possible_acts.ranks()],
        "state": [(one, words(f"people.state_{one}")) for one in asking.STATES],
        "card": [(one, words(f"people.with_card_{one}")) for one in asking.CARDS],
    }


async def _choices(request: AnyRequest) -> dict[str, list[tuple[str, str]]]:
    language = language_of(request)
    return {
        "unit_id": await administered_units(actor_of(request), language),
        "language": [(each, say(language, f"common.language_{each}")) for each in ("vi", "en")],
    }


@get("/desk/people/new", include_in_schema=False)
async def show_new(request: AnyRequest) -> Response[Any]:
    """Show the form that registers an officer."""
    choices = await _choices(request)
    return page(
        request,
        "force/people/new.html",
        fields=_NEW,
        choices=choices,
        form=Form.filled({"language": "vi"}),
        errors={},
        wrong="",
    )


@post("/desk/people/new", include_in_schema=False)
async def register(request: AnyRequest) -> Response[Any]:
    """Register an officer. Roles and the one-time address are given later, on the officer's page."""
    actor = actor_of(request)
    language = language_of(request)
    form = await read_form(request)
    choices = await _choices(request)
    values, errors = read(_NEW, form, choices, partial(say, language))
    wrong, status, officer_id = "", 422, new_id()
    if not errors:
        try:
            async with transaction():
                made = OfficerRegistered(**{**values, "reason": values["reason"] or ""})
                outcome = await accounts.register(actor, made, officer_id)
            if not isinstance(outcome, Refused):
                return Redirect(f"/desk/people/{officer_id}?done=registered", status_code=303)
            wrong, status = getattr(outcome.text, language), 409
        except Invalid as error:
            errors["username"] = getattr(error.text, language)
    return page(
        request,
        "force/people/new.html",
        status=status,
        fields=_NEW,
        choices=choices,
        form=form,
        errors=errors,
        wrong=wrong,
    )


@get("/desk/people/{officer_id:uuid}", include_in_schema=False)
async def show_person(request: AnyRequest, officer_id: FromPath[UUID]) -> Response[Any]:
    """Show one officer and everything that can be done with them now."""
    view = await accounts.get_officer(actor_of(request), officer_id)
    away = await absences.history_of(officer_id, actor_of(request))
    language, today = language_of(request), clock.today()
    standings = {one.id: possible_acts.card_standing(one, today) for one in view.cards}
    done = request.query_params.get("done", "")
    return page(
        request,
        "force/people/person.html",
        view=view,
        row=view.row,
        acts=possible_acts.possible(view),
        of_system=possible_acts.of_system(view.row),
        positions=post_lines.positions(view.positions, language),
        ranks=post_lines.ranks(view.ranks, language, today),
        rank=post_lines.rank_said(view.row.rank, language) if view.row.rank else "",
        cards=post_lines.cards(view.cards, standings, language),
        devices=device_lines.listing(view.devices, language, whose=False),
        leaves=post_lines.leaves(away, language, today),
        card_said=lines.card_said(view.row, language, today),
        done=done if done.replace("-", "").isalpha() else "",
    )


HANDLERS = [list_people, show_new, register, show_person]
