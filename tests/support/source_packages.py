"""Source packages of installed dependencies, for the files with which their authors test.

They are fetched by name and by the hash in our lock, into a cache outside the checkout. Nothing of
them becomes part of the checkout.
"""

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

from tests.architecture.tree import ROOT


def unpacked(package: str) -> Path:
    """The source tree of the installed version of a package in requirements/runtime.txt."""
    version = importlib.metadata.version(package)
    target = Path.home() / ".cache" / "hientruong-tests" / f"{package}-{version}"
    if not target.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            [source] = _download(package, version, Path(folder)).glob("*.tar.gz")
            with tarfile.open(source) as archive:
                archive.extractall(Path(folder, "unpacked"), filter="data")
            [tree] = Path(folder, "unpacked").iterdir()
            tree.rename(target)
    return target


def _download(package: str, version: str, folder: Path) -> Path:
    lock = (ROOT / "requirements/runtime.txt").read_text()
    pinned = re.search(
        rf"^{package}=={re.escape(version)}.*?(?=^\S)", lock, re.DOTALL | re.MULTILINE
    )
    assert pinned is not None, f"{package} {version} is not what the lock file says"
    wanted, found = folder / "wanted.txt", folder / "found"
    wanted.write_text(pinned[0])
    how = ["download", "--quiet", "--require-hashes", "--no-deps", "--no-binary", package]
    command = [*_pip(folder), *how, "--dest", str(found), "--requirement", str(wanted)]
    subprocess.run(command, check=True, cwd=folder)
    return found


def _pip(folder: Path) -> list[str]:
    """An environment made by uv has no pip; then a temporary one with pip is made."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    venv.create(folder / "venv", with_pip=True)
    return [str(folder / "venv/bin/python"), "-m", "pip"]
