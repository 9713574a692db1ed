"""Steps whose advice has time left when somebody signs or rules (practice B6)."""

from backend.approvals.submissions import service as submissions
from backend.approvals.texts.steps import KINDS
from schemas.approvals.submissions import Submitted
from schemas.core.problems import Text


async def steps(subject: Submitted) -> list[Text]:
    """Return the steps that were to advise first, have said nothing, and have time left."""
    silent = await submissions.silent(subject)
    facts = await submissions.alive(subject) if silent else None
    return [KINDS[facts.steps[number - 1].kind] for number in silent] if facts else []
