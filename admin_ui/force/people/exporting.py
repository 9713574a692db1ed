"""The list of officers as a file, for administrators. Accounts have secrets in no list."""

from collections.abc import Mapping
from datetime import date

from admin_ui.force.people import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.approvals.absences import service as absences
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.accounts import service as accounts
from backend.force.accounts.service import OfficerRow

_Line = tuple[OfficerRow, date | None]
"""An officer, and the last day of a leave."""
_NAMES = {
    "unit": "unit",
    "role": "role",
    "title": "position",
    "rank": "rank",
    "state": "state",
    "card": "card",
}
_COLUMNS = (
    *("people.full_name", "people.username", "people.officer_number", "people.unit"),
    *(
        "exports.unit_code",
        "people.position",
        "people.rank_code",
        "people.rank",
        "people.roles",
        "people.state",
        "people.not_enrolled",
    ),
    *("people.away_until", "people.card_until"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = await asking.read(query, actor, language)
    await accounts.officers_of(actor, None, asked.filters, 1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[_Line], str | None]:
        rows, more = await accounts.officers_of(actor, cursor, asked.filters, exporting.PAGE)
        away = await absences.leaves([one.id for one in rows])
        return [(one, away[one.id].until if one.id in away else None) for one in rows], more

    def row(line: _Line) -> Row:
        one, away = line
        return (
            *(one.full_name, one.username, one.officer_number),
            *(getattr(one.unit, language), one.unit_code, getattr(one.title, language), one.rank),
            say(language, f"people.rank_{one.rank}") if one.rank else "",
            ", ".join(say(language, f"domain.role_{role}") for role in one.roles),
            say(language, f"people.state_{one.state}"),
            "" if one.enrolled else say(language, "exports.yes"),
            *(away, one.card_until),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("people.search", asked.said["search"]),
            *((f"people.{_NAMES[field]}", value) for field, _, value in asked.shown(language)[1:]),
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
