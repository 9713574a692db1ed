"""Routes by which a list comes to an import: the list of imports, the template, the form and the upload."""

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Protocol
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from admin_ui.shell import tables
from admin_ui.shell.list_imports.listing import Imports, listing
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core import spreadsheets
from backend.core.actors import Actor
from backend.core.errors import DomainError, NotAllowed

_BESIDE = 1_000_000
"""Bytes that a body may have beside the largest file, so that our own message is shown."""


class Uploading(Protocol):
    """The service of one kind of import: a module."""

    @property
    def COLUMNS(self) -> Mapping[Any, Any]: ...  # noqa: N802 - a constant of the module
    @property
    def EXAMPLE(self) -> Sequence[Any]: ...  # noqa: N802 - as above

    MOST_BYTES: int
    MOST_ROWS: int

    def may_import(self, actor: Actor, /) -> bool: ...
    def upload(self, file_name: str, file: IO[bytes], actor: Actor, /) -> Awaitable[UUID]: ...
    def page(self, actor: Actor, cursor: str | None, /) -> Awaitable[Any]: ...


@dataclass(frozen=True)
class Uploads:
    """The routes of one kind of import."""

    importing: Uploading
    of: Imports[Any]
    folder: str
    """Of its templates."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """What the page of the upload shows besides."""

    def check(self, request: AnyRequest) -> None:
        """Raise NotAllowed for who imports no such lists."""
        if not self.importing.may_import(actor_of(request)):
            raise NotAllowed

    def handlers(self) -> list[HTTPRouteHandler]:
        """Make the route handlers."""
        uploads, place = self, self.of.place
        most_body = self.importing.MOST_BYTES + _BESIDE

        @get(place, include_in_schema=False)
        async def list_imports(request: AnyRequest) -> Response[str]:
            """List the imports in reach. Raises NotAllowed, Invalid."""
            cursor, language = request.query_params.get("after"), language_of(request)
            found = await uploads.importing.page(actor_of(request), cursor)
            later = cursor is not None
            shown = listing(uploads.of, found.rows, found.next, language, later=later)
            return page(request, f"{uploads.folder}/list.html", list=shown)

        @get(f"{place}/template.xlsx", include_in_schema=False)
        async def template(request: AnyRequest) -> Response[Any]:
            """Send a workbook with the headings and one example row. Raises NotAllowed."""
            uploads.check(request)
            language = language_of(request)
            columns = uploads.importing.COLUMNS.values()

            async def rows() -> AsyncIterator[Sequence[spreadsheets.Row]]:
                yield [[getattr(one, language) for one in uploads.importing.EXAMPLE]]

            headings = [getattr(one.heading, language) for one in columns]
            name = f"{say(language, f'{uploads.of.words}.template_name')}.xlsx"
            return tables.sent(spreadsheets.written("xlsx", headings, rows()), name, "xlsx")

        @get(f"{place}/new", include_in_schema=False)
        async def ask_file(request: AnyRequest) -> Response[Any]:
            """Show the upload. Raises NotAllowed."""
            uploads.check(request)
            return uploads.ask(request)

        @post(place, include_in_schema=False, request_max_body_size=most_body)
        async def take_file(request: AnyRequest) -> Response[Any]:
            """Keep the file for a worker that reads it, and lead to how far it is. Raises NotAllowed."""
            uploads.check(request)
            sent = (await request.form()).get("file")
            if not isinstance(sent, UploadFile) or not sent.filename:
                said = say(language_of(request), "listimport.file_needed")
                return uploads.ask(request, wrong=said, status=422)
            try:
                import_id = await uploads.importing.upload(
                    sent.filename, sent.file, actor_of(request)
                )
            except DomainError as error:
                if error.status not in (409, 422):
                    raise
                return uploads.ask(request, wrong=told(request, error), status=error.status)
            return Redirect(f"{place}/{import_id}", status_code=303)

        return [list_imports, template, ask_file, take_file]

    def ask(self, request: AnyRequest, *, wrong: str = "", status: int = 200) -> Response[Any]:
        """Show the page of the upload, with why a file was not taken."""
        return page(
            request,
            f"{self.folder}/upload.html",
            status=status,
            wrong=wrong,
            columns=[one.heading for one in self.importing.COLUMNS.values()],
            most=self.importing.MOST_BYTES,
            most_rows=self.importing.MOST_ROWS,
            **self.more,
        )
