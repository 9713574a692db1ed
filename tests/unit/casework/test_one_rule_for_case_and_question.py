"""A case refuses what the law book answers: the same facts go through the guard of the act and through the question.

The facts are those of the cases of the law (tests/cases/law). Made here is what the case tells of them.
"""

import ast
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from backend.casework.cases import last_days
from backend.casework.reckoner import governing, service, whys
from backend.casework.rules import correcting
from backend.law import books
from backend.law.rules import reckoned_cases
from backend.law.rules.reckoned_cases import LegalCase
from backend.law.sanctions import of_changes, of_delivery, of_execution
from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, DeliveryMode, PaymentKind
from schemas.core.problems import Text
from schemas.law.catalogue import ViolationField
from schemas.law.reckoning import Asked
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import Made, ident
from tests.unit.casework.cases.test_guards import code

CASES = Path(__file__).parents[2] / "cases" / "law"
DECIDED_ON = date(2026, 2, 2)
SHEET = 7
FILED: Any = [SimpleNamespace(first=SHEET, last=SHEET, document_id=None, act_id=None)]
"""A paper that was made elsewhere and filed."""
LONG_AFTER = date(2027, 12, 1)
"""A day on which nothing lies in the future any more."""


def rows(what: str) -> Iterator[LegalCase]:
    """The cases of the law that ask this about a decision."""
    for path in sorted(CASES.glob("*.csv")):
        for row in reckoned_cases.read(path.read_bytes()):
            if row.kind is Asked.EXECUTION and row.facts.get("what") == what:
                yield row


def each(what: str, wanted: Callable[[LegalCase], bool] = lambda _: True) -> list[Any]:
    """Parameters: the wanted cases of a question, of which there must be some."""
    found = [row for row in rows(what) if wanted(row)]
    assert found
    return [pytest.param(row, id=row.id) for row in found]


def asked(row: LegalCase) -> dict[str, str]:
    """What the reckoner answers."""
    found = service.answer(row.kind, row.facts)
    assert found.refused is None
    return found.result


def decided(on: date = DECIDED_ON) -> Made:
    """A case of the newest edition with a decision (MQĐ15) of a day."""
    with pytest.MonkeyPatch.context() as patch:
        opening = msgspec.structs.replace(made.opening(), rule_set=books.newest())
        patch.setattr(made, "opening", lambda: opening)
        case = made.recorded(consent=True)
    assert case.facts.book == books.newest()
    document = case.paper("MQĐ15")
    case.facts.papers[document].issued_on = on
    ordered = case_acts.RemedyOrdered(
        document_id=document,
        decided_on=on,
        why="other",
        reason="Vô chủ",
        confiscated=[],
        remedies=[],
        comply_days=10,
    )
    case.add(CaseAct.REMEDY_ORDERED, ordered)
    return case


def end_of(last: date) -> datetime:
    """The first instant after a day of Vietnam."""
    return datetime(last.year, last.month, last.day, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "row", each("publication", lambda row: row.facts.get("field") in set(ViolationField))
)
def test_a_publication_is_refused_for_the_reason_that_is_answered(row: LegalCase) -> None:
    case = decided()
    act = SimpleNamespace(behaviour=SimpleNamespace(field=ViolationField(row.facts["field"])))
    sanction: Any = SimpleNamespace(
        document_id=ident("MQĐ15"), decided_on=DECIDED_ON, order=SimpleNamespace(acts=[act])
    )
    case.facts.sanction = sanction
    harmful = row.facts["damage"] != "none"
    told = case_execution_acts.SanctionPublished(
        where="Cổng thông tin",
        published_on=DECIDED_ON,
        document_id=ident("MQĐ15"),
        why="Dư luận bức xúc" if harmful else None,
    )
    answer = asked(row)
    refused = code(told, case.facts)
    assert (refused is None) == (answer["may"] == "yes")
    if refused is not None:
        assert whys.of(refused) in answer["why"].split("+")


_MODES = {
    "by_hand": DeliveryMode.REFUSED,
    "post": DeliveryMode.POST,
    "electronic": DeliveryMode.ELECTRONIC,
    "posting": DeliveryMode.POSTING,
}


@pytest.mark.parametrize(
    "row", each("delivery", lambda row: row.facts.get("other_ways") != "untried")
)
def test_a_decision_counts_as_delivered_from_the_day_that_is_answered(row: LegalCase) -> None:
    case = decided()
    facts, way = row.facts, row.facts["way"]
    answer = asked(row)
    returned = sorted(one for one in facts.get("returned", "").split("+") if one)
    since = facts.get("entered_on") or facts.get("posted_on") or next(iter(returned[2:3]), None)
    proof = case.paper("MBB06") if facts.get("before", "none") != "none" else None
    case.facts.folio = FILED
    on = answer.get("deemed_on") or facts.get("refused_on")
    deemed_on = date.fromisoformat(on) if on else LONG_AFTER
    told = case_execution_acts.DecisionDelivered(
        document_id=ident("MQĐ15"),
        mode=_MODES[way],
        delivered_on=deemed_on,
        deemed=True,
        attempts=max(1, len(returned)),
        proof="",
        receiver=None,
        proof_document_id=proof,
        since=date.fromisoformat(since) if since else DECIDED_ON,
        sheet=SHEET if way == "post" or facts.get("minutes") == "yes" else None,
        alone="Không còn ai khác",
    )
    assert (code(told, case.facts, today=LONG_AFTER) is None) == (answer["deemed"] == "yes")
    if answer["deemed"] == "yes" and way != "by_hand":
        before = msgspec.structs.replace(told, delivered_on=deemed_on - timedelta(days=1))
        assert code(before, case.facts, today=LONG_AFTER) == "case_delivery"


