"""The register of outgoing papers as rows: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Line, Mark
from admin_ui.shell.words import Language, say
from backend.casework.outgoing import service as outgoing


def columns(language: Language) -> list[Column]:
    """Return the columns behind the paper, after Decree 30/2020 Appendix IV."""
    words = partial(say, language)
    return [
        Column(words("outgoing.head_number"), "xl"),
        Column(words("outgoing.head_day"), "s", phone=False),
        Column(words("paper.signer"), "m", spare=True),
        Column(words("outgoing.head_recipients"), "l", spare=True),
        Column(words("outgoing.sent"), "l"),
    ]


def lines(
    rows: Sequence[outgoing.Line], language: Language, place: Place, *, sends: bool
) -> list[Line]:
    """Return papers as rows. What waits leads to its dispatch for those who may dispatch (`sends`)."""
    return [_line(one, language, place, sends) for one in rows]


def _line(row: outgoing.Line, language: Language, place: Place, sends: bool) -> Line:
    words, key = partial(say, language), f"paper-{row.id}"
    href = f"/desk/documents/{row.id}" if row.case_id else f"/desk/decisions/{row.id}"
    title = getattr(row.title, language)
    about = ""
    if row.case_id:
        about = words("paper.case", number=row.record_number)
    elif row.record_number != row.number:
        about = words("outgoing.about", number=row.record_number)
    gone = row.state in ("replaced", "cancelled")
    copies = words("outgoing.copies", count=row.copies) if row.copies else ""
    if row.sent_on:
        manner = words(f"case_story.is_manner_{row.manner}")
        times = words("outgoing.times", count=row.times) if row.times > 1 else ""
        day = short_date(row.sent_on, language)
        sent = Cell(
            f"{words('outgoing.which_sent')} {day if row.sent_on.year != row.issued_on.year else day[:5]}",
            whole=", ".join(one for one in (day, manner, times) if one),
        )
    elif gone:  # nobody sends out what is no longer in force
        sent = Cell()
    else:
        way = (
            f"/desk/cases/{row.case_id}/acts/document.dispatched"
            if row.case_id
            else f"{href}/dispatch"
        )
        sent = Cell(
            words("outgoing.which_waiting"),
            way if sends else "",
            whole=f"{words('outgoing.dispatch')}: {row.number}" if sends else "",
        )
    return Line(
        key=key,
        title=title,
        href=place.record(href, key),
        about=" · ".join(one for one in (row.party_name, about) if one),
        marks=[Mark(words(f"paper.state_{row.state}"))] if gone else (),
        cells=(
            row.number,
            short_date(row.issued_on, language),
            row.signer,
            Cell(
                "; ".join(row.recipients),
                whole=" · ".join(
                    one for one in ("; ".join(row.recipients), copies, row.note) if one
                ),
            ),
            sent,
        ),
    )
