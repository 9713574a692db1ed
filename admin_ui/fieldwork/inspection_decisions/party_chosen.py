"""The page of a decision's form, with the party chosen from the register."""

from typing import Any
from uuid import UUID

from litestar import Response

from admin_ui.shell.choosing.sources import candidate_options
from admin_ui.shell.forms import Form
from admin_ui.shell.reading.reader import Option
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.decision_papers import service as papers
from backend.parties import service as parties
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.decisions import DecisionFault, SubjectRow


async def chosen(form: Form, actor: Actor) -> SubjectRow | None:
    """Return the party chosen from the register.

    None if a new party is typed, or the choice is out of scope.
    """
    try:
        return await parties.get(actor, UUID(form.text("subject")))
    except (ValueError, NotFound):
        return None


async def candidates_of(request: AnyRequest) -> list[Option]:
    """Return the officers whom the reader can name to a team, as options. Raises NotAllowed."""
    language = language_of(request)
    team = await papers.team_candidates(actor_of(request))
    return await candidate_options(team, language)


def subject_said(row: SubjectRow) -> str:
    """Return a party of the register in one line."""
    code = f" · {row.tax_code}" if row.tax_code else ""
    return f"{row.name}{code} · {row.address}"


async def form_page(
    request: AnyRequest,
    form: Form,
    errors: dict[str, str],
    *,
    status: int | None = None,
    template: str = "fieldwork/inspection_decisions/new.html",
    **shown: Any,
) -> Response[str]:
    """Render the form, with parties of the register and officers for the team.

    The page is a refusal if there are errors, unless `status` says otherwise. `template` may put something before the
    form (its block `before_form`). Raises NotAllowed.
    """
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        candidates = await candidates_of(request)
        subjects = await parties.search(actor, form.text("find")[:200])
        named = await chosen(form, actor)
    if named and named.id not in {row.id for row in subjects}:
        subjects = [named, *subjects]
    return page(
        request,
        template,
        status=status or (422 if errors else 200),
        form=form,
        errors=errors,
        subjects=[(str(row.id), subject_said(row)) for row in subjects],
        kinds=[(kind.value, say(language, f"domain.subject_{kind}")) for kind in SubjectKind],
        candidates=candidates,
        **shown,
    )


def by_field(faults: list[DecisionFault], language: str) -> dict[str, str]:
    """Return what is wrong with a decision, by the field of the form."""
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.field, []).append(getattr(fault.text, language))
    return {field: " ".join(sentences) for field, sentences in said.items()}
