"""A plan as lists, notices and its papers know it. Pure."""

from backend.documents.record_papers.owners import Owned
from backend.planning.rules.facts import Plan
from backend.planning.texts.words import KINDS
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind


def title(plan: Plan) -> Text:
    """Return a plan's kind, year and title in one line."""
    kind = KINDS[plan.kind]
    return Text(
        vi=f"{kind.vi} {plan.year}: {plan.title}"[:300],
        en=f"{kind.en} {plan.year}: {plan.title}"[:300],
    )


def owned(plan: Plan) -> Owned:
    """Return a plan as papers know their record."""
    return Owned(
        kind=RecordKind.PLAN,
        id=plan.id,
        unit_id=plan.unit_id,
        path=plan.path,
        title=title(plan),
        state=plan.state,
    )
