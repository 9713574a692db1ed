"""The list of devices as a file, for heads and administrators."""

from collections.abc import Mapping

from admin_ui.force.devices import asked as asking
from admin_ui.force.devices import facts
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.accounts import service as accounts
from backend.force.accounts.service import DeviceRow

_COLUMNS = (
    *("people.device", "people.enrolled_by", "people.username", "people.unit", "people.state"),
    *("people.enrolled_at", "people.last_seen", "people.unsent", "devices.version"),
    *("devices.storage", "devices.kept", "devices.clock", "people.device_id"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = await asking.read(actor, query, language)
    await accounts.list_devices(actor, asked.filters, None, 1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[DeviceRow], str | None]:
        return await accounts.list_devices(actor, asked.filters, cursor, exporting.PAGE)

    def row(one: DeviceRow) -> Row:
        state = "revoked" if one.revoked_at else "waits" if one.waits else "active"
        return (
            *(one.name, one.officer, one.username, getattr(one.unit, language)),
            *(say(language, f"devices.state_{state}"), one.enrolled_at, one.last_seen_at),
            "; ".join(facts.unsent_parts(one, language)),
            one.version or "",
            *(facts.storage(one, language), facts.kept(one, language), facts.clock(one, language)),
            str(one.id),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=[(name, value) for _, name, value in asked.chips if value],
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="devices",
        slug="thiet-bi",
        title=exporting.both("people.devices_title"),
        place="/desk/devices",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
