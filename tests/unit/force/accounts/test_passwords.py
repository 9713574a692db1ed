"""Which passwords are refused, and what the answer names."""

import pytest

from backend.core.errors import Invalid
from backend.force.errors import PasswordCommon, PasswordOwn, PasswordTooWeak
from backend.force.rules import passwords
from backend.force.rules.passwords import Owner

OWNER = Owner(
    username="hoai.an",
    full_name="Nguyễn Hoài An",
    officer_number="QL-01234",
    units=("Đội Quản lý thị trường số 5", "Chi cục Quản lý thị trường thành phố Hà Nội"),
)


@pytest.mark.parametrize("weak", ["ngắn quá", "aaaaaaaaaaaaaaaa", "abcabcabcabc", "x" * 129])
def test_a_short_or_monotonous_password_is_refused(weak: str) -> None:
    with pytest.raises(PasswordTooWeak):
        passwords.check(weak, OWNER)


@pytest.mark.parametrize(
    ("common", "part"),
    [
        ("password123456", "password"),
        ("Passw0rd!2026", "passw0rd"),
        ("passwordpassword", "password"),
        ("Matkhau@2026!!", "matkhau"),
        ("m@tkh4u123456", "matkhau"),
        ("Mật Khẩu 2026!", "matkhau"),
        ("anhyeuem12345", "anhyeuem"),
        ("Anh Yêu Em 2026", "anhyeuem"),
        ("iloveyou iloveyou", "iloveyou"),
        ("qltt@01012026", "qltt"),
        ("ｍａｔｋｈａｕ２０２６９", "matkhau"),
    ],
)
def test_what_many_people_use_is_refused_however_it_is_decorated(common: str, part: str) -> None:
    with pytest.raises(PasswordCommon) as caught:
        passwords.check(common, OWNER)
    assert caught.value.detail["part"] == part
    assert f"“{part}”" in caught.value.text.vi
    assert f"“{part}”" in caught.value.text.en


@pytest.mark.parametrize(
    "run", ["123456789012a", "qwertyuiop123", "zyxwvutsrqponm", "asdfghjkl!1234"]
)
def test_keys_in_a_row_are_refused(run: str) -> None:
    with pytest.raises(PasswordCommon):
        passwords.check(run, OWNER)


@pytest.mark.parametrize(
    ("own", "part"),
    [
        ("đây là của hoai.an nhé", "hoai.an"),
        ("Nguyenhoaian1990", "Nguyễn Hoài An"),
        ("Hoài An @ 1990!", "Hoài An"),
        ("QL01234-2026!", "QL-01234"),
        ("Đội Quản lý thị trường số 5", "Đội Quản lý thị trường số 5"),
        ("thanhphohanoi26", "thành phố Hà Nội"),
    ],
)
def test_what_colleagues_know_of_the_owner_is_refused_by_its_name(own: str, part: str) -> None:
    with pytest.raises(PasswordOwn) as caught:
        passwords.check(own, OWNER)
    assert caught.value.detail["part"] == part


@pytest.mark.parametrize(
    "good",
    [
        "con cò bay lả bay la",
        "trời mưa thì đường ướt",
        "correct horse battery staple",
        "lò gạch cũ kỹ 77",
        "k7#mPq2!vXz9",
        "83746201$952",
    ],
)
def test_a_sentence_or_a_random_text_is_a_good_password(good: str) -> None:
    passwords.check(good, OWNER)


def test_another_officer_s_name_is_no_own_part() -> None:
    with pytest.raises(Invalid):
        passwords.check("nguyenhoaian1990", OWNER)
    stranger = Owner(username="dung.le", full_name="Lê Dũng")
    passwords.check("tranthuyhang1990", stranger)


def test_the_longest_password_is_judged_too() -> None:
    with pytest.raises(PasswordCommon):
        passwords.check("matkhau" * 18, OWNER)
