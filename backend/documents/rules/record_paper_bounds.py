"""The bounds of the acts about papers of records, for the table that `ledger.record` checks. Pure."""

from dataclasses import replace

from backend.ledger.bounds.edges import Now, Today
from backend.ledger.bounds.table import CLOCK, HAPPENED, LAW, bound
from schemas.documents.record_papers import RecordPaperAct as Act

_DAY = bound("/issued_on", Today(-1), Today(), CLOCK)
"""The server's, some seconds before it is entered: midnight may lie between."""
BOUNDS = (
    replace(_DAY, acts=f"{Act.PRINTED} {Act.ISSUED}"),
    replace(bound("/issued_at", Now(-60), Now(), CLOCK), acts=str(Act.PRINTED)),
    # Who signs with a token of his own sends the file back on the same day.
    replace(bound("/issued_at", Now(-24 * 60), Now(), CLOCK), acts=str(Act.ISSUED)),
    replace(bound("/sent/*/sent_on", LAW, Today(), HAPPENED), acts=str(Act.DISPATCHED)),
)
SET_BY_THE_SYSTEM = {
    f"{Act.SEALED} /sealed_at": "the time in the signature, judged before the act",
}
