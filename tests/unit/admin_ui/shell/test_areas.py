"""The desk's areas: each role has its own, and a page lies in the nearest one above its address."""

import pytest

from admin_ui.shell.areas import AREAS, Module, entries, within


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("/desk/", "/desk/"),
        ("/desk", "/desk/"),
        ("/desk/cases", "/desk/cases"),
        ("/desk/cases/0198/acts/payment.received", "/desk/cases"),
        ("/desk/documents/0198/sign", "/desk/cases"),
        ("/desk/numbers", "/desk/cases"),
        ("/desk/parties/alike/0198/0199", "/desk/parties/register"),
        ("/desk/parties/lookup", "/desk/parties/register"),
        ("/desk/lost-phones", "/desk/devices"),
        ("/desk/law/deadline", "/desk/law"),
        ("/desk/catalogue/ND98-7-1/publish", "/desk/law"),
        ("/desk/decisions/new", "/desk/decisions"),
        ("/desk/people/new", "/desk/people"),
        ("/desk/informations/0198/acts/intake.closed", "/desk/informations"),
        ("/desk/informations/complaints", "/desk/informations/complaints"),
        ("/desk/figures", "/desk/statistics"),
        ("/desk/report-definitions/monthly", "/desk/report-definitions"),
        ("/desk/casesandmore", None),
        ("/desk/inspections/0198", "/desk/decisions"),
        ("/desk/statements/0198", None),
        ("/desk/account", None),
    ],
)
def test_a_page_lies_in_the_nearest_area_above_it(path: str, href: str | None) -> None:
    found = within(path, list(AREAS))
    assert (found and found.href) == href


def test_who_has_no_area_of_definitions_reads_them_as_part_of_the_reports() -> None:
    mine = [one for one in AREAS if one.href != "/desk/report-definitions"]
    found = within("/desk/report-definitions/monthly", mine)
    assert found is not None
    assert found.href == "/desk/reports"


def test_law_and_catalogue_are_one_area() -> None:
    """One entry, "Pháp luật, danh mục"; each of its two pages links the other."""
    about = [one for one in AREAS if "law" in one.href or "catalogue" in one.href]
    assert [one.href for one in about] == ["/desk/law"]


def test_a_module_stands_once_in_the_rail_and_its_only_area_is_a_plain_link() -> None:
    rail = entries(list(AREAS))
    assert [one.word for one in rail] == ["common.nav_queue", "common.nav_due", *Module]
    assert len({one.icon for one in rail}) == len(rail)
    alone = [one for one in AREAS if one.href in {"/desk/notices", "/desk/by-hand", "/desk/law"}]
    assert [(one.word, [area.href for area in one.areas]) for one in entries(alone)] == [
        (Module.PAPERS, ["/desk/by-hand"]),
        (Module.LAW, ["/desk/law"]),
    ], "under the module's name, where everybody looks for it; notices are a bell in the bar"
    assert entries([]) == []
