"""Codes that are typed, names that are masked, certificates that may sign or not."""

import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.casework.issued_documents.public_lookups import neighbourhood
from backend.core.buckets import Buckets
from backend.documents.rules import signing as rules
from backend.documents.rules.signing import CertificateFacts

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


def facts(**changed: Any) -> CertificateFacts:
    given: dict[str, Any] = {
        "fingerprint": "0" * 64,
        "subject": "",
        "issuer": "",
        "serial": "1",
        "common_name": "Bùi Hương Giang",
        "identifiers": (),
        "valid_from": NOW - timedelta(days=1),
        "valid_to": NOW + timedelta(days=1),
        "is_authority": False,
        "key_usage": frozenset({"digital_signature", "non_repudiation"}),
        "extended_key_usage": None,
    }
    return CertificateFacts(**(given | changed))


def objection(found: CertificateFacts, number: str | None = "01-QLTT0007") -> str | None:
    return rules.objection(found, full_name="Bùi Hương Giang", officer_number=number, now=NOW)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, None),
        ({"common_name": "bùi  hương giang"}, None),
        ({"common_name": unicodedata.normalize("NFD", "Bùi Hương Giang")}, None),
        ({"common_name": "BHG", "identifiers": ("01-QLTT0007",)}, None),
        ({"common_name": "Bùi Hương Giang (01-QLTT0007)"}, None),
        ({"identifiers": ("01-QLTT0008",)}, "certificate_foreign"),
        ({"identifiers": ("01-QLTT00071",)}, "certificate_foreign"),
        ({"common_name": "Bùi Hương Giangg"}, "certificate_foreign"),
        ({"valid_to": NOW - timedelta(seconds=1)}, "certificate_expired"),
        ({"valid_from": NOW + timedelta(seconds=1)}, "certificate_not_yet_valid"),
        ({"key_usage": frozenset({"key_encipherment"})}, "certificate_wrong_purpose"),
        ({"key_usage": None}, None),
        ({"extended_key_usage": frozenset({"server_auth"})}, "certificate_wrong_purpose"),
        ({"extended_key_usage": frozenset({"email_protection"})}, None),
        ({"is_authority": True}, "certificate_wrong_purpose"),
    ],
)
def test_a_certificate_may_sign_or_is_refused_for_a_reason(
    changed: dict[str, Any], code: str | None
) -> None:
    assert objection(facts(**changed)) == code


def test_an_officer_without_a_number_signs_under_his_name() -> None:
    assert objection(facts(), number=None) is None


@pytest.mark.parametrize(
    ("certified", "registered"),
    [("K\u2019Brơi", "K'Brơi"), ("K\u02bcBrơi", "K'Brơi"), ("Lò Văn \u00d0ức", "Lò Văn Đức")],
)
def test_a_certificate_may_write_the_same_name_with_another_sign(
    certified: str, registered: str
) -> None:
    found = facts(common_name=certified)
    assert rules.objection(found, full_name=registered, officer_number=None, now=NOW) is None


def test_codes_are_long_random_and_survive_being_typed() -> None:
    codes = {rules.new_code() for _ in range(500)}
    assert len(codes) == 500
    assert rules.CODE_LETTERS * 5 >= 128
    for code in codes:
        assert rules.read_code(code) == code
        assert not set(code) & set("ILOU")
        typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
        assert rules.read_code(typed) == code


@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    found = rules.read_code(typed)
    assert found is None or rules.read_code(found) == found


def test_a_paper_s_qr_code_holds_the_page_s_address() -> None:
    code = rules.new_code()
    assert rules.verify_url("https://qltt.example/", code) == f"https://qltt.example/verify/{code}"


def test_a_party_is_masked_but_for_the_family_name() -> None:
    assert rules.masked("Nguyễn Văn Tới") == "Nguyễn V** T**"
    assert rules.masked("Công ty TNHH Một Mình Tôi") == "Công t** T** M** M** T**"
    assert rules.masked("Tới") == "T**"


_LETTERS = st.characters(categories=["Lu", "Ll"])
_WORDS = st.lists(st.text(_LETTERS, min_size=1, max_size=12), min_size=1, max_size=6)


@given(_WORDS)
def test_of_every_word_but_the_first_one_letter_is_told(words: list[str]) -> None:
    name = unicodedata.normalize("NFC", " ".join(words))
    shown, true = rules.masked(name).split(" "), name.split(" ")
    assert len(shown) == len(true)
    for told, word in list(zip(shown, true, strict=True))[1 if len(true) > 1 else 0 :]:
        assert told == f"{word[0]}**"


@given(_WORDS, st.integers(0, 5), st.text(_LETTERS, min_size=1, max_size=12))
def test_names_that_differ_only_behind_first_letters_look_alike(
    words: list[str], at: int, rest: str
) -> None:
    whole = unicodedata.normalize("NFC", " ".join(["Họ", *words])).split(" ")
    at = 1 + at % len(words)
    other = [*whole[:at], whole[at][0] + "x" + rest, *whole[at + 1 :]]
    third = [*whole[:at], whole[at][0] + "y", *whole[at + 1 :]]
    assert rules.masked(" ".join(other)) == rules.masked(" ".join(third))


def test_an_address_may_ask_some_times_at_once_and_then_by_and_by() -> None:
    now = 0.0
    buckets = Buckets(burst=3, per_minute=60, askers=2, clock=lambda: now)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    now = 1.0
    assert [buckets.take("a"), buckets.take("a")] == [True, False]
    for stranger in ("c", "d"):
        buckets.take(stranger)
    assert len(buckets._left) == 2


def test_a_household_of_ipv6_is_one_address() -> None:
    first, second = "2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::9"
    assert neighbourhood(first) == neighbourhood(second)
    assert neighbourhood(first) != neighbourhood("2001:db8:1:3::1")
    assert neighbourhood("203.0.113.7") == "203.0.113.7"
    assert neighbourhood("nonsense") == ""


def test_who_comes_by_ipv4_to_a_socket_of_both_has_turns_of_his_own() -> None:
    assert neighbourhood("::ffff:203.0.113.7") == neighbourhood("203.0.113.7")
    assert neighbourhood("::ffff:203.0.113.7") != neighbourhood("::ffff:203.0.113.8")
