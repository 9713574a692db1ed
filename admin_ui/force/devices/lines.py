"""Devices as rows: every cell as text."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from admin_ui.force.devices import facts
from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Act, Cell, Chip, Column, Empty, Line, Listing, Mark
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import DeviceRow, WaitingDevice


def listing(
    rows: Sequence[DeviceRow],
    language: Language,
    *,
    whose: bool,
    place: Place | None = None,
    following: str = "",
    total: str = "",
    chips: Sequence[Chip] = (),
    taken: str = "",
) -> Listing:
    """Return devices as a list. `whose`: of several officers, so that each row names its own."""
    words = partial(say, language)
    last = Column(words("people.unit") if whose else words("people.head_enrolled"), "s", spare=True)
    return Listing(
        caption=words("people.devices_title"),
        stacked=whose,
        heading=words("people.enrolled_by" if whose else "people.device"),
        columns=[
            Column(words("people.unsent"), "xxl", wraps=True),
            Column(words("people.last_seen"), "l", named=True),
            Column(words("devices.version"), "s", phone=False),
            last,
        ],
        lines=[_line(one, language, whose, place) for one in rows],
        empty=Empty(words("people.no_devices")),
        total=total,
        chips=chips,
        clear=place.path if place else "",
        first=place.first if place else "",
        following=following,
        taken=taken,
    )


def marks(row: DeviceRow, language: Language) -> list[Mark]:
    """Return what somebody should know of this device."""
    words = partial(say, language)
    if row.revoked_at:
        return [Mark(words("people.device_revoked"), "bad")]
    found = []
    if row.waits:
        found.append(Mark(words("people.device_waits"), "warn"))
    if any(one.silent for one in row.unsent):
        found.append(Mark(words("people.unsent_silent"), "bad"))
    if row.clock_wrong:
        found.append(Mark(words("devices.clock_mark"), "warn"))
    if row.too_old:
        found.append(Mark(words("devices.too_old"), "warn"))
    if row.persisted is False:
        found.append(Mark(words("devices.kept_mark"), "warn"))
    return found


def _line(row: DeviceRow, language: Language, whose: bool, place: Place | None) -> Line:
    key, href = f"device-{row.id}", f"/desk/devices/{row.id}"
    unit = short_name(row.unit, language)
    return Line(
        key=key,
        title=row.officer if whose else row.name,
        href=place.record(href, key) if place else href,
        about=row.name if whose else "",
        marks=marks(row, language),
        cells=(
            "; ".join(facts.unsent(row, language)) or say(language, "people.unsent_unknown"),
            Cell(moment(row.last_seen_at, language), at=row.last_seen_at.isoformat()),
            (row.version or "").partition("+")[0],
            Cell(unit, whole=getattr(row.unit, language))
            if whose
            else day_of(row.enrolled_at, language),
        ),
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
