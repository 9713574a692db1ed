"""Fields by which an officer opens a case again that a restore lost: its number, its date, the reason."""

from datetime import date
from functools import partial

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core import local_time
from backend.core.errors import DomainError
from backend.force import restores
from schemas.core.entered_again import EnteredAgain

_NAMES = ("again_number", "again_day", "again_reason")


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """The fields as typed, their errors, and what they mean if there are none."""

    values: dict[str, str]
    errors: dict[str, str]
    said: EnteredAgain | None


NOTHING = Typed(values={}, errors={}, said=None)


async def lost() -> list[tuple[date, date]]:
    """Return the periods (first and last day) that declared restores lost, newest first.

    Empty if no restore lost anything; then there is nothing to enter again.
    """
    return [
        (local_time.day_of(one.held_until or one.declared_at), local_time.day_of(one.declared_at))
        for one in await restores.restores()
        if one.lost_something
    ]


async def read(form: Form, language: Language) -> Typed:
    """Read the fields; returns NOTHING if all are empty."""
    values = {name: form.text(name) for name in _NAMES}
    if not any(values.values()):
        return NOTHING
    reader = Reader(form, partial(say, language))
    number = reader.text("again_number", say(language, "again.number"), most=80, required=True)
    day = reader.day("again_day", say(language, "again.day"))
    reason = reader.text(
        "again_reason",
        say(language, "again.reason"),
        least=typed.LEAST_REASON,
        most=2000,
        required=True,
    )
    if reader.errors or day is None:
        return Typed(values=values, errors=reader.errors, said=None)
    try:
        said = await cases.said_again(number, day, reason)
    except DomainError as error:
        told = {"again_day": str(getattr(error.text, language))}
        return Typed(values=values, errors=told, said=None)
    return Typed(values=values, errors={}, said=said)
