"""Where a list stands is in its address: conditions are taken off one by one, and a record leads back to its place."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from admin_ui.shell.listing.places import Place, back

ASKED = {"state": "decision_due", "unit": "7", "subject": "Trần & Cô", "mine": ""}
PLACE = Place("/desk/cases", ASKED, order="opened", after="cursor")


def asked_of(address: str) -> dict[str, str]:
    return {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}


def test_each_condition_that_is_set_has_a_chip_that_takes_off_only_itself() -> None:
    chips = PLACE.chips(
        ("state", "Trạng thái", "Chờ ra quyết định"),
        ("unit", "Đơn vị", "Đội 1"),
        ("subject", "Tên", "Trần & Cô"),
        ("mine", "Của tôi", "có"),
    )
    assert [(one.name, one.value) for one in chips] == [
        ("Trạng thái", "Chờ ra quyết định"),
        ("Đơn vị", "Đội 1"),
        ("Tên", "Trần & Cô"),
    ]
    assert asked_of(chips[1].href) == {
        "state": "decision_due",
        "subject": "Trần & Cô",
        "order": "opened",
    }, "the others and the order stay, and it begins at the first page"


def test_a_value_that_nothing_understood_is_no_chip() -> None:
    assert PLACE.chips(("unit", "Đơn vị", "")) == []


def test_pages_keep_the_conditions_and_the_order() -> None:
    assert asked_of(PLACE.following("next")) == asked_of(PLACE.first) | {"after": "next"}
    assert "after" not in asked_of(PLACE.first)
    assert PLACE.following(None) == ""
    assert PLACE._replace(after="").first == "", "on the first page nothing leads to it"


def test_a_heading_turns_the_order_round_and_the_usual_order_is_not_in_the_address() -> None:
    turned = PLACE.ordering("opened", "-opened", falling=True)
    assert (turned.now, asked_of(turned.href).get("order")) == ("ascending", None)
    usual = PLACE._replace(order="").ordering("opened", "-opened", falling=True)
    assert (usual.now, asked_of(usual.href)["order"]) == ("descending", "opened")
    other = PLACE.ordering("due", "-opened", falling=False)
    assert (other.now, asked_of(other.href)["order"]) == ("none", "due")


def test_a_record_leads_back_to_its_row_on_the_page_of_the_list() -> None:
    again = back("/desk/cases", PLACE.record("/desk/cases/1", "case-1"))
    assert asked_of(again) == asked_of(PLACE.following("cursor"))
    assert urlsplit(again)[2::2] == ("/desk/cases", "case-1")
    assert Place("/desk/cases", {}).record("/desk/cases/1", "case-1") == "/desk/cases/1"
    other = Place("/desk/informations/list", {}).record("/desk/informations/1", "a")
    assert back("/desk/informations", other) == "/desk/informations/list#a", "not to the board"


@pytest.mark.parametrize(
    "given",
    [
        *("//evil.example", "https://evil.example", "/desk/casesevil", "/desk/cases/../sign-out"),
        *(
            "/desk/cases?a#b#c",
            "/desk/cases?\r\nX: y",
            "javascript:alert(1)",
            "/desk/cases?<b>",
            "",
        ),
        *("/desk/people?state=active", "/desk/cases@evil.example", "/desk/cases\\evil"),
    ],
)
def test_what_an_address_says_leads_nowhere_but_into_the_area(given: str) -> None:
    assert back("/desk/cases", f"/desk/cases/1?{urlencode({'from': given})}") == "/desk/cases"


def test_an_overlong_place_leads_back_to_the_area() -> None:
    place = urlencode({"from": f"/desk/cases?subject={'a' * 600}"})
    assert back("/desk/cases", f"/desk/cases/1?{place}") == "/desk/cases"
    long = PLACE._replace(asked={"subject": "a" * 700})
    assert long.record("/desk/cases/1", "a") == "/desk/cases/1"
