"""The register of incoming papers as a file, in the columns of Decree 30/2020 Appendix IV; the receiver signs a printed
one."""

from collections.abc import Mapping

from admin_ui.shell import days, exporting, typed
from admin_ui.shell.words import Language
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.exchange.list_exports.service import ExportedList, Pages, Table, table
from backend.force.registers import incoming

_COLUMNS = (
    *("incoming.received_on", "exports.number_in", "incoming.sender", "incoming.symbol"),
    *("incoming.dated", "incoming.subject", "incoming.receiver", "incoming.note"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = query.get("unit", "")
    unit_id = typed.identifier(asked) if asked else actor.unit.unit_id
    if unit_id is None:
        raise NotFound(what="unit")
    unit, _ = await incoming.in_sight(actor, unit_id)
    between = days.asked(query, language)

    async def pages() -> Pages:
        after = (0, 0)
        while found := await incoming.between(unit.id, between, after, exporting.PAGE):
            yield [
                (
                    *(one.received_on, one.number, one.sender, one.symbol, one.dated),
                    *(one.subject, one.receiver, one.note),
                )
                for one in found
            ]
            after = found[-1].year, found[-1].number

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("people.unit", getattr(unit.name, language)),
            ("outgoing.since", between[0]),
            ("outgoing.until", between[1]),
        ),
        pages=pages,
    )


LISTS = (
    ExportedList(
        name="incoming",
        slug="so-van-ban-den",
        title=exporting.both("incoming.title"),
        place="/desk/incoming",
        fields=("unit", *days.FIELDS),
        opened=_opened,
    ),
)
