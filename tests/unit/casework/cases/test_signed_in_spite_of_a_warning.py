"""A signature in spite of a doubtful rule is one line on the list of exceptions, with every reason."""

from typing import Any
from uuid import UUID

import pytest

from backend.casework.acts.index import ACTS
from backend.casework.derived import exceptions
from schemas.casework.exceptions import ExceptionKind
from schemas.casework.words import CaseAct


class Said:
    """An act's content, as far as its reasons matter."""

    def __init__(self, **reasons: Any) -> None:
        self.alone = reasons.get("alone")
        self.despite = reasons.get("despite")
        self.unheard = reasons.get("unheard")
        self.restored = None
        self.restored_why = None
        self.set_aside = None
        self.signed_by = None


@pytest.mark.parametrize("act", [CaseAct.DOCUMENT_ISSUED, CaseAct.DOCUMENT_PRINTED])
def test_it_is_listed_before_what_else_is_unusual(act: CaseAct) -> None:
    both = Said(alone="Trực một mình", despite="Điều 52: giới hạn tính gấp đôi")
    found = exceptions.found(str(act), both, UUID(int=1))
    assert found is not None
    assert found.kind is ExceptionKind.LEGAL_WARNING
    assert found.reason.split("\n") == ["Điều 52: giới hạn tính gấp đôi", "Trực một mình"]
    alone = exceptions.found(str(act), Said(alone="Trực một mình"), UUID(int=1))
    assert alone is not None
    assert alone.kind is ExceptionKind.SELF_SIGNED
    assert exceptions.found(str(act), Said(), UUID(int=1)) is None
    assert {one.kind for one in ACTS[act].unusual} == {
        ExceptionKind.LEGAL_WARNING,
        ExceptionKind.SELF_SIGNED,
        ExceptionKind.NO_OPINION,
    }
