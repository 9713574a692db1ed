"""A wheel contains the whole program: packages, wiring, and every data file that they read."""

import re
import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from deploy import web_assets
from tests.architecture.tree import PACKAGES, ROOT, WIRING, files, name

READ_BY_PEOPLE = {".md"}


def made() -> set[str]:
    """The files that npm builds for the browser, by the names under which they are served."""
    return {
        f"{package.out}/{name}"
        for package in web_assets.PACKAGES
        for _source, name in package.outputs
        if name != "."
    }


def test_a_wheel_is_whole(tmp_path: Path) -> None:
    [built] = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    wheel = zipfile.ZipFile(built)
    held = set(wheel.namelist())
    needed = {
        name(path)
        for path in files()
        if path.relative_to(ROOT).parts[0] in (*PACKAGES, *WIRING)
        if path.suffix not in READ_BY_PEOPLE
    }
    assert needed - held == set()
    assert made() - held == set()
    page = wheel.read("mobile_api/app/index.html").decode()
    parts = {f"mobile_api{part}" for part in re.findall(r'"(/app/assets/[^"]+)"', page)}
    assert len(parts) >= 2
    assert parts | {"mobile_api/app/sw.js", "mobile_api/app/manifest.webmanifest"} <= held
    tops = {entry.split("/")[0] for entry in held if ".dist-info/" not in entry}
    assert tops == {*PACKAGES, *WIRING}
    licences = {Path(entry).name for entry in held if "/licenses/" in entry}
    assert licences == {"LICENSE", "NOTICE"}
