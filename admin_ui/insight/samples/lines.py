"""Samples as rows of their list: every cell as text."""

from functools import partial

from admin_ui.insight.samples import asked as asking
from admin_ui.insight.samples.naming import choices
from admin_ui.shell.formats import day_of, moment, number, period
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, total_shown
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.insight.samples import service as samples
from backend.insight.samples.service import SampleRow


def listing(
    rows: list[SampleRow], place: Place, following: str | None, language: Language, *, plans: bool
) -> Listing:
    """Return a page of samples. `plans`: the reader is an auditor, who plans them and may read why."""
    words, named = partial(say, language), dict(choices(language))
    after = place.following(following)
    return Listing(
        caption=words("samples.title"),
        heading=words("samples.records"),
        columns=[
            Column(words("samples.state"), "m"),
            Column(words("samples.progress"), "xl", phone=False),
            Column(words("samples.unit"), "m"),
            Column(words("samples.period"), "xl", spare=True),
            Column(words("samples.planned"), "s", spare=True, phone=False),
        ],
        lines=[_line(one, named, language, place, plans=plans) for one in rows],
        empty=Empty(
            words("samples.none" if plans else "samples.none_head"),
            f"{place.path}/new" if plans else "",
            words("samples.new"),
        ),
        total=total_shown(language, len(rows), place.first, after) if rows else "",
        first=place.first,
        following=after,
        taken="list=samples",
    )


def _line(
    row: SampleRow, named: dict[str, str], language: Language, place: Place, *, plans: bool
) -> Line:
    words, of, key = partial(say, language), row.planned.of, f"sample-{row.id}"
    fields = ", ".join(words(f"catalogue.field_{one}") for one in of.fields)
    narrowed = f"{words('samples.fields')}: {fields}" if fields else ""
    progress = ""
    if row.drawn:
        counts = {"looked": row.looked, "records": row.records, "found": row.found}
        said = {name: number(count, language) for name, count in counts.items()}
        progress = words("samples.progress_said", **said)
    unit = row.unit_vi if language == "vi" else row.unit_en
    planned = moment(row.planned_at, language)
    more = [
        ("samples.purpose", row.planned.purpose if plans else ""),
        ("samples.fields", fields),
        ("samples.progress", progress),
        ("samples.period", period(of.first, of.last, language)),
        ("samples.planned", f"{row.planned_by_name}, {planned}" if plans else planned),
    ]
    return Line(
        key=key,
        title=named[asking.of_population(of).choice],
        href=place.record(f"{place.path}/{row.id}", key),
        about=" · ".join(one for one in (narrowed, row.planned.purpose if plans else "") if one),
        cells=(
            getattr(samples.STATES[row.state], language),
            progress,
            Cell(short(unit), whole=unit),
            period(of.first, of.last, language),
            Cell(day_of(row.planned_at, language), whole=planned, at=row.planned_at.isoformat()),
        ),
        more=[(words(name), said) for name, said in more if said],
    )
