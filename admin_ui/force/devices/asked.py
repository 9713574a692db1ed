"""What the address of the list of devices asks for."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from admin_ui.shell import typed
from admin_ui.shell.formats import number
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.force.accounts import service as accounts
from backend.force.accounts.service import DeviceFilters
from backend.force.units import service as units

FIELDS = ("search", "officer", "unit", "state", "version", "unseen", "unsent", "clock")
STATES = ("active", "waits", "revoked")
DAYS = ("1", "3", "7", "14", "30", "90")
HOURS = ("4", "24", "72", "168")
OLD = "old"
"""Instead of a version: below the least one that this server names."""
_MOST = 100
_LONGEST_VERSION = 20


class Asked(NamedTuple):
    """The conditions, and what each is called: (field of the address, name, value in words)."""

    filters: DeviceFilters
    said: dict[str, str]
    """What the address has, as far as it means something."""
    chips: list[tuple[str, str, str]]


async def read(actor: Actor, query: Mapping[str, str], language: Language) -> Asked:
    """Return what the address asks for. What it does not know narrows nothing."""
    said = {name: query.get(name, "")[:_MOST].strip() for name in FIELDS}
    unit, unit_name = await _unit(actor, said["unit"], language)
    officer = typed.identifier(said["officer"])
    officer_name = (await accounts.names_of([officer])).get(officer, "") if officer else ""
    state = said["state"] if said["state"] in STATES else ""
    version = said["version"] if len(said["version"]) <= _LONGEST_VERSION else ""
    least = accounts.least_phone_app()
    old = version == OLD and least is not None
    days = int(said["unseen"]) if said["unseen"] in DAYS else 0
    hours = int(said["unsent"]) if said["unsent"] in HOURS else 0
    wrong = said["clock"] == "wrong"
    filters = DeviceFilters(
        search=said["search"],
        officer_id=officer if officer_name else None,
        unit=unit,
        state=state,
        version="" if version == OLD else version,
        below=least if old else None,
        unseen_since=accounts.unseen_for(days) if days else None,
        unsent_before=clock.now() - timedelta(hours=hours) if hours else None,
        clock_wrong=wrong,
    )
    version_said = say(language, "devices.too_old") if old else filters.version
    chips = [
        ("search", say(language, "devices.search"), said["search"]),
        ("officer", say(language, "devices.officer"), officer_name),
        ("unit", say(language, "people.unit"), unit_name),
        ("state", say(language, "people.state"), state and say(language, f"devices.state_{state}")),
        ("version", say(language, "devices.version"), version_said),
        ("unseen", say(language, "devices.unseen"), _days(days, language)),
        ("unsent", say(language, "devices.unsent_since"), _hours(hours, language)),
        ("clock", say(language, "devices.clock"), say(language, "devices.off") if wrong else ""),
    ]
    return Asked(filters, said, chips)


async def _unit(
    actor: Actor, asked: str, language: Language
) -> tuple[tuple[int, UUID] | None, str]:
    ident = typed.identifier(asked)
    found = [one for one in await units.covered(actor) if one.id == ident] if ident else []
    if not found:
        return None, ""
    return (found[0].level, found[0].id), getattr(found[0].name, language)


def _days(days: int, language: Language) -> str:
    return say(language, "devices.days", count=number(days, language)) if days else ""


def _hours(hours: int, language: Language) -> str:
    return say(language, "devices.hours", count=number(hours, language)) if hours else ""


def choices(language: Language) -> dict[str, list[tuple[str, str]]]:
    """Return what the lists of the filter offer, by the field of the address."""
    return {
        "state": [(one, say(language, f"devices.state_{one}")) for one in STATES],
        "unseen": [(one, _days(int(one), language)) for one in DAYS],
        "unsent": [(one, _hours(int(one), language)) for one in HOURS],
    }
