"""Plans as lines of their list: every cell as text, so that its template writes and decides nothing.

A page has fifty lines. What a template asks of a row through macros and filters cost three times as much.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import NamedTuple

from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.formats import number, period
from admin_ui.shell.once import once
from admin_ui.shell.words import Language, say
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
"""The colour of a state's mark; the others have none."""
_CARRIED_OUT = (PlanState.ISSUED, PlanState.ENDED)


class Line(NamedTuple):
    """One plan; a text is empty where there is nothing to say."""

    href: str
    title: str
    about: str
    """Its kind, year, number and agency."""
    tone: str
    state: str
    overlaps: str
    unit: str
    period: str
    items: str
    carried_out: str
    """How many items are done and not done, once it is issued."""
    rest: str
    """The time that is left of its next limit."""
    limit: str
    """What limit that is, and when it ends."""


def lines(rows: list[PlanRow], language: Language) -> list[Line]:
    """Return plans as lines, in the reader's language."""
    words, ends = once(partial(say, language)), once(partial(clock_end, language=language))
    return [_line(one, language, words, ends) for one in rows]


def _line(
    row: PlanRow,
    language: Language,
    words: Callable[[str], str],
    ends: Callable[[datetime], str],
) -> Line:
    about = (words(f"plans.kind_{row.kind}"), row.year, row.number, row.agency)
    carried_out = rest = limit = ""
    if row.state in _CARRIED_OUT:
        done, not_done = number(row.done, language), number(row.not_done, language)
        carried_out = say(language, "plans.items_done", done=done, not_done=not_done)
    if row.clock is not None:
        rest = getattr(row.clock.rest, language)
        limit = f"{getattr(row.clock.label, language)} · {ends(row.clock.due_at)}"
    return Line(
        href=f"/desk/plans/{row.id}",
        title=row.title,
        about=" · ".join(str(one) for one in about if one),
        tone=TONES.get(row.state, ""),
        state=words(f"plans.state_{row.state}"),
        overlaps=say(language, "plans.overlapping", count=row.overlaps) if row.overlaps else "",
        unit=getattr(row.unit_name, language),
        period=period(row.first_day, row.last_day, language),
        items=number(row.items, language),
        carried_out=carried_out,
        rest=rest,
        limit=limit,
    )
