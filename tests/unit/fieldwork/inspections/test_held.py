"""What the page of an inspection says of each held act, to this reader."""

from types import SimpleNamespace
from typing import Any

from backend.fieldwork.rules.held import Held, acts
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode

SUPERVISOR: Any = SimpleNamespace(has=lambda *_: True)
INSPECTOR: Any = SimpleNamespace(has=lambda *_: False)


def told(
    code: QuarantineCode, *, flow: int = FLOW, reader: Any = SUPERVISOR, **changed: Any
) -> Held:
    held = SimpleNamespace(**({"code": code, "decided": None, "decisions": []} | changed))
    view: Any = SimpleNamespace(minutes_flow=flow, quarantined=[held])
    return acts(view, reader)[0]


def test_what_came_after_final_minutes_is_said_so_by_the_newer_flow_alone() -> None:
    assert told(QuarantineCode.MINUTES_FINAL).after_final
    assert not told(QuarantineCode.MINUTES_FINAL, flow=1).after_final
    assert not told(QuarantineCode.MINUTES_NOT_OWNED).after_final


def test_minutes_beside_wait_for_no_decision_here() -> None:
    beside = told(QuarantineCode.MINUTES_NOT_OWNED)
    assert beside.beside
    assert not beside.by_another
    assert not told(QuarantineCode.MINUTES_NOT_OWNED, decided="dismissed").beside
    assert not told(QuarantineCode.MINUTES_NOT_OWNED, flow=1).beside


def test_a_wrong_signature_never_takes_effect() -> None:
    assert told(QuarantineCode.SIGNATURE_INVALID).never
    assert not told(QuarantineCode.RECORD_UNKNOWN).never


def test_a_supervisor_who_may_not_decide_on_it_hears_that_another_does() -> None:
    assert told(QuarantineCode.RECORD_UNKNOWN).by_another
    assert not told(QuarantineCode.RECORD_UNKNOWN, decisions=["admit", "dismiss"]).by_another
    assert not told(QuarantineCode.RECORD_UNKNOWN, decided="admitted").by_another
    assert not told(QuarantineCode.RECORD_UNKNOWN, reader=INSPECTOR).by_another
