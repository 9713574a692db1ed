"""The system log as a file: each line apart, not folded as on the page. Taking it away is on it."""

from collections.abc import Mapping

from admin_ui.operations.log import asked as asking
from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.force.units import service as units
from backend.operations.log import service as log


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    if not log.kinds_of(actor):
        raise NotAllowed
    asked = {name: query.get(name, "") for name in asking.FIELDS}
    given, errors = asking.conditions(asked, say(language, "search.date_wrong"))
    exporting.require_understood(errors.values())
    exporting.require_unit(asked["unit"], given.unit_id)
    await log.listing(actor, given, None, 1)  # or FilterWrong
    mine = await units.covered(actor)

    async def page(cursor: str | None) -> tuple[list[log.Line], str | None]:
        return await log.listing(actor, given, cursor, exporting.PAGE)

    def row(line: log.Line) -> Row:
        told = (getattr(line.what, language), line.route, line.code)
        what = " · ".join(one for one in told if one)
        times = f" × {line.times}" if line.times > 1 else ""
        return (
            *(line.at, getattr(line.who, language)),
            getattr(line.unit, language) if line.unit else "",
            *(getattr(log.NAMES[line.kind], language), f"{what}{times}"),
            *(getattr(line.record_name, language), line.address),
        )

    unit = next((one for one in mine if one.id == given.unit_id), None)
    kind = log.NAMES.get(given.kind)
    return table(
        headings=[getattr(one, language) for one in log.HEADINGS],
        conditions=exporting.conditions(
            language,
            ("log.officer", given.officer),
            ("log.record", given.record),
            ("log.kind", getattr(kind, language) if kind else ""),
            ("log.unit", getattr(unit.name, language) if unit else ""),
            ("log.since", given.since),
            ("log.until", given.until),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="log",
        slug="nhat-ky-he-thong",
        title=exporting.both("log.title"),
        place="/desk/log",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
