"""Templates, words, scripts and style sheets are found where they stand: in a group, beside their page."""

from admin_ui.shell.files import DESK, GROUPS, files


def test_every_group_is_searched() -> None:
    assert {path.parent.name for path in DESK.glob("*/__init__.py")} == set(GROUPS)


def test_what_npm_works_with_is_not_served() -> None:
    assert [path for path in files(".html", ".js", ".css") if "node_modules" in path.parts] == []


def test_few_modules_belong_to_no_group() -> None:
    assert {path.name for path in DESK.glob("*.py")} == {
        "__init__.py",
        "exported_lists.py",
        "router.py",
    }
