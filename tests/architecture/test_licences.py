"""No run-time dependency is under the GPL; those under weaker copyleft are named in NOTICE."""

import importlib.metadata
import json
import re
from collections.abc import Iterator

from deploy import web_assets
from tests.architecture.tree import ROOT, listed, text

STRONG = re.compile(
    r"\bA?GPL|(?<!Lesser )(?<!Library )General Public License|Affero", re.IGNORECASE
)
SAID_ELSEWHERE = {"combine-errors": "MIT"}
"""Packages whose licence is only in their readme. This one is used by tus-js-client in Node and is
in no build of ours."""
WEAK = re.compile(r"LGPL|Lesser General Public|\bMPL|Mozilla Public", re.IGNORECASE)


def runtime() -> Iterator[tuple[str, str]]:
    """(name, licence by its own metadata) of every installed package in the runtime lock."""
    for name in re.findall(
        r"^([A-Za-z0-9._-]+)==", text(ROOT / "requirements/runtime.txt"), re.MULTILINE
    ):
        try:
            told = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system or another Python
        licence = told.get("License-Expression") or (told.get("License") or "")[:60]
        classes = told.get_all("Classifier") or []
        yield name, "; ".join([licence, *(line for line in classes if line.startswith("License"))])


def test_nothing_under_the_gpl_is_part_of_a_running_system() -> None:
    known = list(runtime())
    assert len(known) > 40
    found = [
        f"{name}: {said}" for name, said in known if STRONG.search(said) and not WEAK.search(said)
    ]
    assert not found, listed(found)


def test_weaker_copyleft_is_named() -> None:
    notice = text(ROOT / "NOTICE").lower()
    found = [
        f"{name}: {said}"
        for name, said in runtime()
        if WEAK.search(said) and name.lower() not in notice
    ]
    assert not found, listed(found)


def test_what_npm_brings_into_a_wheel_says_its_licence_and_none_is_the_gpl() -> None:
    notice = text(ROOT / "NOTICE").lower()
    found = []
    for package in web_assets.PACKAGES:
        if package.lock != "package-lock.json":
            continue  # a wheel, of which a table is read: named in NOTICE
        lock = json.loads(text(ROOT / package.folder / "package-lock.json"))
        for place, entry in lock["packages"].items():
            if not place or entry.get("dev"):
                continue  # ourselves, and packages needed only for building
            name = place.split("node_modules/")[-1]
            licence = entry.get("license") or SAID_ELSEWHERE.get(name, "")
            weak = WEAK.search(licence)
            if (
                not licence
                or (STRONG.search(licence) and not weak)
                or (weak and name not in notice)
            ):
                found.append(f"{name}: {licence or 'says nothing'}")
    assert {"leaflet", "vietnamadminunits"} <= set(notice.split())
    assert not found, listed(found)
