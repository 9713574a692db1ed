"""The list of exceptions as a file, for those who check it."""

from collections.abc import Mapping

from admin_ui.shell import exporting
from admin_ui.shell.words import Language, say
from backend.casework.exceptions import service as exceptions
from backend.core.actors import Actor
from backend.core.spreadsheets import Row
from backend.documents import service as documents
from backend.exchange.list_exports.service import ExportedList, Table, table
from schemas.casework.exceptions import ExceptionKind, ExceptionView

SHOW = ("waiting", "all")
_COLUMNS = (
    *("exports.at", "exceptions.kind", "exports.record", "exports.paper", "exports.number"),
    *("exports.officer", "exports.unit", "exceptions.reason", "exports.check_by"),
    *("exceptions.verdict", "exports.checked_by", "exports.checked_at", "exports.note"),
)


async def _opened(actor: Actor, query: Mapping[str, str], language: Language) -> Table:
    show = query.get("show", "") if query.get("show") in SHOW else SHOW[0]
    named = query.get("kind", "")
    kind = ExceptionKind(named) if named in set(ExceptionKind) else None
    await exceptions.page(actor, show=show, kind=kind, limit=1)  # or NotAllowed

    async def page(cursor: str | None) -> tuple[list[ExceptionView], str | None]:
        found = await exceptions.page(
            actor, show=show, kind=kind, cursor=cursor, limit=exporting.PAGE
        )
        return found.rows, found.next

    def row(one: ExceptionView) -> Row:
        paper = verdict = ""
        if one.paper_form:
            schema = documents.get_form(one.paper_form, one.paper_version or 1)
            paper = schema["x-title"][language]
        if one.right is not None:
            verdict = say(language, "exceptions.right" if one.right else "exceptions.wrong")
        return (
            *(one.at, getattr(one.title, language), one.record_number, paper, one.paper_number),
            *(one.officer_name, getattr(one.unit, language), one.reason),
            exporting.due(one.check_by),
            *(verdict, one.checked_by_name, one.checked_at, one.note),
        )

    return table(
        headings=exporting.headings(language, *_COLUMNS),
        conditions=exporting.conditions(
            language,
            ("exceptions.show", say(language, f"exceptions.show_{show}")),
            ("exceptions.kind", getattr(exceptions.NAMES[kind], language) if kind else ""),
        ),
        pages=exporting.paged(page, row),
    )


LISTS = (
    ExportedList(
        name="exceptions",
        slug="ngoai-le",
        title=exporting.both("exceptions.title"),
        place="/desk/exceptions",
        fields=("show", "kind"),
        opened=_opened,
    ),
)
