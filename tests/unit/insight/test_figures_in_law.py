"""What Decree 118/2021 Art 35.2 asks for stands in the yearly report on sanctions, in the law's words."""

from datetime import date

import pytest

from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import shipped
from backend.law import form_facts
from schemas.insight.report_definitions import ReportTable
from schemas.law.provisions import RemedyKind

DAY = date(2026, 12, 14)
_REMEDIES = (
    *(
        "restore",
        "dismantle",
        "clean_up",
        "re_export",
        "destroy",
        "correct_information",
    ),  # Art 28.1 a to e
    *("remove_elements", "recall", "disgorge", "other"),  # g to k
)
ASKED = {
    "cases": {
        "cases_detected",
        "cases_sanctioned",
        "cases_declined",
        "cases_open",
        "crime_referred",
    },
    "parties": {"parties_individual", "parties_organisation", "parties_minor"},
    "forms": {"with_warning", "with_fine", "with_licence_suspension", "with_business_suspension"},
    "confiscation and remedies": {"with_confiscation", "with_remedy", "remedies_alone"},
    "each kind of remedy": {f"remedy_{kind}" for kind in _REMEDIES},
    "preventive measures by kind": {"measures_seizure", "measures_search", "measures_holding"},
    "decisions": {"decisions", "decisions_annulled"},
    "money": {"fines_collected", "interest_collected", "gains_collected", "sales_collected"},
    "fined but unpaid": {"fines_unpaid", "fines_lapsed"},
    "execution": {"executed", "postponed", "reduced", "waived", "instalments", "enforced"},
    "complaints, lawsuits and their results": {
        "complaints",
        "lawsuits",
        "decisions_complained",
        "decisions_sued",
        "complaints_resolved",
        "complaints_changed",
    },
    "others": {"reminders", "from_prosecution"},
}


@pytest.mark.parametrize("asked", ASKED)
def test_the_report_on_sanctions_has_what_the_decree_asks_for(asked: str) -> None:
    parts = shipped.everything()["sanctions"].definition.parts
    tables = [one for one in parts if isinstance(one, ReportTable)]
    told = {row.figure for table in tables for row in table.rows}
    assert ASKED[asked] <= told
    assert any("behaviours" in table.figures for table in tables), "common acts"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("with_licence_suspension", "giấy phép, chứng chỉ hành nghề có thời hạn"),  # Law Art 21.1.c
        ("instalments", "nộp tiền phạt nhiều lần"),  # Art 79
        (
            "execution_suspended",
            "tạm đình chỉ thi hành",
        ),  # Art 15.3; of a death it is executed in part (Art 75)
    ],
)
def test_figures_and_rows_have_the_words_of_the_law(code: str, words: str) -> None:
    assert words in figures.in_force(DAY)[code].name.vi
    for version in shipped.everything().values():
        for part in version.definition.parts:
            for row in part.rows if isinstance(part, ReportTable) else []:
                assert row.figure != code or words in row.label.vi, version.definition.code


def test_each_kind_of_remedy_counts_in_one_figure() -> None:
    known = figures.in_force(DAY)
    counted = [
        detail
        for kind in _REMEDIES
        for term in known[f"remedy_{kind}"].terms
        if term.event == "decisions_with"
        for detail in term.details
    ]
    assert sorted(counted) == sorted(f"remedy:{kind}" for kind in RemedyKind)


def test_measures_are_counted_by_decisions_that_can_be_signed_here() -> None:
    known = figures.in_force(DAY)
    forms = {
        form
        for one in known.values()
        for term in one.terms
        if term.event == "measures_taken"
        for form in term.details
    }
    assert forms == {"MQĐ20", *form_facts.of_kind("search")}, "Law Arts 125, 127 to 129"
    assert known["measures_holding"].kind == "stated", "0 would say that nobody was held (Art 122)"


def test_minors_are_shown_among_the_persons_that_they_count_with() -> None:
    parts = shipped.everything()["sanctions"].definition.parts
    rows = [row for one in parts if isinstance(one, ReportTable) for row in one.rows]
    at = [row.figure for row in rows].index("parties_minor")
    assert rows[at - 1].figure == "parties_individual"
    assert rows[at].indent == rows[at - 1].indent + 1


def test_what_is_in_force_is_told_by_the_day_and_changed_by_nobody() -> None:
    known = figures.in_force(DAY)
    assert known
    assert not figures.in_force(date(1990, 1, 1))
    with pytest.raises(TypeError):
        known["cases_detected"] = known["decisions"]  # type: ignore[index]  # what nobody may do
