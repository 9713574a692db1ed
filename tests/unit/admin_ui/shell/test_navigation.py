"""The navigation is kept for all who see the same: nobody gets another's, nor that of another page."""

import re

from admin_ui.shell.areas import areas
from admin_ui.shell.render import navigation
from backend.core.actors import Actor, UnitPath
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
            found = _HREF.findall(navigation(language, one, "/desk/", 0))
            assert found == [area.href for area in areas(one)], one.roles


def test_it_says_which_page_it_is_and_how_many_notices_are_unread() -> None:
    head = reader(Role.SUPERVISOR)
    for path in ("/desk/plans", "/desk/cases/", "/desk/plans/0198", "/desk/", "/desk/account"):
        present = _PRESENT.findall(navigation("vi", head, path, 0))
        own = {area.href for area in areas(head)} & {path, path.rstrip("/"), f"{path}/"}
        assert set(present) == own, path
    for unread in (3, 0, 12):
        said = navigation("en", head, "/desk/plans", unread)
        assert (f">{unread}</span>" in said) is (unread > 0)
        assert "Restores" in said
    assert "Restores" not in navigation("vi", head, "/desk/plans", 3), (
        "the other language has its own"
    )
