"""What an earlier sanction still means, and which reasons are told."""

from datetime import date
from typing import Any

import pytest

from backend.casework.prior_offences.service import lapses_on
from backend.casework.rules import again
from backend.casework.rules import prior_offences as rules
from backend.casework.texts import prior_offences as texts
from schemas.casework.prior_offences import MatchReason, PartyIdentity
from tests.support import cases

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("case", cases.read("outcomes")["cases"])
def test_what_an_earlier_inspection_came_to_is_told_as_the_phone_tells_it(
    case: dict[str, Any],
) -> None:
    assert rules.outcome(case["state"], case["form"], case["found"]) == case["outcome"]


@pytest.mark.parametrize("case", cases.read("prior_sanctions")["standing"])
def test_a_sanction_counts_until_the_last_day_of_its_period(case: dict[str, Any]) -> None:
    """Law 15/2012 Art 7.1: 6 months after only a warning was carried out, 1 year after any other sanction, or after
    the time to carry it out ended; whichever came first, for what is done after the lapse begins nothing anew."""
    sanctioned, executed, lapsed, today, last = (
        date.fromisoformat(case[name]) if case[name] else None
        for name in ("sanctioned_on", "executed_on", "lapsed_on", "today", "lapses_on")
    )
    assert today is not None
    told = lapses_on(executed, lapsed, only_warned=case["only_warned"])
    assert told == last, case["why"]
    assert rules.standing(sanctioned, told, today) == case["standing"], case["why"]


@pytest.mark.parametrize("case", cases.read("prior_sanctions")["bearing"])
def test_the_same_act_is_a_re_offence_or_one_of_several(case: dict[str, Any]) -> None:
    """Law 15/2012 Art 2.5: sanctioned, the term not over, the same act again. Art 2.6: before, not sanctioned yet."""
    acted, sanctioned, last = (
        date.fromisoformat(case[name]) if case[name] else None
        for name in ("acted_on", "sanctioned_on", "lapses_on")
    )
    assert acted is not None
    told = again.bearing(acted, sanctioned, last, open_yet=case["open_yet"])
    assert told == case["bearing"], case["why"]


def test_nothing_of_a_fine_is_owed_once_its_execution_is_time_barred() -> None:
    """Law 15/2012 Art 74.1: after the year the fine is not executed."""
    assert rules.open_vnd(5_000_000, 1_000_000) == 4_000_000
    assert rules.open_vnd(5_000_000, 1_000_000, TODAY) == 0


def test_a_stronger_reason_leaves_out_the_weaker_that_it_implies() -> None:
    told = rules.ordered(["name_only", "similar_name", "name_and_address", "tax_code"])
    assert told == [MatchReason.TAX_CODE, MatchReason.NAME_AND_ADDRESS]
    assert texts.why(told).en.startswith("the same tax code; ")


def test_a_personal_number_is_looked_for_as_tax_code_too() -> None:
    asked = PartyIdentity(
        subject_id=None,
        name="  Nguyễn   Văn A ",
        address="",
        tax_code="001 085.012345",
        identity_number=None,
    )
    told = rules.cleaned(asked)
    assert (told.tax_code, told.identity_number) == ("001085012345", "001085012345")
    assert (told.name, told.address) == ("Nguyễn Văn A", None)
    assert rules.is_askable(told)


def test_an_address_alone_names_no_party() -> None:
    nobody = PartyIdentity(
        subject_id=None, name=None, address="Số 1", tax_code=None, identity_number=None
    )
    assert not rules.is_askable(rules.cleaned(nobody))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hoa gao", ["hoa", "gao"]),
        ("Công ty TNHH Hóa Gạo", ["hoa", "gao"]),
        ("HỘ KINH DOANH Đỗ Thị Hòa", ["do", "thi", "hoa"]),
        ("Công ty", ["cong", "ty"]),
        ("Nhân Tâm", ["nhan", "tam"]),
        ("a b %_\\", []),
        ("(Gạo) 'Gạo'; gạo", ["gao"]),
        (
            "mot hai ba bon nam sau bay tam chin",
            ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam"],
        ),
        (None, []),
    ],
)
def test_a_name_is_searched_by_its_words_without_what_thousands_share(
    typed: str | None, words: list[str]
) -> None:
    assert rules.search_words(typed) == words


def test_only_what_agrees_wholly_is_called_exact() -> None:
    assert not rules.is_exact([MatchReason.NAME_WORDS])
    assert not rules.is_exact([MatchReason.SIMILAR_NAME])
    assert rules.is_exact([MatchReason.NAME_ONLY])
    assert rules.ordered(["name_words", "tax_code"]) == [MatchReason.TAX_CODE]
    assert rules.ordered(["name_words"]) == [MatchReason.NAME_WORDS]
