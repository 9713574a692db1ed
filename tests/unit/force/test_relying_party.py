"""For which addresses passkeys are made, as an operator sets it."""

import pytest

from backend.core import settings
from backend.core.relying_party import RelyingParty, read
from backend.force.rules.passkeys import went_back
from deploy.surroundings import wishes
from tests.unit.fieldwork.findings.test_limits import NEEDED


@pytest.mark.parametrize(
    ("public", "domain", "origin"),
    [
        ("https://hientruong.example.vn", "hientruong.example.vn", "https://hientruong.example.vn"),
        ("https://qltt.vn:8443/a", "qltt.vn", "https://qltt.vn:8443"),
        ("http://127.0.0.1:8000", "localhost", "http://localhost:8000"),
        ("http://localhost:8000", "localhost", "http://localhost:8000"),
        ("http://[::1]:9000", "localhost", "http://localhost:9000"),
    ],
)
def test_the_public_address_is_the_only_one_unless_others_are_named(
    public: str, domain: str, origin: str
) -> None:
    assert read(public, "", "") == RelyingParty(id=domain, origins=(origin,))


@pytest.mark.parametrize("public", ["https://10.0.0.7", "http://hientruong.example.vn"])
def test_an_address_where_browsers_use_none_has_none(public: str) -> None:
    assert read(public, "", "") is None


def test_several_desks_of_one_domain_share_its_passkeys() -> None:
    named = "https://desk.qltt.vn/, https://hn.qltt.vn:8443"
    found = read("http://127.0.0.1:8000", named, "QLTT.vn")
    assert found == RelyingParty(
        id="qltt.vn", origins=("https://desk.qltt.vn", "https://hn.qltt.vn:8443")
    )
    assert found.serves("Desk.qltt.vn")
    assert found.serves("hn.qltt.vn:8443")
    assert not found.serves("hn.qltt.vn")
    assert not found.serves("qltt.vn")


@pytest.mark.parametrize(
    ("origins", "domain"),
    [
        ("desk.qltt.vn", ""),
        ("http://desk.qltt.vn", ""),
        ("https://10.0.0.7", ""),
        ("https://desk.qltt.vn/desk", ""),
        ("https://user@desk.qltt.vn", ""),
        ("https://desk.qltt.vn:none", ""),
        ("https://desk.qltt.vn", "hn.qltt.vn"),
        ("https://desk.qltt.vn", "ltt.vn"),
        ("https://desk.qltt.vn https://desk.evil.vn", ""),
    ],
)
def test_an_address_that_no_browser_would_send_stops_the_start_with_a_sentence(
    origins: str, domain: str
) -> None:
    with pytest.raises(SystemExit, match="HIENTRUONG_PASSKEY_"):
        read("https://desk.qltt.vn", origins, domain)


def test_both_are_read_from_the_environment_and_a_wrong_one_is_found_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in NEEDED.items():
        monkeypatch.setenv(f"HIENTRUONG_{name}", value)
    assert settings.load().passkeys == RelyingParty(
        id="localhost", origins=("http://localhost:8000",)
    )
    monkeypatch.setenv("HIENTRUONG_PASSKEY_ORIGINS", "https://desk.qltt.vn")
    monkeypatch.setenv("HIENTRUONG_PASSKEY_DOMAIN", "qltt.vn")
    assert settings.load().passkeys == RelyingParty(id="qltt.vn", origins=("https://desk.qltt.vn",))
    assert {"HIENTRUONG_PASSKEY_ORIGINS", "HIENTRUONG_PASSKEY_DOMAIN"} <= wishes().keys()
    monkeypatch.setenv("HIENTRUONG_PASSKEY_DOMAIN", "evil.vn")
    with pytest.raises(SystemExit, match="HIENTRUONG_PASSKEY_DOMAIN"):
        settings.check_wishes()


def test_a_count_goes_back_only_where_there_is_one() -> None:
    assert not went_back(0, 0)
    assert not went_back(0, 1)
    assert not went_back(5, 6)
    assert went_back(5, 5)
    assert went_back(5, 4)
    assert went_back(5, 0)
