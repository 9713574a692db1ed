"""Requests about officers as rows of their list: every cell as text."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, totalled
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import Ask


def listing(
    rows: Sequence[Ask], more: object, place: Place, show: str, about: str, language: Language
) -> Listing:
    """Return a page of asks. `more` is where the next page begins, if there is one; `about` the kind asked for."""
    words, following = partial(say, language), place.following(str(more) if more else None)
    what = words(f"exceptions.other_{about}") if about else ""
    return Listing(
        caption=words(f"asks.show_{show}"),
        heading=words("asks.officer"),
        columns=[
            Column(words("people.state"), "l"),
            Column(words("asks.asker"), "l", spare=True, phone=False),
            Column(words("asks.asked_at"), "s"),
        ],
        lines=[_line(one, place, language) for one in rows],
        empty=Empty(words(f"asks.none_{show}")),
        total="" if place.first or following else totalled(language, "asks.total", len(rows)),
        chips=place.chips(("about", words("asks.what"), what)),
        clear=place.without("about"),
        first=place.first,
        following=following,
        wordy=True,
    )


def _line(row: Ask, place: Place, language: Language) -> Line:
    words, key = partial(say, language), f"ask-{row.id}"
    what = str(getattr(row.what, language))
    return Line(
        key=key,
        title=row.officer,
        href=place.record(f"/desk/asks/{row.id}", key),
        about=what[:1].upper() + what[1:],
        cells=(
            words("asks.yours" if row.may_confirm else f"asks.state_{row.state}"),
            row.asker,
            Cell(
                day_of(row.asked_at, language),
                whole=moment(row.asked_at, language),
                at=row.asked_at.isoformat(),
            ),
        ),
    )
