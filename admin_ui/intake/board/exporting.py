"""The list of informations and the two registers as files.

What is sealed (who informed, what they said, what came with it) is in no row of a list, and so in no file. Information
about an officer is in the files of those alone who see it in their list.
"""

from collections.abc import Mapping

from admin_ui.intake.board import asked as asking
from admin_ui.intake.board import rows
from admin_ui.shell import exporting
from admin_ui.shell.clock_words import clock_name
from admin_ui.shell.listing.places import ORDER
from admin_ui.shell.words import Language, say
from backend.casework.cases import service as cases
from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Opened, Table, table
from backend.intake.informations import service as informations
from schemas.intake.views import InformationRow
from schemas.intake.words import Nature

_COLUMNS = (
    *("taking.nature", "exports.number", "informations.state", "informations.source"),
    *("informations.received", "exports.registered", "exports.summary", "exports.suspect"),
    *("exports.more_suspects", "exports.address", "informations.unit", "exports.officers"),
    *("exports.rule", "informations.clock", "exports.urgent"),
)
_CONDITIONS = (
    *(
        ("informations.words", "q"),
        ("informations.since", "since"),
        ("informations.until", "until"),
    ),
    *(("exports.counted", "counted"), ("exports.result", "result"), ("taking.nature", "nature")),
)
_PLACES = {
    None: "/desk/informations/list",
    Nature.DENUNCIATION: "/desk/informations/denunciations",
    Nature.COMPLAINT: "/desk/informations/complaints",
}
_TITLES = {
    None: "exports.informations",
    Nature.DENUNCIATION: "pleas.title_denunciation",
    Nature.COMPLAINT: "pleas.title_complaint",
}


def _row(one: InformationRow, language: Language) -> Row:
    return (
        say(language, f"taking.nature_{one.nature}"),
        one.number,
        say(language, f"informations.state_{one.state}"),
        say(language, f"informations.source_{one.source}"),
        *(one.received_at, one.registered_at, one.summary, one.suspect),
        max(0, one.suspects - 1),
        *(one.address, getattr(one.unit_name, language), ", ".join(one.verifiers)),
        clock_name(one.due_rule, language) if one.due_rule else "",
        *(exporting.due(one.due_at), one.urgent),
    )


def _opened(nature: Nature | None) -> Opened:
    async def opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
        if not informations.sees_any(actor):
            raise NotAllowed
        given = {name: query.get(name, "") for name in (*asking.FIELDS, *asking.FROM_FIGURES)}
        units = await cases.units_in_scope(actor)
        wrong = say(language, "informations.day_wrong")
        filters, errors = asking.filters(given, units, nature, wrong)
        exporting.require_understood(errors.values())
        exporting.require_unit(given["alone"] or given["unit"], filters.unit)

        async def page(cursor: str | None) -> tuple[list[InformationRow], str | None]:
            return await informations.listed(
                actor, filters, cursor, exporting.PAGE, oldest=query.get(ORDER) == rows.RECEIVED
            )

        unit = next((one for one in units if filters.unit and one.id == filters.unit[1]), None)
        state = f"standing_{filters.standing}" if filters.standing else f"state_{filters.state}"
        narrowed = filters.standing or filters.state
        return table(
            headings=exporting.headings(language, *_COLUMNS),
            conditions=exporting.conditions(
                language,
                *((key, given[name]) for key, name in _CONDITIONS),
                ("informations.state", say(language, f"informations.{state}") if narrowed else ""),
                (
                    "informations.source",
                    say(language, f"informations.source_{filters.source}")
                    if filters.source
                    else "",
                ),
                ("informations.unit", exporting.unit_said(unit, language)),
                ("exports.alone", say(language, "exports.yes") if filters.alone else ""),
            ),
            pages=exporting.paged(page, lambda one: _row(one, language)),
        )

    return opened


LISTS = tuple(
    ExportedList(
        name=name,
        slug={None: "thong-tin", Nature.DENUNCIATION: "to-cao"}.get(nature, "khieu-nai"),
        title=exporting.both(_TITLES[nature]),
        place=_PLACES[nature],
        fields=(*asking.FIELDS, *asking.FROM_FIGURES, ORDER),
        opened=_opened(nature),
    )
    for nature, name in asking.LISTS_BY.items()
)
