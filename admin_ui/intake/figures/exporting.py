"""The figures of intake as a file: a line for each unit, month, source and nature. Counts alone."""

from collections.abc import Mapping

from admin_ui.intake.figures import asked as asking
from admin_ui.shell import exporting, typed
from admin_ui.shell.words import Language, say
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.exchange.list_exports.service import ExportedList, Table, table
from backend.intake.informations import service as informations
from schemas.intake.views import SourceFigure


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    since, until = asking.days(query)
    found = await informations.figures(actor, since, until)
    for name in asking.FIELDS:
        if query.get(name, "") and typed.edge_or_none(query[name]) is None:
            exporting.require_understood([say(language, "informations.day_wrong")])
    names = ("unit", "month", "source", "nature", *asking.COUNTED, "hours")

    def row(one: SourceFigure) -> Row:
        return (
            *(getattr(one.unit_name, language), one.month),
            say(language, f"informations.source_{one.source}"),
            say(language, f"case_story.is_nature_{one.nature}"),
            *(getattr(one, name) for name in asking.COUNTED),
            one.first_action_hours,
        )

    return table(
        headings=exporting.headings(language, *(f"intakefigures.{name}" for name in names)),
        conditions=exporting.conditions(
            language, ("intakefigures.since", since), ("intakefigures.until", until)
        ),
        pages=exporting.whole(found, row),
    )


LISTS = (
    ExportedList(
        name="intake_figures",
        slug="so-lieu-tiep-nhan",
        title=exporting.both("intakefigures.title"),
        place="/desk/informations/figures",
        fields=asking.FIELDS,
        opened=_opened,
    ),
)
