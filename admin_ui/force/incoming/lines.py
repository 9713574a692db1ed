"""The register of incoming papers as rows: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import short_date
from admin_ui.shell.listing.table import Act, Column, Line
from admin_ui.shell.words import Language, say
from backend.force.registers import incoming


def columns(language: Language) -> list[Column]:
    """Return the columns behind the subject."""
    words = partial(say, language)
    return [
        Column(words("incoming.head_number"), "s", number=True, named=True),
        Column(words("incoming.received_on"), "s"),
        Column(words("incoming.head_sender"), "xl"),
        Column(words("incoming.receiver"), "l", spare=True),
    ]


def lines(rows: Sequence[incoming.IncomingRow], language: Language) -> list[Line]:
    """Return papers as rows. None has a page of its own, so each opens its details."""
    return [_line(one, language) for one in rows]


def _line(row: incoming.IncomingRow, language: Language) -> Line:
    words = partial(say, language)
    details = (
        ("incoming.subject", row.subject),
        ("incoming.sender", row.sender),
        ("incoming.symbol", row.symbol),
        ("incoming.dated", short_date(row.dated, language)),
        ("incoming.receiver", row.receiver),
        ("incoming.note", row.note),
    )
    file = Act(words("incoming.head_file"), f"/desk/filed/{row.file_id}", f"{row.number}")
    return Line(
        key=f"incoming-{row.year}-{row.number}",
        title=row.subject,
        about=row.note or "",
        cells=(str(row.number), short_date(row.received_on, language), row.sender, row.receiver),
        more=[(words(name), said) for name, said in details if said],
        acts=[file] if row.file_id else (),
    )
