"""The version stands in one place: VERSION in asgi.py. All others read it from there, or state none."""

import json
import re
import tomllib

from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

import asgi
from tests.architecture.tree import ROOT, files, name, python, text


def test_a_build_has_the_version_of_the_program() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    assert "version" not in project
    assert ProjectMetadata(str(ROOT), PluginManager()).version == asgi.VERSION


def test_the_changelog_begins_with_the_version_of_the_program() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+) - ", text(ROOT / "CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == asgi.VERSION
    assert len(versions) == len(set(versions))


def test_nothing_else_states_a_version_of_ours() -> None:
    said = re.compile(
        rf'^\w*version\w*\b.*= *"{re.escape(asgi.VERSION)}"', re.IGNORECASE | re.MULTILINE
    )
    own = ("schemas", "media", "backend", "mobile_api", "admin_ui", "deploy", "cli.py")
    stated = [name(path) for path in python(*own) if said.search(text(path))]
    for path in files():
        if path.name in ("package.json", "package-lock.json"):
            package = json.loads(text(path))
            root = package.get("packages", {}).get("", package)
            stated += [name(path) for one in (package, root) if "version" in one]
    assert stated == []
