"""From a signed sanction decision to the act: exactly what was reckoned, or nothing."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from backend.casework.drafting import entering
from backend.casework.prefill import sanctioning
from backend.casework.prefill.sanctioning import PaperDiffers
from backend.law.sanctions import service as sanctions
from schemas.casework.acts.proceedings import SanctionImposed
from schemas.casework.words import CaseAct, DocumentState
from tests.unit.casework.prefill import test_filling as made


def signed(**changed: Any) -> Any:
    facts = made.case()
    fields = made.filled("MQĐ02", facts) | changed
    paper = made.paper("MQĐ02", "1/QĐ-XPHC")
    paper.fields, paper.issued_on = fields, date(2026, 3, 9)
    return paper


def test_the_act_repeats_the_order_that_the_paper_bears() -> None:
    content = sanctioning.imposed(signed(), by_device=False, publish=True, confiscated=[])
    expected = sanctions.compute(made.order())
    assert (content.total, content.computation) == (expected.total_vnd, expected.hash)
    assert content.order == made.order()
    assert content.comply_days == 10
    assert content.delegation is None


@pytest.mark.parametrize(
    "changed",
    [
        {"total_fine": 4_000_000},
        {"violations": []},
        {"reckoning": ""},
        {"reckoning": "{}"},
        {"reckoning": "["},
    ],
)
def test_a_paper_that_says_other_amounts_than_its_reckoning_is_not_entered(
    changed: dict[str, Any],
) -> None:
    with pytest.raises(PaperDiffers):
        sanctioning.imposed(signed(**changed), by_device=False, publish=False, confiscated=[])


def test_one_changed_fine_is_found_though_the_total_stands() -> None:
    paper = signed()
    paper.fields["violations"][0]["fine"] -= 1
    with pytest.raises(PaperDiffers):
        sanctioning.reckoned(paper.fields)


def test_a_decision_waits_until_an_act_takes_it_up() -> None:
    facts = made.case()
    assert sanctioning.waiting(facts) == []
    facts.sanction = None
    (one,) = sanctioning.waiting(facts)
    assert one.form == "MQĐ02"
    one.state = DocumentState.CANCELLED
    assert sanctioning.waiting(facts) == []


def test_remedies_alone_say_why_there_is_no_fine() -> None:
    paper = made.paper("MQĐ15", "2/QĐ-KPHQ")
    paper.fields = made.filled("MQĐ15", made.case()) | {"ground": "dead", "reason": "Đã chết"}
    content = sanctioning.remedied(paper, why=None, confiscated=[])
    assert (content.why, content.reason) == ("violator_dead", "Đã chết")
    assert content.ground_proof is None
    proved = sanctioning.remedied(paper, why=None, confiscated=[], proof=paper.id)
    assert proved.ground_proof == paper.id
    assert content.remedies == ["Buộc tiêu hủy hàng hóa"]
    assert sanctioning.remedied(paper, why="statute_over", confiscated=[]).why == "statute_over"


NOW = datetime(2026, 3, 9, 3, 0, tzinfo=UTC)


def test_who_enters_a_signed_sanction_says_why_it_is_late_and_why_without_an_opinion() -> None:
    choices = entering.Choices(late="Nghỉ lễ", no_opinion="Sắp hết hạn", publish=True)
    kind, content = entering.act_of(signed(), made.case(), choices, NOW)
    assert kind is CaseAct.SANCTION_IMPOSED
    assert isinstance(content, SanctionImposed)
    assert (content.late, content.no_opinion, content.publish) == ("Nghỉ lễ", "Sắp hết hạn", True)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("MQĐ01", CaseAct.SANCTION_IMPOSED_ON_SPOT),
        ("MQĐ02", CaseAct.SANCTION_IMPOSED),
        ("MQĐ14", CaseAct.REMEDY_ORDERED),
        ("MQĐ15", CaseAct.REMEDY_ORDERED),
    ],
)
def test_the_form_of_the_decision_says_which_act_it_is(form: str, kind: CaseAct) -> None:
    facts = made.case()
    paper = made.paper(form, "3")
    fines = form in ("MQĐ01", "MQĐ02")
    paper.issued_on = date(2026, 3, 9)
    paper.fields = signed().fields if fines else made.filled(form, facts) | {"reason": "Vì thế"}
    assert entering.act_of(paper, facts, entering.NO_CHOICES, NOW)[0] is kind


def test_a_time_is_over_only_where_the_paper_says_so() -> None:
    facts, paper = made.case(), made.paper("MQĐ15", "4")
    paper.fields = {"ground": "dead"}
    assert entering.why(paper, facts, NOW) is None
    paper.fields = {"ground": "expired"}
    assert entering.why(paper, facts, NOW) == "statute_over", "the time to decide is not over"
