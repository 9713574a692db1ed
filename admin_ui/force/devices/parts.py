"""The parts of a device's page: its officers, what was found about their acts, what was done with it."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from admin_ui.shell.formats import day_of, moment, number
from admin_ui.shell.listing.table import Column, Empty, Line, Listing, Mark
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import DevicePage


class Event(NamedTuple):
    """One act about the device, as its history shows it."""

    what: str
    said: str
    by: str
    at: Any


def users(page: DevicePage, language: Language, *, linked: bool) -> Listing:
    """Return who used the device, from when to when. `linked`: the reader may open their pages."""
    words = partial(say, language)
    return Listing(
        caption=words("devices.users"),
        heading=words("people.full_name"),
        columns=[
            Column(words("devices.first_used"), "m"),
            Column(words("devices.last_used"), "l", named=True),
            Column(words("devices.log"), "m", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"user-{one.officer_id}",
                title=one.full_name,
                href=f"/desk/people/{one.officer_id}" if linked else "",
                about=one.username,
                marks=[] if not one.signed_in else [Mark(words("devices.signed_in"))],
                cells=(
                    day_of(one.first_at, language),
                    moment(one.last_at, language),
                    number(one.last_seq, language),
                ),
            )
            for one in page.users
        ],
        empty=Empty(words("devices.no_users")),
    )


def verdicts(page: DevicePage, language: Language) -> Listing:
    """Return how often each check of the newest acts gave which result."""
    words = partial(say, language)
    return Listing(
        caption=words("devices.verdicts"),
        heading=words("verdict.question"),
        columns=[
            Column(words("verdict.answer"), "xl"),
            Column(words("devices.times"), "s", number=True, named=True),
        ],
        lines=[
            Line(
                key=f"verdict-{question}-{answer}",
                title=words(f"verdict.{question}"),
                cells=(words(f"verdict.{question}_{answer}"), number(times, language)),
            )
            for question, answer, times in page.verdicts
        ],
        empty=Empty(words("devices.no_verdicts")),
    )


def history(page: DevicePage, language: Language) -> Sequence[Event]:
    """Return what was done with the device, newest first."""
    return [
        Event(
            say(language, f"devices.did_{one.act_type.partition('.')[2]}"),
            str(one.content.get("reason") or one.content.get("text") or ""),
            one.by,
            one.at,
        )
        for one in page.history
    ]
