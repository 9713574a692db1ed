"""The list of officers as a file, for administrators. Accounts have secrets in no list."""

from collections.abc import Mapping

from admin_ui.force.people import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.accounts import service as accounts
from backend.force.accounts.service import OfficerRow

_COLUMNS = (
    *("people.full_name", "people.username", "people.officer_number", "people.unit"),
    *("exports.unit_code", "people.roles", "people.state", "people.not_enrolled"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    search, state = asking.read(query)
    await accounts.officers_of(actor, None, search, state, 1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[OfficerRow], str | None]:
        return await accounts.officers_of(actor, cursor, search, state, exporting.PAGE)

    def row(one: OfficerRow) -> Row:
        return (
            *(one.full_name, one.username, one.officer_number),
            *(getattr(one.unit, language), one.unit_code),
            ", ".join(say(language, f"domain.role_{role}") for role in one.roles),
            say(language, f"people.state_{one.state}"),
            "" if one.enrolled else say(language, "exports.yes"),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("people.search", search),
            ("people.state", say(language, f"people.state_{state}") if state else ""),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="people",
        slug="cong-chuc",
        title=exporting.both("people.title"),
        place="/desk/people",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
