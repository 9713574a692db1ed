"""A sanction rests on the decree that its behaviours name, cited in full."""

import pytest

from backend.casework.prefill import filling
from backend.documents import forms


@pytest.mark.parametrize("form", ["MQĐ01", "MQĐ02"])
def test_a_sanction_rests_on_the_decree_that_its_behaviours_name(form: str) -> None:
    schema = forms.load(form, forms.newest(form))
    acts = [{"wording": "Bán thực phẩm ôi", "provision": "điểm a khoản 1 Điều 9 NĐ 115/2018/NĐ-CP"}]
    food = filling.bases(schema, {"violations": acts})
    assert "Nghị định số 115/2018/NĐ-CP ngày 04 tháng 9 năm 2018" in food[1]
    assert not any("98/2020" in one for one in food)
    assert "98/2020" in filling.bases(schema, {"violations": []})[1]
