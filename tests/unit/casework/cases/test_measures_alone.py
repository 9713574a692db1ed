"""Measures without a fine: refused by a certain row, warned of by another, not judged by one that was not read."""

import msgspec

from backend.casework.rules import measures_alone
from backend.casework.rules.guard_context import Unprovided
from backend.law import books
from backend.law.catalogue import edition_files
from schemas.core.problems import Text
from schemas.law.provisions import RemedyKind

ROW = edition_files.draft("ND98-15-1-d", books.newest())
NAMES = Text(vi="Buộc thu hồi", en="Recall")


def test_what_a_row_provides_is_not_beyond_it() -> None:
    assert ROW is not None
    asked = [RemedyKind.DESTROY, RemedyKind.RECALL]
    assert measures_alone.beyond([ROW], asked) == ([RemedyKind.RECALL], True)
    doubtful = msgspec.structs.replace(ROW, certainty="M")
    assert measures_alone.beyond([ROW, doubtful], asked) == ([RemedyKind.RECALL], False)
    unread = msgspec.structs.replace(ROW, certainty=None)
    assert measures_alone.beyond([ROW, unread], asked) == ([], False)


def test_only_a_certain_row_refuses_and_another_asks_for_a_reason() -> None:
    def code(found: Unprovided | None, despite: str | None) -> str | None:
        why = measures_alone.fault(found, despite)
        return why.code if why else None

    certain, doubtful = Unprovided(NAMES, certain=True), Unprovided(NAMES, certain=False)
    assert code(None, None) is None
    assert code(certain, "Theo ý kiến pháp chế") == "case_remedy_not_provided"
    assert code(doubtful, None) == "case_legal_warning"
    assert code(doubtful, "Theo ý kiến pháp chế") is None


def test_kinds_are_read_only_if_every_row_has_one() -> None:
    rows = [{"kind": "destroy", "measure": "Buộc tiêu hủy"}, {"measure": "Buộc thu hồi"}]
    assert measures_alone.kinds_of({"remedies": rows}) is None
    assert measures_alone.kinds_of({"remedies": rows[:1]}) == [RemedyKind.DESTROY]
    assert measures_alone.kinds_of({}) is None
