"""The page on which the clerk enters to whom a signed paper went, how and when.

HANDLERS = dispatching.handlers("/desk/papers", papers, Dispatch(...))

The template of a group fills dispatch.html here with its own fields.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.ledger.service import Outcome, Refused
from schemas.core.base import Wire
from schemas.core.desk_papers import DeskPaperView
from schemas.core.problems import Text

View = TypeVar("View", bound=DeskPaperView)
Content = TypeVar("Content", bound=Wire)
ViewThere = TypeVar("ViewThere", bound=DeskPaperView, covariant=True)
ContentThere = TypeVar("ContentThere", bound=Wire, contravariant=True)


class Papers(Protocol[ViewThere, ContentThere]):
    """What a group's service of papers has; each joins the caller's transaction and raises NotFound."""

    def against_dispatch(self, document_id: UUID, actor: Actor, /) -> Awaitable[Text | None]:
        """Return why a paper does not go out now. Raises NotAllowed for who dispatches nothing."""

    def read(self, document_id: UUID, actor: Actor, address: str | None, /) -> Awaitable[ViewThere]:
        """Return a paper; the reading is recorded."""

    def dispatch(self, content: ContentThere, actor: Actor, /) -> Awaitable[Outcome]:
        """Record how a paper went out."""


@dataclass(frozen=True, kw_only=True)
class Dispatch(Generic[View, Content]):
    """How one group's papers go out."""

    template: str
    manner_words: str
    """How the words that call the ways begin in the catalogue."""
    wrong_words: str
    """How those begin that say what is wrong at a field."""
    manners: tuple[str, ...]
    opened: Callable[[View], dict[str, str]]
    """Returns what the form says when it opens."""
    right: Callable[[View, Form], dict[str, bool]]
    """Tells of each field whether what was typed is right."""
    content: Callable[[UUID, Form], Content]
    """Returns the act's content of a form in which nothing is wrong."""


def recipients(form: Form) -> list[str]:
    """Return to whom the paper went: one a line."""
    return [one.strip() for one in form.text("recipients").splitlines() if one.strip()]


def fit(recipients: list[str], most: int) -> bool:
    """Tell whether so many recipients may be entered at once, and each has a fitting length."""
    return 1 <= len(recipients) <= most and all(2 <= len(one) <= 300 for one in recipients)


def handlers(
    place: str, papers: Papers[View, Content], how: Dispatch[View, Content]
) -> list[HTTPRouteHandler]:
    """Return the handlers below the pages of a group's papers, which are at `place`."""
    path = f"{place}/{{document_id:uuid}}/dispatch"

    async def read(request: AnyRequest, document_id: UUID) -> tuple[View, Text | None]:
        """Return a paper, and why it does not go out now. Raises NotFound, NotAllowed."""
        actor = actor_of(request)
        async with transaction():
            against = await papers.against_dispatch(document_id, actor)
            return await papers.read(document_id, actor, address_of(request)), against

    def show(
        request: AnyRequest,
        seen: tuple[View, Text | None],
        form: Form,
        *,
        status: int = 200,
        wrong: str = "",
        errors: dict[str, str] | None = None,
    ) -> Response[str]:
        language, (view, against) = language_of(request), seen
        return page(
            request,
            how.template,
            status=status,
            here=f"{place}/{view.row.id}",
            view=view,
            form=form,
            against=getattr(against, language) if against else "",
            manners=[(one, say(language, how.manner_words + one)) for one in how.manners],
            wrong=wrong,
            errors=errors or {},
        )

    @get(path, include_in_schema=False)
    async def ask_dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
        """Ask to whom, how and when the paper went out. Raises NotFound, NotAllowed."""
        seen = await read(request, document_id)
        opened = {name: [value] for name, value in how.opened(seen[0]).items()}
        return show(request, seen, Form(opened))

    @post(path, opt=ONCE, include_in_schema=False)
    async def dispatch(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
        """Enter the dispatch. Raises NotFound, NotAllowed."""
        seen, form = await read(request, document_id), await read_form(request)
        language = language_of(request)
        wrong = [name for name, right in how.right(seen[0], form).items() if not right]
        if wrong:
            errors = {name: say(language, how.wrong_words + name) for name in wrong}
            return show(request, seen, form, status=422, errors=errors)
        async with transaction():
            outcome = await papers.dispatch(how.content(document_id, form), actor_of(request))
        if isinstance(outcome, Refused):
            said = getattr(outcome.text, language)
            return show(request, seen, form, status=409, wrong=said)
        return Redirect(f"{place}/{document_id}?done=dispatched", status_code=303)

    return [ask_dispatch, dispatch]
