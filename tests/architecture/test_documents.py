"""The documents describe what exists: the tests, files, settings and migrations that they name are
there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from markdown.extensions.toc import slugify

from backend.core.limits import Limits
from backend.operations.migrations.files import known
from schemas.casework.treasury import Treasury
from schemas.fieldwork.words import QuarantineCode
from tests.architecture.tree import ROOT, files, listed, name, python, text
from tests.recipes.index import MADE

FILE = re.compile(
    r"`((?:backend|schemas|media|mobile_api|admin_ui|deploy|tests|bench|docs)/[\w./-]*\w)`"
)
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")
PICTURE = re.compile(r'<img src="([^"]+)()"')
MOST_PICTURE_BYTES = 300_000
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


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


def anchors(path: Path) -> set[str]:
    """The places of a page that a link may name: of docs/ as MkDocs makes them, of other pages as GitHub does."""
    page = re.sub(r"^```.*?^```$", "", text(path), flags=re.MULTILINE | re.DOTALL)
    titles = [re.sub(r"[*`]|\[([^]]*)\]\([^)]*\)", r"\1", one) for one in HEADING.findall(page)]
    if name(path).startswith("docs/"):
        return {slugify(title, "-") for title in titles}
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_between_documents_leads_somewhere() -> None:
    found = []
    for path in documents():
        for link, anchor in LINK.findall(text(path)) + PICTURE.findall(text(path)):
            there = (path.parent / link).resolve() if link else path
            if not there.exists() or (anchor and anchor not in anchors(there)):
                found.append(f"{name(path)}: {link}#{anchor}")
    assert not found, listed(found)


def test_every_picture_is_shown_somewhere_and_is_small() -> None:
    shown = {
        (path.parent / link).resolve()
        for path in documents()
        for link, _ in LINK.findall(text(path)) + PICTURE.findall(text(path))
    }
    pictures = [path for path in files() if path.parent == ROOT / "docs/pictures"]
    assert pictures
    assert set(pictures) <= shown
    assert all(path.stat().st_size < MOST_PICTURE_BYTES for path in pictures)


def test_every_word_of_the_protocol_is_one_that_the_program_says() -> None:
    """Checks the codes and members in the phone's protocol, because a phone can be written from
    that page."""
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
    """For every answer that a phone may get to an act, the protocol says what to do about it."""
    page = text(ROOT / "docs/exchange/offline-sync.md")
    codes = {code.value for code in QuarantineCode}
    missing = sorted(code for code in codes if f"`{code}`" not in page)
    assert not missing, listed(missing)


NO_SETTINGS = {
    "HELP_LINE": "the recipe of CONTRIBUTING.md adds it, in a copy of the tree",
}
"""Names in documents that settings.py does not read, each with its reason."""


def settings() -> set[str]:
    """Every name that settings.py reads, without HIENTRUONG_; of families (limits, treasury) each member."""
    source = text(ROOT / "backend/core/settings.py")
    single = set(re.findall(r'_(?:read|path|address)\(\s*"([A-Z0-9_]+)"', source))
    families = {"FINDING": Limits, "TREASURY": Treasury}
    assert set(re.findall(r'_read\(f"([A-Z]+)_{', source)) == set(families)
    return single | {
        f"{family}_{field.upper()}"
        for family, struct in families.items()
        for field in struct.__struct_fields__
    }


def test_every_setting_is_documented() -> None:
    """In the table of docs/running.md; a limit of findings on their own page, by its name in lower case."""
    page = text(ROOT / "docs/running.md")
    limits = text(ROOT / "docs/fieldwork/findings.md")
    missing = [
        setting
        for setting in sorted(settings())
        if f"`HIENTRUONG_{setting}`" not in page
        and f"`…_{setting.removeprefix('TREASURY_')}`" not in page
        and f"`{setting.removeprefix('FINDING_').lower()}`" not in limits
    ]
    assert not missing, listed(missing)


def test_every_setting_that_a_document_names_is_read() -> None:
    """`NAME_FILE` names a file with the value; a name that ends in _ or in … stands for its family."""
    known = settings()
    families = {setting[: at.end()] for setting in known for at in re.finditer("_", setting)}
    found = [
        f"{name(path)}: HIENTRUONG_{said}"
        for path in documents()
        for said in re.findall(r"HIENTRUONG_([A-Z0-9_]+)", text(path))
        if said.removesuffix("_FILE") not in known | families | set(NO_SETTINGS)
    ]
    assert not found, listed(found)


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
    """The groups of the backend from top to bottom, as in contract 2."""
    contracts = tomllib.loads(text(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    [order] = [one["layers"] for one in contracts if one["id"] == "groups"]
    _wiring, *layers = order
    return [group for layer in layers for group in layer.split(" | ")]


def test_the_picture_of_the_tree_has_every_group_in_its_order() -> None:
    """Two groups of one layer may change places, since neither is above the other."""
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
        assert packages <= said <= packages | modules, (
            f"the tree in docs/architecture.md: {group} has {sorted(packages)}"
        )


def test_a_page_about_one_group_is_in_the_folder_of_that_group() -> None:
    """A folder of docs is a group, or one of the folders for a kind of reader."""
    folders = {path.parent.name for path in (ROOT / "docs").glob("*/*")}
    assert folders - {"decisions", "runbooks", "pictures"} <= set(groups())


def test_every_top_folder_is_in_the_picture_of_the_tree() -> None:
    page = text(ROOT / "docs/architecture.md")
    tops = {path.relative_to(ROOT).parts[0] for path in python() if path.parent != ROOT}
    missing = [top for top in sorted(tops) if f"── {top}/" not in page]
    assert not missing, listed(missing)


def test_every_page_of_the_desk_is_in_the_table_of_its_group() -> None:
    page = text(ROOT / "docs/architecture.md").split("\n## The pages of the desk\n")[1]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page.split("\n## ")[0], re.MULTILINE))
    there = {path.parent.name for path in (ROOT / "admin_ui").glob("*/__init__.py")}
    assert set(rows) == there
    for group, row in rows.items():
        folders = {path.parent.name for path in (ROOT / "admin_ui" / group).glob("*/__init__.py")}
        assert set(re.findall(r"`(\w+)`", row)) == folders, (
            f"the pages of the desk in docs/architecture.md: {group}"
        )


def test_the_tour_names_every_package_of_backend_and_every_group_of_the_desk() -> None:
    tour = text(ROOT / "CONTRIBUTING.md").split("\n## A tour of the tree\n")[1].split("\n## ")[0]
    backend, desk = (
        re.split(rf"^{top}/", tour, flags=re.MULTILINE)[1] for top in ("backend", "admin_ui")
    )
    named = set(re.findall(r"^  (\w+)/", backend.split("\nmobile_api/")[0], re.MULTILINE))
    assert named == set(groups())
    shown = set(re.findall(r"(\w+)/", desk.split("\nmobile_app/")[0]))
    assert shown == {path.parent.name for path in (ROOT / "admin_ui").glob("*/__init__.py")}
