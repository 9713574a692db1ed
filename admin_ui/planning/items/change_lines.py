"""What was done to a plan's items as rows: every cell as text.

Whole proposals are taken over at once, and say the same of each item: they are one row for each proposal, whose details
name the items, below what somebody changed by hand.
"""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from admin_ui.planning.items import described
from admin_ui.shell.formats import moment
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from schemas.planning.views import ItemChange
from schemas.planning.words import ChangeKind

Change = tuple[ItemChange, list[described.Line]]


def listing(
    rows: Sequence[Change], plan_id: UUID, language: Language, following: str = ""
) -> Listing:
    """Return changes in their order, the newest last, then what was taken over unchanged."""
    words = partial(say, language)
    whole = [one for one, fields in rows if _unchanged(one, fields)]
    groups: dict[tuple[str, str, str], list[ItemChange]] = {}
    for one in whole:
        unit = short_name(one.from_unit_name, language) if one.from_unit_name else ""
        groups.setdefault((unit, one.by_name, one.reason or ""), []).append(one)
    return Listing(
        caption=words("plans.changes"),
        heading=words("planitems.subject"),
        columns=[
            Column(words("planitems.change"), "m"),
            Column(words("planitems.change_by"), "l", phone=False),
            Column(words("planitems.change_at"), "l"),
        ],
        lines=[
            *(
                _line(number, one, fields, plan_id, language)
                for number, (one, fields) in enumerate(rows)
                if not _unchanged(one, fields)
            ),
            *(_taken(number, *one, language) for number, one in enumerate(groups.items())),
        ],
        empty=Empty(words("planitems.changes_none")),
        following=following,
    )


def _unchanged(one: ItemChange, fields: list[described.Line]) -> bool:
    return one.kind is ChangeKind.TAKEN_OVER and not fields and not one.amended


def _line(
    number: int, one: ItemChange, fields: list[described.Line], plan_id: UUID, language: Language
) -> Line:
    words = partial(say, language)
    told = [(label, " → ".join(part or "–" for part in said)) for label, *said in fields]
    unit = ""
    if one.from_unit_name:
        unit = words("planitems.change_from", unit=short_name(one.from_unit_name, language))
    short = "; ".join(f"{label}: {after or '–'}" for label, _, after in fields)
    about = one.reason or unit or (short if one.kind is ChangeKind.CHANGED else "")
    return Line(
        key=f"change-{number}",
        title=one.subject,
        href=f"/desk/plans/{plan_id}/items/{one.item_id}",
        about=about,
        marks=[Mark(words("planitems.change_amended"), "warn")] if one.amended else (),
        cells=(
            words(f"planitems.change_{one.kind}"),
            one.by_name,
            Cell(moment(one.at, language), at=one.at.isoformat()),
        ),
        more=told,
    )


def _taken(
    number: int, of: tuple[str, str, str], items: list[ItemChange], language: Language
) -> Line:
    words, (unit, by, reason) = partial(say, language), of
    names = "\n".join(one.subject for one in items)
    last = items[-1].at
    return Line(
        key=f"taken-{number}",
        title=words("planitems.change_taken_many", count=len(items), unit=unit),
        about=reason,
        cells=(
            words("planitems.change_taken_over"),
            by,
            Cell(moment(last, language), at=last.isoformat()),
        ),
        more=[(words("planitems.subject"), names)],
    )
