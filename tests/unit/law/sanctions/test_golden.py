"""Cases reckoned by hand, each with its source: golden.json is read here, and a lawyer adds to it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service
from backend.law.sanctions.service import in_use
from schemas.core.vocabulary import SubjectKind
from schemas.law.catalogue import Multiple
from schemas.law.sanctions import (
    ActOrder,
    Circumstances,
    Computation,
    ExtraKind,
    ExtraPenalty,
    Remedy,
    RemedyKind,
    SanctionOrder,
    Values,
)

Case = dict[str, Any]
CASES: list[Case] = json.loads(Path(__file__).with_name("golden.json").read_text(encoding="utf-8"))


def of(kind: str) -> list[Any]:
    """The cases of a kind, named as the file names them."""
    found = [pytest.param(case, id=case["name"]) for case in CASES if case["kind"] == kind]
    assert found
    return found


def codes(sign: str, number: int) -> list[str]:
    """So many circumstances of a sign."""
    return [c.code for c in in_use().circumstances if c.sign == sign][:number]


def reckon(case: Case) -> Computation:
    """The computation of a case's order."""
    draft = next(v for v in catalogue.violations() if v.code == case["code"])
    known = service.copied(draft)
    if band := case.get("band"):
        known = msgspec.structs.replace(known, fine_min_vnd=band[0], fine_max_vnd=band[1])
    if times := case.get("multiple"):
        multiple = Multiple(least_percent=times[0], most_percent=times[1])
        known = msgspec.structs.replace(known, multiple=multiple)
    act = ActOrder(
        behaviour=known,
        acted_on=date.fromisoformat(case["on"]),
        circumstances=Circumstances(
            mitigating=codes("mitigating", case.get("mitigating", 0)),
            aggravating=codes("aggravating", case.get("aggravating", 0)),
        ),
        values=Values(goods_value_vnd=case.get("value"), illicit_gain_vnd=None, quantity=None),
        multipliers=case.get("multipliers", []),
        warning=False,
        chosen_vnd=None,
        reason=None,
    )
    extra, remedy = case.get("extra"), case.get("remedy")
    order = SanctionOrder(
        subject=SubjectKind(case["subject"]),
        decided_on=date.fromisoformat(case["on"]),
        acts=[act],
        extra_penalties=[
            ExtraPenalty(
                kind=ExtraKind(extra), value_vnd=case.get("value"), months=None, text_vi=""
            )
        ]
        if extra
        else [],
        remedies=[Remedy(kind=RemedyKind(remedy), text_vi="Buộc tiêu hủy")] if remedy else [],
    )
    return service.compute(order)


def test_there_are_enough_cases_each_with_its_source_and_its_reckoning() -> None:
    assert len(CASES) >= 60
    assert all(case["source"] and case["reckoning"] for case in CASES)
    families = {case["code"].split("-")[0] for case in CASES if case["kind"] == "amount"}
    assert families == {v.code.split("-")[0] for v in catalogue.violations()}


@pytest.mark.parametrize("case", of("amount"))
def test_an_amount_is_what_was_reckoned_by_hand(case: Case) -> None:
    [act] = reckon(case).acts
    assert (act.effective_min_vnd, act.effective_max_vnd) == (case["least"], case["most"])
    assert act.amount_vnd == case["amount"]


@pytest.mark.parametrize("case", of("competence"))
def test_a_title_may_what_its_article_says_and_no_dong_more(case: Case) -> None:
    faults = service.competence_faults(
        case["title"],
        reckon(case),
        date.fromisoformat(case["on"]),
        delegated=case["delegated"],
    )
    assert [fault.code for fault in faults] == case["faults"]
    assert all(fault.article and fault.text.vi for fault in faults)


@pytest.mark.parametrize("case", of("late_interest"))
def test_interest_runs_from_the_day_after_the_deadline(case: Case) -> None:
    unpaid, due, paid = case["given"]
    told = service.late_interest(unpaid, date.fromisoformat(due), date.fromisoformat(paid))
    assert [told.days, told.amount_vnd] == case["expect"]


@pytest.mark.parametrize("case", of("instalments"))
def test_instalments_are_granted_within_the_article(case: Case) -> None:
    fine, subject, on, parts = case["given"]
    faults = service.instalment_faults(
        fine,
        SubjectKind(subject),
        date.fromisoformat(on),
        [(date.fromisoformat(day), amount) for day, amount in parts],
    )
    assert [fault.code for fault in faults] == case["expect"]


@pytest.mark.parametrize("case", of("no_minutes"))
def test_no_minutes_are_needed_up_to_the_ceiling_of_the_day(case: Case) -> None:
    fine, subject, on, by_device = case["given"]
    fault = service.no_minutes_fault(
        fine, SubjectKind(subject), date.fromisoformat(on), by_device=by_device
    )
    assert (fault.code if fault else None) == case["expect"]


@pytest.mark.parametrize("case", of("statute"))
def test_the_statute_ends_with_its_last_day(case: Case) -> None:
    field, began, decided, returned = case["given"]
    draft = next(v for v in catalogue.violations() if v.field == field)
    fault = service.statute_fault(
        service.copied(draft),
        date.fromisoformat(began),
        date.fromisoformat(decided),
        returned=returned,
    )
    assert (fault.code if fault else None) == case["expect"]


@pytest.mark.parametrize("case", of("lapse"))
def test_a_sanction_lapses_after_months_of_completed_execution(case: Case) -> None:
    done, warned = case["given"]
    assert service.lapsed_on(date.fromisoformat(done), only_warned=warned) == date.fromisoformat(
        case["expect"]
    )


@pytest.mark.parametrize("case", of("explanation"))
def test_who_may_explain_himself_is_told(case: Case) -> None:
    code, subject, band, extra = case["given"]
    given = {"code": code, "subject": subject, "band": band, "extra": extra, "on": "2026-11-20"}
    right = reckon(given).explanation
    assert [right.exists, right.doubtful] == case["expect"]


@pytest.mark.parametrize("case", of("title"))
def test_a_title_in_words_has_its_code_or_none(case: Case) -> None:
    assert service.title_code(case["given"]) == case["expect"]
