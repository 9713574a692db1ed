"""Fields by which an officer opens a case again that a restore lost: its number, its date, the reason."""

from datetime import date

import msgspec

from admin_ui.shell import typed
from admin_ui.shell.forms import Form
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
    errors = {}
    try:
        day = typed.day(values["again_day"])
    except ValueError:
        errors["again_day"] = say(language, "again.day_needed")
    if not 1 <= len(values["again_number"]) <= 80:
        errors["again_number"] = say(language, "again.number_needed")
    reason = typed.reason(values["again_reason"])
    if reason is None:
        errors["again_reason"] = say(language, "again.reason_needed")
    if errors or reason is None:
        return Typed(values=values, errors=errors, said=None)
    try:
        said = await cases.said_again(values["again_number"], day, reason)
    except DomainError as error:
        told = {"again_day": str(getattr(error.text, language))}
        return Typed(values=values, errors=told, said=None)
    return Typed(values=values, errors={}, said=said)
