"""Messages to phones, and their receipts, as rows."""

from collections.abc import Sequence
from functools import partial

from admin_ui.shell.formats import moment, number
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing
from admin_ui.shell.unit_names import short_name
from admin_ui.shell.words import Language, say
from backend.force.messages.service import Message, Receipt
from schemas.core.problems import Text

_PLACE = "/desk/devices/messages"


def to(message: Message, language: Language) -> str:
    """Return where a message went: a device, or a unit with those below."""
    if message.device is not None:
        return message.device
    name = short_name(Text(vi=message.unit_vi, en=message.unit_en), language)
    return say(language, "devices.to_unit", unit=name)


def listing(
    rows: Sequence[Message], language: Language, place: Place | None, following: str = ""
) -> Listing:
    """Return messages as a list."""
    words = partial(say, language)
    return Listing(
        caption=words("devices.messages"),
        heading=words("devices.message"),
        columns=[
            Column(words("devices.message_to"), "l"),
            Column(words("devices.read_of"), "m", named=True),
            Column(words("devices.sent_at"), "l", phone=False),
        ],
        lines=[
            Line(
                key=f"message-{one.id}",
                title=one.text,
                href=f"{_PLACE}/{one.id}",
                about=one.sender,
                cells=(
                    to(one, language),
                    f"{number(one.read, language)}/{number(one.told, language)}",
                    Cell(moment(one.sent_at, language), at=one.sent_at.isoformat()),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("devices.no_messages"), f"{_PLACE}/new", words("devices.send_to_unit")),
        first=place.first if place else "",
        following=following,
        stacked=True,
    )


def receipts(rows: Sequence[Receipt], language: Language) -> Listing:
    """Return who got and read a message; first who has not."""
    words = partial(say, language)

    def at(one: Receipt) -> tuple[Cell | str, ...]:
        return tuple(
            Cell(moment(when, language), at=when.isoformat()) if when else words("devices.not_yet")
            for when in (one.fetched_at, one.read_at)
        )

    return Listing(
        caption=words("devices.receipts"),
        heading=words("people.full_name"),
        columns=[
            Column(words("devices.fetched_at"), "l", named=True),
            Column(words("devices.read_at"), "l", named=True),
        ],
        lines=[
            Line(
                key=f"receipt-{one.officer_id}",
                title=one.full_name,
                about=one.username,
                cells=at(one),
            )
            for one in rows
        ],
        empty=Empty(words("devices.not_yet")),
    )
