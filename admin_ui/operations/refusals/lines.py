"""Refused requests as rows: every cell as text. None has a page of its own, so each opens its details."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from admin_ui.operations.refusals import reasons
from admin_ui.shell.addresses import query_of
from admin_ui.shell.formats import moment, number
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.operations.refusals import service as refusals


def officers(found: Sequence[refusals.OfficerCount], language: Language) -> Listing:
    """Return how often each officer was refused; a name opens each of theirs."""
    words = partial(say, language)
    return Listing(
        caption=words("refusals.officers", days=refusals.DAYS),
        heading=words("refusals.officer"),
        columns=[
            Column(words("refusals.unit"), "l"),
            Column(words("refusals.times"), "s", number=True, named=True),
            Column(words("refusals.last_at"), "l", phone=False),
        ],
        lines=[
            Line(
                key=f"officer-{one.officer_id}",
                title=one.full_name,
                href=f"/desk/refusals?officer={one.officer_id}",
                about=one.username,
                cells=(
                    Cell(short_name(one.unit, language), whole=getattr(one.unit, language)),
                    number(one.times, language),
                    Cell(moment(one.last_at, language), at=one.last_at.isoformat()),
                ),
            )
            for one in found
        ],
        empty=Empty(words("refusals.nobody", days=refusals.DAYS)),
    )


def each(found: Sequence[Any], language: Language, place: Place, following: str | None) -> Listing:
    """Return single requests, the newest first."""
    words = partial(say, language)
    return Listing(
        caption=words("refusals.each"),
        heading=words("refusals.asked"),
        columns=[
            Column(words("refusals.officer"), "m"),
            Column(words("refusals.why"), "xxl"),
            Column(words("refusals.at"), "l"),
            Column(words("refusals.times"), "xs", number=True, named=True),
        ],
        lines=[_line(one, place_in, language) for place_in, one in enumerate(found)],
        empty=Empty(words("refusals.none")),
        first=place.first,
        following=place.following(following),
        taken=query_of({"list": "refusals", **place.asked}),
    )


def _line(row: Any, place_in: int, language: Language) -> Line:
    words = partial(say, language)
    many = row.code == refusals.MORE
    reads = row.method in ("GET", "HEAD")
    why = words(reasons.why(row.code, row.status))
    face = words(f"refusals.face_{row.face}")
    asked = words("refusals.more", times=row.times) if many else f"{row.method} {row.route}"
    details = (
        ("refusals.address", asked),
        ("refusals.target", row.target or ""),
        ("refusals.why", why if many else f"{why} ({row.code})"),
        ("refusals.from", f"{face} {row.address or ''}".strip()),
    )
    return Line(
        key=f"refusal-{place_in}-{int(row.at.timestamp() * 1000)}",
        title=asked if many else words(reasons.place(row.route)),
        about="" if many else words("refusals.read" if reads else "refusals.wrote"),
        cells=(
            row.full_name,
            why,
            Cell(
                moment(row.at, language),
                whole=moment(row.at, language, seconds=True),
                at=row.at.isoformat(),
            ),
            number(row.times, language),
        ),
        more=[(words(name), said) for name, said in details if said],
    )
