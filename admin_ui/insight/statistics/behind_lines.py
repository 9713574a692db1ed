"""The records behind a figure as rows: every cell as text."""

from datetime import date
from functools import partial

from admin_ui.shell.formats import number, short_date
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.words import Language, say
from backend.insight.figures.service import Page, Shown

_PLACES = {"case": "cases", "inspection": "inspections", "information": "informations"}


def listing(found: Page, place: str, language: Language, *, sealed: bool) -> Listing:
    """Return a page of events with their records; a column that says nothing on this page is left out.

    Most events are one each, and are entered on the day on which they happened: the count, the sum and the day of
    entry are shown where they tell something.
    """
    words = partial(say, language)
    rows = found.rows
    many = any(one.event.counted != 1 for one in rows)
    sums = any(one.event.amount for one in rows)
    columns = [Column(words("statistics.behind_day"), "xl", wraps=True)]
    if many:
        columns.append(Column(words("statistics.behind_count"), "s", number=True, named=True))
    if sums:
        columns.append(Column(words("statistics.behind_amount"), "xl", number=True))
    return Listing(
        caption=words("statistics.behind"),
        heading=words("statistics.behind_record"),
        columns=columns,
        lines=[_line(at, one, language, many, sums) for at, one in enumerate(rows)],
        empty=Empty(words("statistics.behind_none_seen" if sealed else "statistics.behind_none")),
        following=f"{place}&after={found.after}" if found.after else "",
    )


def _line(at: int, one: Shown, language: Language, many: bool, sums: bool) -> Line:
    words, event, record = partial(say, language), one.event, one.record
    happened = short_date(event.happened_on, language)
    said, whole = happened, ""
    if event.annulled_on:
        said = f"{happened}, {words('statistics.behind_annulled', day=_near(event.annulled_on, event.happened_on))}"
    elif event.entered_on != event.happened_on:
        said = words(
            "statistics.behind_late",
            day=happened,
            entered=_near(event.entered_on, event.happened_on),
        )
    if said != happened:
        entered = short_date(event.entered_on, language)
        whole = f"{said}; {words('statistics.behind_entered').lower()} {entered}"
    return Line(
        key=f"event-{at}",
        title=record.number if record else words("statistics.behind_hidden"),
        href=f"/desk/{_PLACES[record.kind]}/{record.id}" if record else "",
        about=(record.about or "") if record else "",
        cells=(
            Cell(said, whole=whole),
            *((number(event.counted, language),) if many else ()),
            *((number(event.amount, language) if event.amount else "–",) if sums else ()),
        ),
    )


def _near(day: date, other: date) -> str:
    """Return a day behind another one: without its year, if both have the same."""
    return f"{day:%d/%m}" if day.year == other.year else f"{day:%d/%m/%Y}"
