"""What stands below the list of what waits: a head's units, and what nobody checked or looked at, for auditors."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from admin_ui.shell.formats import day_of, duration, moment, number
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.insight.my_work.service import ForAuditors, Team
from schemas.casework.exceptions import ExceptionKind
from schemas.core.problems import Text

_LEAST_SAID = timedelta(minutes=1)


def teams(found: list[Team], language: Language) -> Listing:
    """Return the units of a head: what waits, what is late, how long a step takes."""
    words = partial(say, language)
    return Listing(
        caption=words("work.teams"),
        heading=words("work.team"),
        columns=[
            Column(words("work.team_waiting"), "m", number=True, named=True),
            Column(words("work.team_overdue"), "m", number=True, named=True),
            Column(words("work.team_median"), "xxl"),
        ],
        lines=[_team(one, language) for one in found],
        empty=Empty(""),
    )


def _team(row: Team, language: Language) -> Line:
    name = row.name_en if language == "en" else row.name_vi
    step, whole = say(language, "work.team_no_steps"), ""
    if row.median is not None:
        brief = row.median < _LEAST_SAID
        step = say(language, "work.team_moment") if brief else duration(row.median, language)
        steps = say(language, "work.team_steps", count=number(row.steps, language))
        whole = f"{step} {steps}"
    return Line(
        key=f"team-{row.unit_id}",
        title=short(name),
        href=f"/desk/cases?unit={row.unit_id}",
        cells=(
            number(row.waiting, language),
            _late(row.overdue, language),
            Cell(step, whole=whole),
        ),
    )


def _late(count: int, language: Language) -> Cell:
    return Cell(number(count, language), tone="late" if count else "")


def unchecked(
    found: ForAuditors, names: Mapping[ExceptionKind, Text], language: Language
) -> Listing:
    """Return the kinds of exceptions that nobody checked."""
    words = partial(say, language)
    return Listing(
        caption=words("work.watched"),
        heading=words("work.watched_kind"),
        columns=[
            Column(words("work.watched_waiting"), "m", number=True, named=True),
            Column(words("work.watched_overdue"), "l", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"kind-{one.kind}",
                title=getattr(names[ExceptionKind(one.kind)], language),
                href=f"/desk/exceptions?kind={one.kind}",
                cells=(number(one.waiting, language), _late(one.overdue, language)),
            )
            for one in found.exceptions
        ],
        empty=Empty(words("work.watched_none")),
        wordy=True,
    )


def unseen(found: ForAuditors, language: Language) -> Listing:
    """Return the files that were agreed to though nobody outside the team opened a photograph."""
    words, vi = partial(say, language), language == "vi"
    return Listing(
        caption=words("work.unseen"),
        heading=words("queue.inspection"),
        columns=[
            Column(words("work.unseen_agreed"), "s"),
            Column(words("work.unseen_agreed_by"), "l", spare=True),
            Column(words("queue.photos"), "xs", number=True, named=True),
            Column(words("queue.unit"), "m"),
        ],
        lines=[
            Line(
                key=f"unseen-{one.id}",
                title=one.subject_name,
                href=f"/desk/inspections/{one.id}",
                about=one.decision_number,
                cells=(
                    Cell(
                        day_of(one.agreed_at, language),
                        whole=moment(one.agreed_at, language),
                        at=one.agreed_at.isoformat(),
                    ),
                    one.agreed_by_name or words("work.unseen_no_ruling"),
                    number(one.photo_count, language),
                    Cell(
                        short(one.unit_name_vi if vi else one.unit_name_en),
                        whole=one.unit_name_vi if vi else one.unit_name_en,
                    ),
                ),
            )
            for one in found.files
        ],
        empty=Empty(words("work.unseen_none")),
    )
