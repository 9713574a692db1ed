"""Papers about goods and licences in custody: what the earlier papers of the case say stands in them."""

import dataclasses
from typing import Any

import msgspec

from backend.casework.rules.facts import Facts
from schemas.casework.words import ExhibitState
from tests.unit.casework.prefill.test_filling import case, filled, paper

SIGNER = {"name": "Lê Đăng Khoa", "title": "Đội trưởng", "unit": "Đội Quản lý thị trường số 1"}


def with_paper(facts: Facts, form: str, number: str, **fields: Any) -> Facts:
    one = paper(form, number)
    facts.papers[one.id] = dataclasses.replace(one, fields=fields)
    return facts


def with_licence(facts: Facts) -> Facts:
    """The second of the held things is a licence."""
    last = list(facts.exhibits)[-1]
    held = facts.exhibits[last]
    content = msgspec.structs.replace(held.content, kind="document", quantity="1", unit="bản")
    facts.exhibits[last] = dataclasses.replace(held, content=content)
    return facts


def test_who_ordered_the_seizure_chairs_the_valuation_of_its_goods() -> None:
    """Law Art 60.4."""
    fields = filled("MBB04", with_paper(case(), "MQĐ20", "20/QĐ-TG", signer=SIGNER))
    assert fields["chair"] == {
        "name": "Lê Đăng Khoa",
        "title": "Đội trưởng",
        "agency": "Đội Quản lý thị trường số 1",
    }
    assert fields["decision_number"] == "20/QĐ-TG"
    assert [row["name"] for row in fields["exhibits"]] == ["Mỹ phẩm", "Nước hoa"]
    assert "total" not in fields


def test_minutes_of_a_return_name_only_the_goods_that_the_decision_gives_back() -> None:
    facts = case()
    row = {"name": "Mỹ phẩm", "unit": "hộp", "quantity": "40"}
    with_paper(facts, "MQĐ24", "24/QĐ-TL", exhibits=[row], signer=SIGNER)
    fields = filled("MBB17", facts)
    assert (fields["decision_number"], fields["what"]) == ("24/QĐ-TL", "goods")
    assert fields["decision_issuer"] == "Đội trưởng Đội Quản lý thị trường số 1"
    assert [one["name"] for one in fields["exhibits"]] == ["Mỹ phẩm"]
    assert "licences" not in fields


def test_licences_stand_in_a_table_of_their_own() -> None:
    fields = filled("MBB16", with_licence(case()))
    assert fields["what"] == "both"
    assert [one["name"] for one in fields["exhibits"]] == ["Mỹ phẩm"]
    assert [one["name"] for one in fields["licences"]] == ["Nước hoa"]


def test_a_licence_is_passed_on_by_the_decision_that_seized_it() -> None:
    """Law Art 126.4b: the minutes (MBB30) then name what the decision (MQĐ42) names."""
    facts = with_licence(with_paper(case(), "MBB08", "8/BB-GGPCC"))
    order = filled("MQĐ42", facts)
    assert order["decision_number"] == "4/MQĐ20"
    assert order["licence_minutes_number"] == "8/BB-GGPCC"
    assert [one["name"] for one in order["licences"]] == ["Nước hoa"]
    said = {**order, "ground": "execution"}
    minutes = filled("MBB30", with_paper(facts, "MQĐ42", "42/QĐ-CGPCC", **said))
    assert (minutes["decision_number"], minutes["ground"]) == ("42/QĐ-CGPCC", "execution")
    assert minutes["licences"] == order["licences"]


def test_a_measure_is_lifted_by_the_number_of_its_decision() -> None:
    facts = case()
    fields = filled("MQĐ29", facts)
    assert fields["measure"] == "tạm giữ tang vật, phương tiện vi phạm hành chính"
    assert fields["decision_number"] == "4/MQĐ20"
    assert all(one.state == ExhibitState.SEIZED for one in facts.exhibits.values())


def test_an_expert_is_asked_on_the_minutes_that_there_are() -> None:
    fields = filled("MQĐ41", case())
    assert fields["violation_minutes_number"] == "1/MBB01"
    assert "hearing_minutes_number" not in fields
    said = filled("MQĐ41", with_paper(case(), "MBB03", "3/BB-GTTT"))
    assert any("3/BB-GTTT" in text for text in said["legal_bases"])
