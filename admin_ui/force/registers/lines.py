"""Registers of numbers, and ranges that were set aside, as rows of their lists: every cell as text."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Pick, totalled
from admin_ui.shell.words import Language, say
from backend.documents import service as documents
from backend.force.registers import service as registers

_NAMES = {"ĐẾN": "incoming.title", "VV": "cases.title"}
"""Registers whose form is no form of a paper."""


def name(form: str, language: Language) -> str:
    """Return what a register numbers, in words: nobody knows papers by the code of their form."""
    if form in _NAMES:
        return say(language, _NAMES[form])
    found: str = getattr(documents.title(form), language)
    return found


def of_unit(seen: registers.Registers, language: Language) -> Listing:
    """Return the registers of a unit: how far each is; first those that have numbers, for they are looked for."""
    words = partial(say, language)
    rows = []
    for one in sorted(seen.rows, key=lambda one: not one.last_number):
        begun = one.opened_at_number
        rows.append(
            Line(
                key=f"register-{one.form}",
                title=name(one.form, language),
                cells=(
                    one.symbol,
                    str(one.last_number or ""),
                    one.next_text,
                    words("registers.opened_at", number=begun) if begun else "",
                ),
            )
        )
    opening = [Column(words("registers.opening"), "xl", spare=True)]
    if not any(one.opened_at_number for one in seen.rows):
        opening, rows = [], [row._replace(cells=row.cells[:-1]) for row in rows]
    return Listing(
        caption=words("registers.title"),
        heading=words("registers.register"),
        columns=[
            Column(words("registers.symbol"), "m", phone=False),
            Column(words("registers.last"), "m", number=True, named=True),
            Column(words("registers.next"), "xl", named=True),
            *opening,
        ],
        lines=rows,
        wordy=True,
        stacked=True,
        empty=Empty(words("registers.none")),
        total=totalled(language, "registers.total", len(rows)),
    )


def of_officers(
    seen: registers.Registers, symbols: Mapping[str, str], language: Language
) -> Listing:
    """Return the registers that officers have of their own and that began on paper."""
    words = partial(say, language)
    return Listing(
        caption=words("registers.officers"),
        heading=words("registers.officer_name"),
        columns=[
            Column(words("registers.symbol"), "l"),
            Column(words("registers.last"), "m", number=True, named=True),
            Column(words("registers.opening"), "xl", phone=False),
        ],
        lines=[
            Line(
                key=f"officer-{number}",
                title=one.full_name,
                about=one.officer_number or "",
                cells=(
                    Cell(symbols[one.form], whole=name(one.form, language)),
                    str(one.latest),
                    words("registers.opened_at", number=one.last_number),
                ),
            )
            for number, one in enumerate(seen.officers)
        ],
        empty=Empty(""),
    )


def ranges(seen: registers.Registers, language: Language) -> Listing:
    """Return the ranges that were set aside, and how far each is accounted for."""
    words = partial(say, language)
    act = f"/desk/registers/{seen.unit.id}/set-aside" if seen.may_set_aside else ""
    return Listing(
        caption=words("registers.ranges"),
        heading=words("registers.range"),
        columns=[
            Column(words("registers.accounted"), "xl"),
            Column(words("registers.left"), "l"),
            Column(words("registers.set_aside_at"), "s", phone=False),
            Column(words("registers.set_aside_by"), "m", spare=True, phone=False),
        ],
        lines=[_range(one, seen, language) for one in seen.ranges],
        empty=Empty(words("registers.no_ranges"), act, words("registers.act_set_aside")),
    )


def _range(one: registers.Range, seen: registers.Registers, language: Language) -> Line:
    words = partial(say, language)
    left = Cell(words("registers.all_accounted"))
    if one.open:
        left = Cell(words("registers.open_count", count=one.open), tone="soon")
    return Line(
        key=f"range-{one.id}",
        title=f"{one.symbol} {one.first}–{one.last} ({one.year})",
        href=f"/desk/registers/{seen.unit.id}/ranges/{one.id}",
        about=f"{name(one.form, language)} · {one.reason}",
        cells=(
            words("registers.counts", used=one.used, void=one.void),
            left,
            Cell(day_of(one.at, language), whole=moment(one.at, language), at=one.at.isoformat()),
            one.by,
        ),
    )


def of_range(
    rows: Sequence[registers.Line], ticked: Collection[str], language: Language, *, voids: bool
) -> Listing:
    """Return a range number by number. `voids`: the reader may void those that nobody used; `ticked` are chosen."""
    words = partial(say, language)
    states = {"used": Cell(words("registers.used")), "void": Cell(words("registers.void"))}
    found = []
    for one in rows:
        pick = None
        if voids and one.state == "reserved":
            number = str(one.number)
            pick = Pick("number", number, one.text, checked=number in ticked)
        paper = Cell(one.reason or "")
        if one.document_id:
            paper = Cell(words("registers.paper"), f"/desk/documents/{one.document_id}")
        found.append(
            Line(
                key=f"number-{one.number}",
                title=one.text,
                cells=(
                    states.get(one.state, Cell(words("registers.not_accounted"), tone="soon")),
                    paper,
                ),
                pick=pick,
            )
        )
    return Listing(
        caption=words("registers.range"),
        heading=words("paper.number_label"),
        columns=[Column(words("registers.state"), "l"), Column(words("registers.on_paper"), "xl")],
        lines=found,
        empty=Empty(""),
        total=totalled(language, "paper.numbers_total", len(found)),
    )