@pytest.mark.parametrize(
    "row",
    each("correction", lambda row: "on" in row.facts and row.facts["fault"] != "13_1"),
)
def test_a_decision_is_changed_until_the_day_that_is_answered(row: LegalCase) -> None:
    facts = row.facts
    on, decided_on = date.fromisoformat(facts["on"]), date.fromisoformat(facts["decided_on"])
    case = decided(decided_on)
    by = case.paper("MQĐ38", replaces=None)
    case.facts.papers[by].issued_on = on
    result = facts.get("cause") == "complaint_result"
    case.facts.folio = FILED
    told = case_side_acts.DocumentAmended(
        document_id=ident("MQĐ15"),
        by=by,
        reason="Sửa",
        total=None if facts["fault"] == "remedy_part" else 1_000_000,
        confiscated=[] if facts["fault"] == "remedy_part" else None,
        without_limit="result" if result else None,
        sheet=SHEET if result else None,
    )
    statute = facts.get("statute_ends")
    over = statute is not None and on > date.fromisoformat(statute)
    context = made.guard_context(
        change_by=last_days.to_change(case.facts, told),
        statute=Text(vi="Đã hết.", en="It is over.") if over else None,
    )
    refused = correcting.time_fault(case.facts, told, context)
    assert (refused is None) == (asked(row)["may"] == "yes")
    if refused is not None:
        assert whys.of(refused.code) == asked(row)["why"]


@pytest.mark.parametrize("row", each("lapse", lambda row: "changed" not in row.facts))
def test_a_lapse_is_recorded_from_the_day_that_is_answered(row: LegalCase) -> None:
    answer, on = asked(row), date.fromisoformat(row.facts["on"])
    last = date.fromisoformat(answer["last_day"])
    case = decided(date.fromisoformat(row.facts["decided_on"]))
    told = case_execution_acts.ExecutionLapsed(
        lapsed_on=last + timedelta(days=1), reason="Quá một năm"
    )
    refused = code(told, case.facts, today=on, due={"D18": end_of(last)})
    assert refused == (None if answer["fine"] == "lapsed" else "case_lapse_early")


@pytest.mark.parametrize("row", each("partial"))
def test_a_fine_stops_for_the_causes_that_are_answered(row: LegalCase) -> None:
    case = decided()
    document = case.paper("MQĐ17")
    case.facts.folio = FILED
    cause = row.facts["cause"]
    told = case_execution_acts.ExecutionPartial(
        document_id=document,
        why="dead" if cause == "death" else cause,  # type: ignore[arg-type]
        on=DECIDED_ON,
        sheet=SHEET,
        successor=None,
        alone="Không còn ai khác",
    )
    assert (code(told, case.facts) is None) == (asked(row).get("may", "yes") == "yes")
    case.facts.papers[document].issued_on = DECIDED_ON + timedelta(days=61)
    late = {"cause_on": DECIDED_ON.isoformat(), "on": (DECIDED_ON + timedelta(days=61)).isoformat()}
    refused = code(told, case.facts, partial_by=DECIDED_ON + timedelta(days=60))
    assert refused is not None
    answer = service.answer(Asked.EXECUTION, row.facts | late).result
    assert answer["why"] == whys.of(refused) == "too_late"


@pytest.mark.parametrize("row", each("pay_officer"))
def test_the_officer_takes_a_fine_where_it_is_answered(row: LegalCase) -> None:
    case = decided()
    case.facts.papers[ident("MQĐ15")].form = row.facts["form"]
    place: Any = row.facts.get("place", "town")
    told = case_execution_acts.PaymentReceived(
        payment_id=ident("payment"),
        kind=PaymentKind.ILLICIT_GAIN,
        amount=200_000,
        paid_on=DECIDED_ON,
        receipt_number="BL-1",
        place="Tại chỗ",
        taken="on_the_spot" if place == "town" else place,
    )
    assert code(told, case.facts) == (None if asked(row)["may"] == "yes" else "case_pay_treasury")


def test_the_table_of_what_governs_names_every_question() -> None:
    known = of_execution.QUESTIONS | of_delivery.QUESTIONS | of_changes.QUESTIONS
    assert governing.EXECUTION.keys() == known.keys()
    silent = {what for what, row in governing.EXECUTION.items() if row.act is None}
    assert silent == {"enforcement_time", "no_means", "end_enforcement", "transfer_execution"}
    for row in rows("end_enforcement"):
        assert not service.answer(row.kind, row.facts).applied
    assert service.answer(Asked.EXECUTION, {"what": "pay_officer", "form": "MQĐ01"}).applied
    deadline = {"rule": "D28", "step": "no_means_check", "start": "2026-03-10"}
    assert not service.answer(Asked.DEADLINE, deadline).applied
    assert service.answer(Asked.DEADLINE, {"rule": "D12", "start": "2026-03-10"}).applied


@pytest.mark.parametrize("module", [of_execution, of_delivery, of_changes])
def test_an_answer_about_a_decision_counts_nothing_itself(module: Any) -> None:
    """No span is added, no day moved, no number but of counting: backend/law/rules does, or the clocks."""
    tree = ast.parse(Path(module.__file__).read_text("utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").endswith((".counting", ".clocks"))
        for alias in node.names
    }
    assert not imported
    numbers = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and type(node.value) is int
    }
    assert numbers <= {0, 1, 2, 3, 10, 2026}
