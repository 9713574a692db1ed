"""Routes as rows of their list: every cell as text."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from admin_ui.approvals.routes.wording import Said
from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, totalled
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.approvals.reading.service import SUBJECTS
from backend.approvals.routes.service import ListedRoute
from schemas.approvals.words import SubmittedKind


def listing(
    rows: Sequence[ListedRoute],
    steps: Mapping[UUID, Sequence[Said]],
    language: Language,
    today: date,
    *,
    keeps: bool,
) -> Listing:
    """Return the list of routes. `keeps`: the reader may draft one."""
    words = partial(say, language)
    return Listing(
        caption=words("routes.title"),
        heading=words("routes.name"),
        columns=[
            Column(words("routes.kind"), "l"),
            Column(words("routes.steps"), "xl", spare=True),
            Column(words("cases.unit"), "m", phone=False, wraps=True),
            Column(words("routes.state"), "xl"),
        ],
        lines=[_line(one, steps[one.id], language, today) for one in rows],
        empty=Empty(words("routes.none"), "/desk/routes/new" if keeps else "", words("routes.new")),
        total=totalled(language, "routes.total", len(rows)),
    )


def _line(row: ListedRoute, steps: Sequence[Said], language: Language, today: date) -> Line:
    unit = row.unit_en if language == "en" else row.unit_vi
    whole = "\n".join(
        f"{number}. {one.kind}: {one.who} ({one.term})" for number, one in enumerate(steps, 1)
    )
    return Line(
        key=f"route-{row.id}",
        title=row.published.name,
        href=f"/desk/routes/{row.id}",
        marks=marks(row, language),
        cells=(
            getattr(SUBJECTS[SubmittedKind(row.kind)], language),
            " → ".join(one.kind for one in steps),
            Cell(short(unit), whole=unit),
            state(row, language, today, short=True),
        ),
        more=[(say(language, "routes.steps"), whole)] if whole else (),
    )


def state(row: ListedRoute, language: Language, today: date, *, short: bool = False) -> str:
    """Return how a route stands: in force, to come, ended; and what is published for a later day.

    `short`: in a column, which has no room for the usual words.
    """
    words, now = partial(say, language), row.now
    ends = short_date(row.valid_to, language)
    if now.version == 0:
        said = [words("routes.never")]
    elif row.valid_to and row.valid_to <= today:
        said = [words("routes.ended", day=ends)]
    elif now.content.valid_from > today:
        said = [words("routes.to_come", day=short_date(now.content.valid_from, language))]
    else:
        said = [words("routes.in_force_short" if short else "routes.in_force", version=now.version)]
        if row.valid_to:
            said.append(words("routes.ended", day=ends))
    if now.later:
        begins = short_date(now.later.valid_from, language)
        said.append(words("routes.later", version=now.later_version, day=begins))
    return "; ".join(said)


def marks(row: ListedRoute, language: Language) -> list[Mark]:
    """Return what is out of the ordinary: a draft that a second person has to publish."""
    return [Mark(say(language, "routes.draft_waits"), "accent")] if row.draft else []
