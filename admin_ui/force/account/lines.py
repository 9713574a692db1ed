"""Sessions as rows of their list: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import moment
from admin_ui.shell.listing.table import Act, Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import Place


def name_of(row: Place, language: Language) -> str:
    """Return what its owner recognises a session by."""
    return row.name or say(language, f"account.unknown_{row.kind}")


def places(rows: Sequence[Place], language: Language) -> Listing:
    """Return sessions as a list: this one first."""
    words = partial(say, language)
    return Listing(
        caption=words("account.sessions"),
        heading=words("account.where"),
        columns=[
            Column(words("account.kind"), "l"),
            Column(words("account.last_seen"), "xl", named=True),
            Column(words("account.since"), "l", spare=True),
        ],
        lines=[_line(one, language) for one in rows],
        empty=Empty(words("account.no_sessions")),
    )


def _line(row: Place, language: Language) -> Line:
    words = partial(say, language)
    named, kind = name_of(row, language), words(f"account.kind_{row.kind}")
    details = [
        (words("account.kind"), kind),
        (words("account.address"), row.address or ""),
        (words("account.since"), moment(row.since, language)),
        (words("account.last_seen"), moment(row.last_seen, language)),
    ]
    marks = [Mark(words("account.this"), "accent")] if row.this else []
    href = f"/desk/account/sessions/{row.id}/end"
    return Line(
        key=f"session-{row.id}",
        title=named,
        about=row.address or "",
        marks=marks,
        cells=(
            kind,
            Cell(moment(row.last_seen, language), at=row.last_seen.isoformat()),
            Cell(moment(row.since, language), at=row.since.isoformat()),
        ),
        more=[(name, text) for name, text in details if text],
        acts=[] if row.this else [Act(words("account.end"), href, named)],
    )
