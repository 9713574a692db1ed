"""The way to a page: group, list, record; under the title by which the reader knows the record."""

import pytest

from admin_ui.shell.crumbs import Crumb, crumbs
from admin_ui.shell.last_seen import record_above, record_of
from backend.core.actors import Actor, UnitPath
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role

PLAN = "/desk/plans/01980000-0000-7000-8000-000000000001"


def head() -> Actor:
    return Actor(
        officer_id=new_id(),
        username="giang",
        full_name="Giang",
        roles=frozenset({Role.SUPERVISOR}),
        unit=UnitPath(unit_1=new_id()),
        session_id=None,
        face="desk",
    )


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/desk/", []),
        ("/desk/plans", []),
        ("/desk/account", []),
        (PLAN, ["plans.title"]),
        (f"{PLAN}/acts/amended", ["plans.title", "01/VV-2026"]),
        ("/desk/outgoing", []),
        ("/desk/outgoing/2026", ["common.module_papers", "outgoing.title"]),
        ("/desk/informations/new", ["informations.title"]),
        ("/desk/informations/list", ["informations.title"]),
        ("/desk/decisions/new", ["common.module_inspections", "qdkt.title"]),
    ],
)
def test_a_page_names_what_is_above_it(path: str, way: list[str]) -> None:
    found = crumbs(head(), path, [("/desk/plans/other", "02/VV-2026"), (PLAN, "01/VV-2026")])
    assert [one.text or one.key for one in found] == way


def test_a_record_that_was_not_opened_lately_is_called_record() -> None:
    assert crumbs(head(), f"{PLAN}/package", [])[-1] == Crumb(PLAN, "common.crumb_record", "")


def test_only_the_own_page_of_a_record_is_the_record() -> None:
    assert record_of(PLAN) == record_of(f"{PLAN}/") == PLAN
    assert record_above(PLAN) is None
    assert record_above(f"{PLAN}/acts/x") == PLAN
    for path in (f"{PLAN}x", "/desk/cases", "/desk/photos/01980000-0000-7000-8000-000000000001"):
        assert (record_of(path), record_above(path)) == (None, None), path


@pytest.mark.parametrize(
    "path",
    [
        "/desk/diary/01980000-0000-7000-8000-000000000001/note",
        "/desk/units/01980000-0000-7000-8000-000000000001/rename",
    ],
)
def test_what_has_no_page_of_its_own_is_no_step_of_the_way(path: str) -> None:
    assert record_above(path) is None


@pytest.mark.parametrize(
    ("path", "above", "way"),
    [
        (f"{PLAN}/package", f'<a href="{PLAN}#items">Kế hoạch A &amp; B</a>', (f"{PLAN}#items", "Kế hoạch A & B")),
        ("/desk/account/passkeys", '<a href="/desk/account">Tài khoản</a>', ("/desk/account", "Tài khoản")),
        ("/desk/plans/new", '<a href="/desk/plans">Kế hoạch</a>', ("/desk/plans?at=7", "Kế hoạch")),
    ],
)  # fmt: skip
def test_a_page_names_the_step_above_it_where_its_address_does_not(
    path: str, above: str, way: tuple[str, str]
) -> None:
    found = crumbs(
        head(), path, [(PLAN, "01/VV-2026")], f"{path}?from=%2Fdesk%2Fplans%3Fat%3D7", above
    )
    assert (found[-1].href, found[-1].text) == way
    assert len({one.href for one in found}) == len(found), "no step twice"
