"""Accounts of machines, their keys and their days as rows."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import partial

from admin_ui.shell.formats import moment, number, short_date
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.force.machines.service import DayRow, KeyRow, ShownAccount, UseRow
from schemas.core.problems import Text

_SOON = timedelta(days=30)


def state(row: ShownAccount, today: date) -> str:
    """Return how an account stands: its state, or that it has ended."""
    return "ended" if row.state == "confirmed" and row.expires_on <= today else row.state


def marks(row: ShownAccount, language: Language, today: date) -> list[Mark]:
    """Return what somebody has to know or do."""
    words = partial(say, language)
    now = state(row, today)
    found = []
    if now in ("asked", "revoked", "ended", "declined"):
        found.append(Mark(words(f"machines.state_{now}"), "warn" if now == "asked" else ""))
    elif row.expires_on <= today + _SOON:
        found.append(Mark(words("machines.soon"), "warn"))
    if now in ("asked", "confirmed") and row.owner_left_at is not None:
        found.append(Mark(words("machines.owner_gone"), "bad"))
    return found


def listing(
    rows: Sequence[ShownAccount], language: Language, place: Place, following: str
) -> Listing:
    """Return accounts as a list."""
    words, today = partial(say, language), clock.today()
    return Listing(
        caption=words("machines.title"),
        heading=words("machines.name"),
        columns=[
            Column(words("people.unit"), "m", spare=True),
            Column(words("machines.expires"), "s", named=True),
            Column(words("machines.last_used"), "l", phone=False),
            Column(words("machines.uses"), "s", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"machine-{one.id}",
                title=one.name,
                href=f"/desk/machines/{one.id}",
                about=one.owner,
                marks=marks(one, language, today),
                cells=(
                    short_name(Text(vi=one.unit_vi, en=one.unit_en), language),
                    short_date(one.expires_on, language),
                    Cell(moment(one.last_used_at, language), at=one.last_used_at.isoformat())
                    if one.last_used_at
                    else words("machines.never"),
                    number(one.uses, language),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("machines.none"), "/desk/machines/new", words("machines.new")),
        first=place.first,
        following=following,
    )


def keys(rows: Sequence[KeyRow], language: Language, now: datetime) -> Listing:
    """Return the keys of an account, by their last letters."""
    words = partial(say, language)

    def valid(one: KeyRow) -> str:
        if one.valid_until is None:
            return words("machines.key_valid")
        key = "machines.key_until" if one.valid_until > now else "machines.key_over"
        return say(language, key, at=moment(one.valid_until, language))

    return Listing(
        caption=words("machines.keys"),
        heading=words("machines.key"),
        columns=[
            Column(words("machines.made_at"), "l", phone=False),
            Column(words("machines.valid"), "xl"),
            Column(words("machines.last_used"), "l", named=True),
        ],
        lines=[
            Line(
                key=f"key-{one.id}",
                title=f"…{one.ending}",
                cells=(
                    moment(one.made_at, language),
                    valid(one),
                    moment(one.last_used_at, language)
                    if one.last_used_at
                    else words("machines.never"),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("machines.no_keys")),
    )


def days(rows: Sequence[DayRow], language: Language) -> Listing:
    """Return how often an account read what on each day."""
    words = partial(say, language)
    return Listing(
        caption=words("machines.days"),
        heading=words("machines.day"),
        columns=[
            Column(words("machines.what"), "xl"),
            Column(words("machines.uses"), "s", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"day-{one.day}-{one.permission}",
                title=short_date(one.day, language),
                cells=(words(f"machines.reads_{one.permission}"), number(one.uses, language)),
            )
            for one in rows
        ],
        empty=Empty(words("machines.no_days")),
        compact=True,
    )


def uses(rows: Sequence[UseRow], language: Language, place: Place, following: str) -> Listing:
    """Return requests that were let in: when, what was read, from where."""
    words = partial(say, language)
    return Listing(
        caption=words("machines.every_use"),
        heading=words("machines.at"),
        columns=[
            Column(words("machines.what"), "xl"),
            Column(words("machines.address"), "l", named=True),
            Column(words("machines.path"), "xxl", wraps=True),
        ],
        lines=[
            Line(
                key=f"use-{one.id}",
                title=moment(one.at, language),
                at=one.at.isoformat(),
                cells=(
                    words(f"machines.reads_{one.action.removeprefix('machine.')}"),
                    one.address or "",
                    one.path,
                ),
            )
            for one in rows
        ],
        empty=Empty(words("machines.no_days")),
        first=place.first,
        following=following,
    )
