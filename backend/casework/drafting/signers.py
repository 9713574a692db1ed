"""Who may sign a paper, as far as role and office tell. The one door judges again."""

from uuid import UUID

from backend.casework.cases import service as cases
from backend.casework.derived import authority
from backend.casework.drafting import entering
from backend.casework.queries.reading import SeenCase
from backend.casework.rules import by_hand as hands
from backend.casework.rules.facts import Facts
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.documents import service as documents
from schemas.casework.views import PaperView
from schemas.core.problems import Text
from schemas.core.vocabulary import Role


async def may_sign(case_id: UUID, paper: PaperView, actor: Actor) -> bool:
    """Tell whether an officer's role allows them to sign a paper; the one door judges again.

    Raises NotFound.
    """
    row, facts = await cases.facts_of(case_id, actor)
    return allows(row, facts, paper, actor)


def allows(row: SeenCase, facts: Facts, paper: PaperView, actor: Actor) -> bool:
    """Tell the same of a case whose row and facts are at hand."""
    issuer = str(documents.get_form(paper.form, paper.form_version).get("x-issuer"))
    works = actor.has(Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR)
    return works and authority.may_sign(
        row.path,
        paper.form,
        issuer,
        actor,
        **authority.standing(facts, paper.form, paper.replaces, actor),
    )


async def drafted_alone(document_id: UUID, actor: Actor) -> bool:
    """Tell whether this officer alone drafted a unit's paper; minutes rightly have one author.

    Raises NotFound.
    """
    case_id, _, _ = await cases.paper(document_id, actor)
    _, facts = await cases.facts_of(case_id, actor)
    return hands.drafted_alone(facts.papers[document_id], actor.officer_id)


async def warning(document_id: UUID, actor: Actor) -> Text | None:
    """Return what a rule that is not certain says against the actor's signature, or None.

    The signer may go on with a reason, which is listed (practice B8). Opens its own transaction.
    Raises NotFound.
    """
    async with transaction():
        case_id, _, paper = await cases.paper(document_id, actor)
        if said := await cases.signing_warning(case_id, document_id, actor):
            return said
        return await entering.warning(case_id, paper, actor)
