"""Exceptions as rows: every cell as text. What is known of one, and the verdict on it, are details of its row."""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from admin_ui.shell.addresses import query_of
from admin_ui.shell.clock_words import clock_end, clock_rest
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import CATALOGUES, Language, say
from schemas.casework.exceptions import ExceptionPage, ExceptionView


def key(one: ExceptionView) -> str:
    """Return the `id` of an exception's row."""
    return f"x-{one.id}"


def of(
    found: ExceptionPage,
    overdue: Collection[object],
    answered: Collection[str],
    place: Place,
    now: datetime,
    language: Language,
    *,
    kind: str,
) -> Listing:
    """Return a page of exceptions. `answered`: ids of those whose verdict was not accepted; `kind`: its name."""
    words = partial(say, language)
    everything = place.asked.get("show") == "all"
    return Listing(
        caption=words("exceptions.title"),
        heading=words("exceptions.record"),
        columns=[
            Column(words("exceptions.number"), "l"),
            Column(words("exceptions.who"), "m"),
            Column(words("exceptions.unit"), "s", spare=True),
            Column(words("exceptions.check"), "l"),
        ],
        lines=[_line(one, overdue, answered, now, language) for one in found.rows],
        empty=Empty(words("exceptions.none_all" if everything else "exceptions.none_waiting")),
        total=words(
            "exceptions.counts", waiting=found.waiting, overdue=found.overdue, total=found.total
        ),
        chips=place.chips(
            ("show", words("exceptions.show"), words("exceptions.show_all") if everything else ""),
            ("kind", words("exceptions.kind"), kind),
        ),
        clear=place.without("show", "kind"),
        first=place.first,
        following=place.following(found.next),
        wordy=True,
        taken=query_of(
            {
                "list": "exceptions",
                "show": place.asked.get("show", "waiting"),
                "kind": place.asked.get("kind", ""),
            }
        ),
    )


def _line(
    one: ExceptionView,
    overdue: Collection[object],
    answered: Collection[str],
    now: datetime,
    language: Language,
) -> Line:
    words = partial(say, language)
    said = getattr(one.title, language)
    records = "cases" if one.record_kind == "case" else "inspections"
    href = f"/desk/asks/{one.ask_id}" if one.ask_id else f"/desk/{records}/{one.record_id}"
    return Line(
        key=key(one),
        title=one.party or one.record_number or said,
        href=href,
        about=f"{_short(one, language)}: {one.reason}" if one.reason else said,
        cells=(
            one.record_number or "",
            one.officer_name,
            Cell(short_name(one.unit, language), whole=getattr(one.unit, language)),
            _check(one, now, language, late=one.id in overdue),
        ),
        form=words("exceptions.verdict" if one.may_check else "listing.details"),
        open=str(one.id) in answered,
    )


def _short(one: ExceptionView, language: Language) -> str:
    """Return what it was in few words, where its reason follows; the whole name stands in the details."""
    known = f"exceptions.short_{one.kind}"
    return CATALOGUES[language].get(known) or str(getattr(one.title, language))


def _check(one: ExceptionView, now: datetime, language: Language, *, late: bool) -> Cell:
    words = partial(say, language)
    if one.right is not None:
        right = one.right
        return Cell(
            words("exceptions.right" if right else "exceptions.wrong"), tone="" if right else "late"
        )
    if one.check_by is None:
        return Cell(words("exceptions.waits"))
    until = f"{words('exceptions.check_by')} {clock_end(one.check_by, language)}"
    return Cell(clock_rest(one.check_by, now, language), tone="late" if late else "", whole=until)
