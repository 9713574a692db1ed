"""The register of outgoing papers as a file, in the columns of Decree 30/2020 Appendix IV; the dispatch and the state
are ours."""

from collections.abc import Mapping

from admin_ui.shell import days, exporting, typed
from admin_ui.shell.words import Language, say
from backend.casework.outgoing import service as outgoing
from backend.casework.outgoing.service import Line
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table

_COLUMNS = (
    *("exports.symbol", "exports.dated", "exports.abstract", "paper.signer", "exports.recipients"),
    *("exports.kept_in", "exports.copies", "exports.sent_on", "exports.manner"),
    *("exports.paper_state", "incoming.note"),
)
_STATES = ("replaced", "cancelled")


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    asked = query.get("unit", "")
    unit_id = typed.identifier(asked) if asked else actor.unit.unit_id
    if unit_id is None:
        raise NotFound(what="unit")
    unit, _ = await outgoing.in_sight(actor, unit_id)
    between = days.asked(query, language)
    which = query.get("which", "") if query.get("which") in outgoing.WHICH else "all"
    words = query.get("q", "")

    async def page(cursor: str | None) -> tuple[list[Line], str | None]:
        return await outgoing.listing(
            *(actor, unit_id, between, which, words, cursor, exporting.PAGE), oldest_first=True
        )

    def row(one: Line) -> Row:
        title = one.title.vi if language == "vi" else one.title.en
        kept = "exports.kept_in_case" if one.case_id else "exports.kept_in_inspection"
        return (
            *(one.number, one.issued_on),
            ": ".join(said for said in (title, one.party_name) if said),
            *(one.signer, "; ".join(one.recipients), say(language, kept, number=one.record_number)),
            *(one.copies, one.sent_on),
            say(language, f"case_story.is_manner_{one.manner}") if one.manner else "",
            say(language, f"paper.state_{one.state}") if one.state in _STATES else "",
            one.note,
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("people.unit", getattr(unit.name, language)),
            ("outgoing.since", between[0]),
            ("outgoing.until", between[1]),
            ("outgoing.which", say(language, f"outgoing.which_{which}")),
            ("outgoing.q", words),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="outgoing",
        slug="so-van-ban-di",
        title=exporting.both("outgoing.title"),
        place="/desk/outgoing",
        fields=("unit", *days.FIELDS, "which", "q"),
        opened=_opened,
    ),
)
