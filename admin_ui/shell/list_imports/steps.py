"""Routes that every import of a list has once it was confirmed: pause, go on, give up, discard, the file of errors."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell import tables
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import spreadsheets
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.ledger.service import Outcome, Refused

_LEAST_REASON, _MOST_REASON = 3, 2000


class Row(Protocol):
    """An import as these routes look at it."""

    @property
    def file_name(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def begun_at(self) -> datetime | None: ...
    @property
    def ended_at(self) -> datetime | None: ...


class Importing(Protocol):
    """The service of one kind of import: a module."""

    def read(self, import_id: UUID, actor: Actor, /) -> Awaitable[Row]: ...
    def pause(self, import_id: UUID, actor: Actor, /) -> Awaitable[Outcome]: ...
    def go_on(self, import_id: UUID, actor: Actor, /) -> Awaitable[Outcome | None]: ...
    def give_up(self, import_id: UUID, reason: str, actor: Actor, /) -> Awaitable[Outcome]: ...
    def discard(self, import_id: UUID, actor: Actor, /) -> Awaitable[None]: ...
    def errors(
        self, import_id: UUID, actor: Actor, address: str | None, /
    ) -> Awaitable[tuple[Row, list[str], AsyncIterator[Sequence[spreadsheets.Row]]]]: ...


class Show(Protocol):
    """Shows an import again, with what was typed and what is wrong."""

    def __call__(
        self,
        request: AnyRequest,
        import_id: UUID,
        form: Form | None = None,
        *,
        wrong: str = "",
        status: int = 200,
    ) -> Awaitable[Response[Any]]: ...


@dataclass(frozen=True)
class Steps:
    """The routes of one kind of import."""

    place: str
    importing: Importing
    show: Show
    template: str
    """Of the page that asks why it is given up."""
    progress: Callable[[Any], Any]

    async def answer(
        self, request: AnyRequest, import_id: UUID, outcome: Outcome | None, form: Form, done: str
    ) -> Response[Any]:
        """Lead back to the import, or show it with why nothing was done."""
        if isinstance(outcome, Refused):
            said = getattr(outcome.text, language_of(request))
            return await self.show(request, import_id, form, wrong=said, status=409)
        return Redirect(f"{self.place}/{import_id}?done={done}", status_code=303)

    def handlers(self) -> list[HTTPRouteHandler]:
        """Make the route handlers."""
        one, steps = f"{self.place}/{{import_id:uuid}}", self

        @post(f"{one}/pause", opt=ONCE, include_in_schema=False)
        async def pause_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
            """Bring no more portions for now. Raises NotAllowed, NotFound."""
            form = await read_form(request)
            async with transaction():
                outcome = await steps.importing.pause(import_id, actor_of(request))
            return await steps.answer(request, import_id, outcome, form, "paused")

        @post(f"{one}/go-on", opt=ONCE, include_in_schema=False)
        async def go_on(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
            """Bring portions again. Raises NotAllowed, NotFound."""
            form = await read_form(request)
            async with transaction():
                outcome = await steps.importing.go_on(import_id, actor_of(request))
            return await steps.answer(request, import_id, outcome, form, "resumed")

        @get(f"{one}/give-up", include_in_schema=False)
        async def ask_give_up(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
            """Say what stays and what will not come, and ask why. Raises NotAllowed, NotFound."""
            return await steps.ask_why(request, import_id)

        @post(f"{one}/give-up", opt=ONCE, include_in_schema=False)
        async def give_up_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
            """Bring no more rows; what came stays. Raises NotAllowed, NotFound."""
            form, language = await read_form(request), language_of(request)
            reason = form.text("reason")
            if not _LEAST_REASON <= len(reason) <= _MOST_REASON:
                said = say(language, "listimport.reason_needed")
                return await steps.ask_why(
                    request, import_id, reason=reason, wrong=said, status=422
                )
            async with transaction():
                outcome = await steps.importing.give_up(import_id, reason, actor_of(request))
            return await steps.answer(request, import_id, outcome, form, "given_up")

        @post(f"{one}/discard", include_in_schema=False)
        async def discard_import(request: AnyRequest, import_id: FromPath[UUID]) -> Redirect:
            """Let go of a list that nobody confirmed. Raises NotAllowed, NotFound."""
            await steps.importing.discard(import_id, actor_of(request))
            return Redirect(f"{steps.place}/new", status_code=303)

        @get(f"{one}/errors.xlsx", include_in_schema=False)
        async def errors_as_workbook(
            request: AnyRequest, import_id: FromPath[UUID]
        ) -> Response[Any]:
            """Send the rows that did not come, each with why. Raises NotAllowed, NotFound, RowsForgotten."""
            return await steps.errors(request, import_id, "xlsx")

        @get(f"{one}/errors.csv", include_in_schema=False)
        async def errors_as_csv(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
            """Send the same as CSV. Raises NotAllowed, NotFound, RowsForgotten."""
            return await steps.errors(request, import_id, "csv")

        ending = [ask_give_up, give_up_import, discard_import]
        return [pause_import, go_on, *ending, errors_as_workbook, errors_as_csv]

    async def ask_why(
        self,
        request: AnyRequest,
        import_id: UUID,
        *,
        reason: str = "",
        wrong: str = "",
        status: int = 200,
    ) -> Response[Any]:
        """Show the page that asks why an import is given up; lead back from one that does not run."""
        async with transaction():
            row = await self.importing.read(import_id, actor_of(request))
        if row.begun_at is None or row.ended_at is not None:
            return Redirect(f"{self.place}/{import_id}", status_code=303)
        return page(
            request,
            self.template,
            status=status,
            row=row,
            progress=self.progress(row),
            reason=reason,
            errors={"reason": wrong} if wrong else {},
        )

    async def errors(
        self, request: AnyRequest, import_id: UUID, kind: spreadsheets.Kind
    ) -> Response[Any]:
        """Send the file of errors; many rows take a second factor (PRACTICE B4)."""
        actor, language = actor_of(request), language_of(request)
        async with transaction():
            row, headings, pages = await self.importing.errors(
                import_id, actor, address_of(request)
            )
            accounts.require_for_rows(actor, confirming.until(request), row.rows)
        said = [*headings, say(language, "listimport.error_column")]
        stem = row.file_name.rpartition(".")[0] or row.file_name
        name = f"{stem} - {say(language, 'listimport.errors_name')}.{kind}"
        return tables.sent(spreadsheets.written(kind, said, pages), name, kind)
