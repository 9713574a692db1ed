"""The documents speak of what is there: tests, files, settings and migrations that they name exist."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from backend.operations.migrations.files import known
from schemas.fieldwork.words import QuarantineCode
from tests.architecture.tree import ROOT, files, listed, name, python, text
from tests.recipes.index import MADE

FILE = re.compile(
    r"`((?:backend|schemas|media|mobile_api|admin_ui|deploy|tests|bench|docs)/[\w./-]*\w)`"
)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def documents() -> Iterator[Path]:
    """Every page that people read."""
    return (path for path in files() if path.suffix == ".md")


def test_every_test_that_a_document_names_exists() -> None:
    written = {
        test for path in python("tests") for test in re.findall(r"def (test_\w+)\(", text(path))
    }
    modules = {path.stem for path in python("tests")} | {Path(file).stem for file in MADE}
    found = [
        f"{name(path)}: {test}"
        for path in documents()
        for test in re.findall(r"\b(test_\w+)\b(?!/)", text(path))
        if test not in written and test not in modules
    ]
    assert not found, listed(found)


def test_every_file_that_a_document_names_exists() -> None:
    found = [
        f"{name(path)}: {file}"
        for path in documents()
        for file in FILE.findall(text(path))
        if "NNNN" not in file and file not in MADE and not (ROOT / file).exists()
    ]
    assert not found, listed(found)


def test_every_link_between_documents_leads_somewhere() -> None:
    found = [
        f"{name(path)}: {link}"
        for path in documents()
        for link in LINK.findall(text(path))
        if not (path.parent / link).exists()
    ]
    assert not found, listed(found)


def test_every_word_of_the_protocol_is_one_that_the_program_says() -> None:
    """Codes and members in the phone's protocol: a phone is written from that page."""
    said = {
        word
        for path in python("schemas", "backend", "mobile_api")
        for word in re.findall(r"\w+", text(path))
    }
    page = text(ROOT / "docs/exchange/offline-sync.md")
    words = set(re.findall(r"`([a-z]+(?:_[a-z0-9]+)+)`", page))
    missing = sorted(words - said)
    assert len(words) > 40
    assert not missing, listed(missing)


def test_every_refusal_of_a_phones_act_is_in_the_protocol() -> None:
    """What a phone may be told of an act, it is told there what to do about."""
    page = text(ROOT / "docs/exchange/offline-sync.md")
    codes = {code.value for code in QuarantineCode}
    missing = sorted(code for code in codes if f"`{code}`" not in page)
    assert not missing, listed(missing)


def test_every_setting_is_documented() -> None:
    read = re.findall(r'_read\("([A-Z0-9_]+)"', text(ROOT / "backend/core/settings.py"))
    page = text(ROOT / "docs/running.md")
    missing = [setting for setting in read if f"`HIENTRUONG_{setting}`" not in page]
    assert read
    assert not missing, listed(missing)


def test_every_migration_is_in_the_list() -> None:
    page = text(ROOT / "docs/database.md")
    missing = [file.id for file in known() if f"`{file.id}`" not in page]
    assert not missing, listed(missing)


def test_every_page_is_in_the_navigation() -> None:
    navigation = text(ROOT / "mkdocs.yml")
    pages = [
        path.relative_to(ROOT / "docs").as_posix() for path in documents() if "docs/" in name(path)
    ]
    missing = [page for page in pages if page not in navigation]
    assert not missing, listed(missing)


IN_EVERY_GROUP = {"rules", "texts", "queries", "tables"}
"""Packages that the picture of the tree names once for all groups."""


def groups() -> list[str]:
    """The groups of backend, the uppermost first, as contract 2 has them."""
    contracts = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    [order] = [one["layers"] for one in contracts if one["id"] == "groups"]
    _wiring, *layers = order
    return [group for layer in layers for group in layer.split(" | ")]


def test_the_picture_of_the_tree_has_every_group_in_its_order() -> None:
    """Two groups of one layer may change places: neither is above the other."""
    page = text(ROOT / "docs/architecture.md")
    shown = re.findall(r"^│   [├└]── (\w+)/ +(\w.*)$", page.split("├── backend/")[1], re.MULTILINE)
    assert sorted(group for group, _ in shown) == sorted(groups())
    beside = {"parties": "documents"}
    placed = [beside.get(group, group) for group, _ in shown]
    assert placed == [beside.get(group, group) for group in groups()]
    for group, holds in shown:
        folder = ROOT / "backend" / group
        said = set(re.findall(r"(\w+)", re.sub(r":.*?(?=  |$)", "", holds)))
        packages = {path.parent.name for path in folder.glob("*/__init__.py")} - IN_EVERY_GROUP
        modules = {path.stem for path in folder.glob("*.py")}
        assert packages <= said <= packages | modules, group


def test_a_page_about_one_group_is_in_the_folder_of_that_group() -> None:
    """A folder of docs is a group, or one of those that are for a reader and no group."""
    folders = {path.parent.name for path in (ROOT / "docs").glob("*/*")}
    assert folders - {"decisions", "runbooks", "pictures"} <= set(groups())


def test_every_top_folder_is_in_the_picture_of_the_tree() -> None:
    page = text(ROOT / "docs/architecture.md")
    tops = {path.relative_to(ROOT).parts[0] for path in python() if path.parent != ROOT}
    missing = [top for top in sorted(tops) if f"── {top}/" not in page]
    assert not missing, listed(missing)
