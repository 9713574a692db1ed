"""Contents of the acts of the clerk who dispatches papers."""

from schemas.casework.words import CaseAct
from schemas.core.base import Wire
from schemas.core.dispatching import Dispatched, Sealed


class DocumentDispatched(Dispatched):
    """A signed paper of a case went out (Decree 30/2020 Arts 17 to 19)."""


class DocumentSealed(Sealed):
    """A signed paper of a case got the agency's digital signature (Decree 30/2020 Appendix I, II.8)."""


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.DOCUMENT_DISPATCHED: DocumentDispatched,
    CaseAct.DOCUMENT_SEALED: DocumentSealed,
}
"""The content of each act."""
