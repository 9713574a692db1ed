"""Plans as rows of their list: every cell as text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import number, short_period
from admin_ui.shell.listing.limits import tone
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.once import once
from admin_ui.shell.unit_names import short_name, unit_column
from admin_ui.shell.words import Language, say
from schemas.core.problems import Text
from schemas.planning.views import PlanRow
from schemas.planning.words import PlanState

TONES = {
    PlanState.SENT_UP: "accent",
    PlanState.READY: "accent",
    PlanState.APPROVED: "accent",
    PlanState.ISSUED: "good",
    PlanState.ENDED: "good",
    PlanState.GIVEN_UP: "bad",
}
"""The colour of a state's mark on the plan's page; the others have none."""
_SHORT = {
    PlanState.MERGED: "plans.state_merged_short",
    PlanState.APPROVED: "plans.state_approved_short",
    PlanState.READY: "plans.state_ready_short",
}
"""States whose words are longer than a row's column."""
_CARRIED_OUT = (PlanState.ISSUED, PlanState.ENDED)


def mark(row: PlanRow, language: Language) -> tuple[str, str]:
    """Return the colour and the text of the mark of a plan's state."""
    return TONES.get(row.state, ""), say(language, f"plans.state_{row.state}")


def titled(title: str, unit: Text) -> str:
    """Return a plan's title without its unit, which stands beside it: what is left tells it from the others.

    A title is as it was typed, whatever language its reader has.
    """
    for link in (" của ", " of the ", " of "):
        for name in (unit.vi, unit.en):
            title = title.replace(f"{link}{name}", "")
    return title


def columns(language: Language, *, wide: bool) -> list[Column]:
    """Return the columns behind the title. `wide`: units of several departments."""
    words = partial(say, language)
    return [
        Column(words("plans.number_short"), "m"),
        Column(words("plans.clock_short"), "m"),
        Column(words("plans.state"), "l"),
        Column(words("plans.head_items"), "xs", number=True, named=True),
        Column(words("plans.head_done"), "s", number=True, spare=True),
        Column(words("plans.unit"), unit_column(language, wide=wide)),
    ]


def lines(
    rows: Sequence[PlanRow],
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
) -> list[Line]:
    """Return plans as rows. `units`: short names of the units in sight."""
    words, ends = once(partial(say, language)), once(partial(clock_end, language=language))
    return [_line(one, language, now, place, units, words, ends) for one in rows]


def _line(
    row: PlanRow,
    language: Language,
    now: datetime,
    place: Place,
    units: Mapping[UUID, str],
    words: Callable[[str], str],
    ends: Callable[[datetime], str],
) -> Line:
    about = (short_period(row.first_day, row.last_day), row.agency)
    unit = getattr(row.unit_name, language)
    key, href = f"plan-{row.id}", f"/desk/plans/{row.id}"
    limit, marks = Cell(), []
    if row.clock is not None:
        limit = Cell(
            text=getattr(row.clock.rest, language),
            tone=tone(row.clock.due_at, now),
            whole=f"{getattr(row.clock.label, language)}: {ends(row.clock.due_at)}",
        )
    if row.overlaps:
        said = say(language, "plans.overlapping", count=row.overlaps)
        marks = [Mark(said, "warn", f"{href}/overlaps")]
    done = ""
    if row.state in _CARRIED_OUT:
        done = f"{number(row.done, language)} · {number(row.not_done, language)}"
    return Line(
        key=key,
        title=titled(row.title, row.unit_name),
        href=place.record(href, key),
        about=" · ".join(str(one) for one in about if one),
        marks=marks,
        cells=(
            row.number or "",
            limit,
            Cell(
                words(_SHORT.get(row.state, f"plans.state_{row.state}")),
                whole=words(f"plans.state_{row.state}"),
            ),
            number(row.items, language),
            done,
            Cell(
                units.get(row.unit_id) or short_name(row.unit_name, language),
                whole=unit,
            ),
        ),
    )
