"""The bases of a decision are those of the choices that its draft has now, in the form's order."""

from typing import Any

import pytest

from backend.documents import forms
from backend.documents import service as documents
from backend.documents.layout.prescribed.bases import bases
from backend.documents.layout.prescribed.scope import Scope
from backend.law.rules import decree_citations
from tests.unit.documents.papers import kinds_of_data

EXPULSION = "142/2021/NĐ-CP"
FOOD = "điểm a khoản 1 Điều 9 NĐ 115/2018/NĐ-CP (sđ NĐ 124/2021)"


def newest(form: str) -> dict[str, Any]:
    return forms.load(form, forms.newest(form))


def drafted(form: str, **fields: Any) -> dict[str, Any]:
    """A draft as the desk begins it, with its bases filled in."""
    whole = kinds_of_data.everything(form) | fields
    return whole | {"legal_bases": documents.bases(newest(form), whole)}


def printed(form: str, fields: dict[str, Any]) -> list[str]:
    return bases(Scope(newest(form), fields))


def test_a_decision_that_comes_to_expel_rests_on_the_decree_on_expulsion() -> None:
    """MQĐ02, basis 3: only with expulsion."""
    begun = drafted("MQĐ02", additional=[])
    assert not any(EXPULSION in one for one in begun["legal_bases"])
    expelled = begun | {"additional": [{"kind": "expulsion", "as": "main", "measure": "Trục xuất"}]}
    said = printed("MQĐ02", expelled)
    [at] = [at for at, one in enumerate(said) if EXPULSION in one]
    assert "98/2020/NĐ-CP" in said[at - 1]
    assert "Biên bản vi phạm hành chính" in said[at + 1]
    assert printed("MQĐ02", begun | {"legal_bases": said}) == begun["legal_bases"]


def test_another_provision_brings_another_decree() -> None:
    begun = drafted("MQĐ02")
    rows = [one | {"provision": FOOD} for one in begun["violations"]]
    said = printed("MQĐ02", begun | {"violations": rows})
    assert said[1] == decree_citations.cited("115/2018/NĐ-CP")
    assert not any("98/2020" in one for one in said)
    assert len(said) == len(begun["legal_bases"])


def test_a_confiscation_that_turns_to_unclaimed_goods_rests_on_what_the_form_says_then() -> None:
    """MQĐ14, variant (**): Articles 26 and 126.4, seizure, second notice, in this order."""
    begun = drafted("MQĐ14", variant="known")
    assert "khoản 2 Điều 65" in begun["legal_bases"][0]
    notice = {
        "seizure_number": "31/QĐ-TG",
        "seizure_date": "2026-10-02",
        "second_notice": "tại trụ sở Ủy ban nhân dân xã Bàu Cạn",
        "second_notice_on": "2026-11-09",
    }
    said = printed("MQĐ14", begun | notice | {"variant": "unclaimed"})
    assert [" ".join(one.split()[:5]) for one in said[:3]] == [
        "Điều 26, khoản 4 Điều",
        "Quyết định số 31/QĐ-TG ngày",
        "Kết quả thông báo lần",
    ]
    assert not any("Biên bản" in one for one in said)


@pytest.mark.parametrize("form", ["MQĐ02", "MQĐ14", "MQĐ20", "QĐ-KT"])
def test_what_the_drafter_worded_himself_stays(form: str) -> None:
    own = "Công văn số 12/CV-UBND ngày 03 tháng 11 năm 2026 của Ủy ban nhân dân xã Bàu Cạn"
    begun = drafted(form)
    said = printed(form, begun | {"legal_bases": [*begun["legal_bases"], own]})
    assert said == [*begun["legal_bases"], own]
