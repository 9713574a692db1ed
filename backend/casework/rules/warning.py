"""Legal warnings: what a rule that is not certain speaks against (practice B8). Pure.

Only a certain rule refuses. Any other warns: the officer goes on with a reason, and the act is listed
for the legal officers and auditors.
"""

from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text

HEARING_LATE = Text(
    vi="phiên giải trình sau khi hết thời hạn ra quyết định (Điều 61, 66 Luật Xử lý vi phạm hành chính)",
    en="the hearing is after the time to decide (Law on Handling Administrative Violations Arts 61, 66)",
)


def unless(despite: str | None, why: Text | None) -> Refuse | None:
    """Return the refusal of an act without a reason to go on in spite of `why`; None without either."""
    return refusal("case_legal_warning", why) if why is not None and despite is None else None
