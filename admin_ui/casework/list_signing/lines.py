"""Papers that wait for the reader's signature as rows of their list: every cell as text."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from admin_ui.shell.clock_words import clock_name
from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing import limits
from admin_ui.shell.listing.table import (
    Act,
    Cell,
    Column,
    Empty,
    Line,
    Listing,
    Mark,
    Pick,
    totalled,
)
from admin_ui.shell.unit_names import short
from admin_ui.shell.words import Language, say
from backend.casework.drafting.service import list_signing

ANSWERS = ("publish", "by_device")
"""What a sanction asks in its own row."""


def listing(
    rows: Sequence[list_signing.Waiting],
    chosen: Collection[UUID],
    language: Language,
    now: datetime,
) -> Listing:
    """Return the list. Only what was opened can be chosen; `chosen` are those ticked before."""
    words = partial(say, language)
    return Listing(
        caption=words("tosign.title"),
        heading=words("byhand.paper"),
        columns=[
            Column(words("cases.head_clock"), "l"),
            Column(words("byhand.case"), "l"),
            Column(words("cases.unit"), "m", spare=True, phone=False),
            Column(words("tosign.since"), "s", phone=False),
        ],
        lines=[_line(one, one.paper.id in chosen, language, now) for one in rows],
        empty=Empty(words("tosign.none"), "/desk/cases", words("cases.title")),
        stacked=True,
        total=totalled(language, "tosign.total", len(rows))
        if len(rows) < list_signing.SHOWN
        else "",
    )


def key(row: list_signing.Waiting) -> str:
    """Return the id of its row."""
    return f"paper-{row.paper.id}"


def field(name: str, document_id: UUID) -> str:
    """Return the name of the box that answers `name` for a paper."""
    return f"{name}:{document_id}"


def asked(row: list_signing.Waiting) -> list[tuple[str, str]]:
    """Return what is answered in its row, and the name of the box."""
    if row.singly:
        return []
    return [(one, field(one, row.paper.id)) for one in ANSWERS if getattr(row.asks, one)]


def _line(row: list_signing.Waiting, chosen: bool, language: Language, now: datetime) -> Line:
    words, it = partial(say, language), row.paper
    name = getattr(row.title, language)
    unit = it.unit_en if language == "en" else it.unit_vi
    pick: Pick | None = None
    acts: tuple[Act, ...] = ()
    sign = f"/desk/documents/{it.id}/sign"
    details: list[tuple[str, str]] = []
    said = [it.violator or ""]
    if row.singly:
        details.append((words("tosign.singly"), words(f"tosign.why_{row.singly}")))
    else:
        about = f"{name} {it.case_number}"
        if it.opened:
            pick = Pick("paper", f"{it.id}:{it.fields_hash}", about, checked=chosen)
            said.append(words("tosign.read"))
        else:
            acts = (Act(words("tosign.open"), sign, about),)
            said.append(words("tosign.read_first"))
            pick = Pick("", "", f"{about}: {words('tosign.read_first')}", disabled=True)
    limit = Cell()
    if it.next_due_at is not None:
        rule = clock_name(it.next_rule, language) if it.next_rule else ""
        limit = limits.cell(it.next_due_at, rule, now, language)
    asks = words("tosign.asked") if asked(row) and it.opened else ""
    return Line(
        key=key(row),
        title=name,
        about=" · ".join(one for one in said if one),
        href=sign,
        marks=[Mark(words("tosign.singly"))] if row.singly else [],
        cells=(
            limit,
            Cell(it.case_number, f"/desk/cases/{it.case_id}"),
            Cell(short(unit), whole=unit),
            Cell(
                day_of(it.drafted_at, language),
                whole=moment(it.drafted_at, language),
                at=it.drafted_at.isoformat(),
            ),
        ),
        more=details,
        form=asks,
        open=bool(asks and chosen),
        pick=pick,
        acts=acts,
    )
