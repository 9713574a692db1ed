"""Devices as rows: every cell as text. None has a page of its own, so each opens its details."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from admin_ui.shell.formats import day_of, moment, number
from admin_ui.shell.listing.table import Act, Cell, Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import DeviceRow, WaitingDevice


def listing(
    rows: Sequence[DeviceRow],
    language: Language,
    *,
    whose: bool,
    waiting: Collection[str] = (),
    first: str = "",
    following: str = "",
) -> Listing:
    """Return devices as a list. `whose`: of several officers; `waiting`: ids of those that nobody approved yet."""
    words = partial(say, language)
    return Listing(
        caption=words("people.devices_title"),
        heading=words("people.enrolled_by" if whose else "people.device"),
        columns=[
            Column(words("people.unsent"), "xl"),
            Column(words("people.last_seen"), "l", named=True),
            Column(words("people.head_enrolled"), "s", spare=True),
        ],
        lines=[_line(one, language, whose, str(one.id) in waiting) for one in rows],
        empty=Empty(words("people.no_devices")),
        first=first,
        following=following,
    )


def _line(row: DeviceRow, language: Language, whose: bool, waits: bool) -> Line:
    words = partial(say, language)
    unsent = []
    for log in row.unsent:
        at = moment(log.at, language)
        key = "people.unsent_told" if log.count else "people.unsent_nothing"
        said = words(key, count=number(log.count, language), at=at)
        unsent.append(said if log.officer == row.officer else f"{log.officer}: {said}")
    silent = any(one.silent for one in row.unsent)
    left = "; ".join(unsent) or words("people.unsent_unknown")
    marks, acts = [], []
    if row.revoked_at:
        marks.append(Mark(words("people.device_revoked"), "bad"))
    else:
        if waits:
            marks.append(Mark(words("people.device_waits"), "warn"))
        if silent:
            marks.append(Mark(words("people.unsent_silent"), "bad"))
        about = f"{row.name}, {row.officer}" if whose else row.name
        acts.append(
            Act(words("people.revoke"), f"/desk/devices/{row.id}/revoke", about, danger=True)
        )
    details = (
        ("people.device_id", str(row.id)),
        ("people.enrolled_at", moment(row.enrolled_at, language)),
        ("people.last_seen", moment(row.last_seen_at, language)),
        ("people.unsent", left),
        ("people.reason", row.revoke_reason or ""),
    )
    return Line(
        key=f"device-{row.id}",
        title=row.officer if whose else row.name,
        href=f"/desk/people/{row.officer_id}" if whose else "",
        about=row.name if whose else "",
        marks=marks,
        cells=(
            left,
            Cell(moment(row.last_seen_at, language), at=row.last_seen_at.isoformat()),
            day_of(row.enrolled_at, language),
        ),
        more=[(words(name), said) for name, said in details if said],
        acts=acts,
    )


def waiting(rows: Sequence[WaitingDevice], language: Language) -> Listing:
    """Return new devices that wait for this reader's approval."""
    words = partial(say, language)
    found = []
    for one in rows:
        href, about = f"/desk/new-devices/{one.id}", f"{one.officer}, {one.device}"
        found.append(
            Line(
                key=f"new-{one.id}",
                title=one.officer,
                href=href,
                about=one.username,
                cells=(
                    one.device,
                    Cell(
                        day_of(datetime.fromisoformat(one.asked_at), language),
                        whole=moment(one.asked_at, language),
                        at=one.asked_at,
                    ),
                ),
                acts=[Act(words("people.device_view"), href, about)],
            )
        )
    return Listing(
        caption=words("new_devices.waiting"),
        heading=words("people.full_name"),
        columns=[
            Column(words("new_devices.device"), "l"),
            Column(words("new_devices.asked_at"), "m", phone=False),
        ],
        lines=found,
        empty=Empty(""),
    )
