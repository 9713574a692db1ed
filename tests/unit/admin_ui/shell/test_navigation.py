"""The navigation is kept for all who see the same: nobody gets another's, nor that of another page."""

import re

from admin_ui.shell import formats
from admin_ui.shell.areas import IN_THE_BAR, areas
from admin_ui.shell.render import rail
from backend.core.actors import Actor, UnitPath
from backend.insight.my_work.tally import Tally
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role

_HREF = re.compile(r'<a href="([^"]+)"')
_PRESENT = re.compile(r'<a href="([^"]+)" aria-current="page"')


def reader(*roles: Role) -> Actor:
    return Actor(
        officer_id=new_id(),
        username="an",
        full_name="An",
        roles=frozenset(roles),
        unit=UnitPath(unit_1=new_id()),
        session_id=None,
        face="desk",
    )


def test_each_reader_has_the_areas_of_the_own_roles_in_any_order_of_reading() -> None:
    readers = [reader(role) for role in Role]
    for one in [*readers, *reversed(readers)]:
        for language in ("vi", "en"):
            found = _HREF.findall(rail(language, one, "/desk/", None))
            assert found == [area.href for area in areas(one) if area.href != IN_THE_BAR], one.roles


def test_it_says_which_page_it_is_and_how_much_waits() -> None:
    head = reader(Role.SUPERVISOR)
    for path in ("/desk/plans", "/desk/cases/", "/desk/plans/0198", "/desk/", "/desk/account"):
        present = _PRESENT.findall(rail("vi", head, path, None))
        own = {area.href for area in areas(head)} & {path, path.rstrip("/"), f"{path}/"}
        assert set(present) == own, path
    for waiting, overdue in ((3, 1), (0, 0), (12, 0), (1200, 30)):
        said = rail("en", head, "/desk/plans", Tally(waiting, overdue))
        assert (f">{formats.brief(waiting, 'en')}</span>" in said) is (waiting > 0)
        assert (f", {waiting:,} waiting" in said) is (waiting > 0), "the whole number is told too"
        assert (f">{overdue}</span>" in said) is (overdue > 0)
        assert (f", {overdue} overdue" in said) is (overdue > 0), "colour alone tells nobody"
        assert "Restores" in said
    assert "Restores" not in rail("vi", head, "/desk/plans", None), "the other language has its own"


def test_the_group_of_the_page_stands_open_and_no_other() -> None:
    head = reader(Role.SUPERVISOR)
    said = rail("vi", head, "/desk/outgoing", None)
    assert said.count("<details open>") == 1
    assert said.index("<details open>") < said.index("/desk/outgoing") < said.index("/desk/parties")
    assert "<details open>" not in rail("vi", head, "/desk/plans", None)
