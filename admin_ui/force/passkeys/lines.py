"""An officer's passkeys as rows of their list: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.table import Act, Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from backend.force.passkeys.service import PasskeyRow

_PLACE = "/desk/account/passkeys"


def listing(rows: Sequence[PasskeyRow], language: Language) -> Listing:
    """Return the passkeys, the latest first."""
    words = partial(say, language)
    return Listing(
        caption=words("passkeys.title"),
        heading=words("passkeys.name"),
        columns=[
            Column(words("passkeys.kind"), "xl", phone=False),
            Column(words("passkeys.last_used"), "m", named=True),
            Column(words("passkeys.added"), "s", spare=True),
        ],
        lines=[_line(one, language) for one in rows],
        empty=Empty(words("passkeys.none")),
    )


def _line(row: PasskeyRow, language: Language) -> Line:
    words, marks = partial(say, language), []
    used = Cell(words("passkeys.never_used"))
    if row.last_used_at:
        used = Cell(
            day_of(row.last_used_at, language),
            whole=moment(row.last_used_at, language),
            at=row.last_used_at.isoformat(),
        )
    details = [(words("passkeys.kind"), _kind(row, language))]
    details.append((words("passkeys.added"), moment(row.added_at, language)))
    if row.went_back_at:
        marks.append(Mark(words("passkeys.went_back"), "bad"))
        details.append((words("passkeys.went_back"), moment(row.went_back_at, language)))
    remove = Act(words("passkeys.remove"), f"{_PLACE}/{row.id}/remove", row.name, danger=True)
    return Line(
        key=f"passkey-{row.id}",
        title=row.name,
        marks=marks,
        cells=(
            _kind(row, language),
            used,
            Cell(day_of(row.added_at, language), at=row.added_at.isoformat()),
        ),
        more=details,
        acts=[remove],
    )


def _kind(row: PasskeyRow, language: Language) -> str:
    return say(language, "passkeys.synced" if row.synced else "passkeys.one_machine")
