"""Names, addresses and phones that mean the same have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.parties.rules import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công ty TNHH Hoa Sen", "CÔNG TY TRÁCH NHIỆM HỮU HẠN HOA SEN"),
        ("Cty CP Đại Phát", "Công ty cổ phần Đại  Phát"),
        ("Hộ kinh doanh Nguyễn Thị Hòa", "HKD NGUYỄN THỊ HOÀ"),
    ],
)
def test_one_name_in_two_spellings_is_one_key(one: str, other: str) -> None:
    assert normal.name_key(one) == normal.name_key(other)


def test_a_name_that_is_only_a_legal_form_keeps_it() -> None:
    assert normal.name_key("Cửa hàng") == "cua hang"
    assert normal.name_key("Hoa Sen") != normal.name_key("Hoa Xen")


def test_one_address_in_two_spellings_is_one_key() -> None:
    short = normal.address_key("Số 12 Đ. Lê Lợi, P. Bến Nghé, TP.HCM")
    assert short == normal.address_key("12 đường Lê Lợi, phường Bến Nghé, thành phố HCM")


def test_one_phone_in_three_spellings_is_one_key() -> None:
    keys = {normal.phone_key(one) for one in ("+84 912 345 678", "0912.345.678", "0084912345678")}
    assert keys == {"0912345678"}
    assert normal.phone_key("không có") is None


@given(st.text(max_size=60))
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    once = normal.folded(text)
    assert normal.folded(once) == once
    assert once == once.strip()
