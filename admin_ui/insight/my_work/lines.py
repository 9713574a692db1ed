"""What waits for the reader, as rows of the desk's one table: every cell as text."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from admin_ui.insight.my_work import links
from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.formats import ago, moment
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, Tone, totalled
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.insight.my_work.service import Band, Row, Work
from schemas.core.problems import Text

_TONES: dict[Band, Tone] = {Band.OVERDUE: "late", Band.SOON: "soon"}


def listing(
    found: Work,
    language: Language,
    now: datetime,
    address: Callable[..., str],
    *,
    paged: bool,
) -> Listing:
    """Return the list, the most urgent first."""
    words = partial(say, language)
    return Listing(
        caption=totalled(language, f"work.listed_{found.show}", found.count),
        heading=words("work.what"),
        columns=[
            Column(words("work.until"), "l"),
            Column(words("work.step"), "xl"),
            Column(words("work.since"), "m", phone=False),
            Column(words("work.who"), "m", spare=True, phone=False),
        ],
        lines=[_line(row, language, now) for row in found.rows],
        empty=Empty(words(f"work.none_{found.show}")),
        total=totalled(language, f"work.listed_{found.show}", found.count),
        first=address(found.show, found.kind) if paged else "",
        following=address(found.show, found.kind, after=found.next) if found.next else "",
        wordy=True,
        stacked=True,
    )


def _line(row: Row, language: Language, now: datetime) -> Line:
    what = _said(row.what, language)
    subject = (row.subject_en if language == "en" else None) or row.subject or row.number or what
    titled = f"{what}: {_said(row.title, language)}" if row.title else what
    if row.title:  # it stands below
        subject = subject.removeprefix(f"{_said(row.title, language)}: ")
    about = [one for one in (row.number, titled) if one and one != subject]
    due = Cell()
    if row.due is not None:
        due = Cell(
            clock_rest(row.due, now, language),
            tone=_TONES.get(row.band, ""),
            whole=clock_end(row.due, language),
            at=row.due.isoformat(),
        )
    waits = ago(row.since, now, language) if row.since <= now else ""
    return Line(
        key=f"work-{row.kind}-{row.id}" + (f"-{row.part}" if row.part else ""),
        title=subject,
        href=links.of(row),
        about=" · ".join(about),
        marks=_marks(row, language),
        cells=(
            due,
            _said(row.step, language),
            Cell(waits, whole=moment(row.since, language, seconds=False), at=row.since.isoformat()),
            row.who or "",
        ),
        more=_more(row, language),
    )


def _marks(row: Row, language: Language) -> list[Mark]:
    """Return what is out of the ordinary. That something is late, its limit says in red."""
    words = partial(say, language)
    found: list[Mark] = []
    if row.returned:
        found.append(Mark(words("work.mark_returned"), "warn"))
    if row.missing:
        found.append(Mark(words("queue.missing_said", count=row.missing), "warn"))
    if row.times and row.kind == "file":
        found.append(Mark(words("queue.returned_times", count=row.times)))
    if row.times and row.kind == "diary":
        found.append(Mark(words("queue.diary_lines", count=row.times)))
    if row.times and row.kind == "held":
        found.append(Mark(words("queue.held_said", count=row.times), "warn"))
    return found


def _more(row: Row, language: Language) -> list[tuple[str, str]]:
    """Return the details on demand: the whole step, the limit with its article, what was written."""
    words = partial(say, language)
    found = [(words("work.step"), _said(row.step, language))]
    state = links.state_key(row)
    if state in CATALOGUES[language]:
        found.append((words("work.state"), words(state)))
    if row.due is None:
        found.append((words("work.until"), words("work.no_limit")))
    else:
        found.append((words("work.until"), _limit(row, row.due, language)))
    found.append((words("work.since"), moment(row.since, language, seconds=False)))
    if row.who:
        found.append((words("work.who"), row.who))
    if row.note:
        found.append((words("work.note"), row.note))
    return found


def _limit(row: Row, due: datetime, language: Language) -> str:
    """Return when a limit ends, what it is and its article: `hết ngày 30/10/2026. Ra quyết định (Điều 66 …)`."""
    said = clock_end(due, language)
    if row.why is None:
        return said
    why = _said(row.why, language)
    return f"{said}. {why} ({_said(row.citation, language)})" if row.citation else f"{said}. {why}"


def _said(text: Text, language: Language) -> str:
    return str(getattr(text, language))
