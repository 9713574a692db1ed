"""`./hientruong` itself: from nothing but a Python to a command that runs."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from deploy import surroundings

pytestmark = pytest.mark.slow

SHOW = "import os, sys\nprint(sys.argv[1:], os.getcwd())\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a path with spaces and Vietnamese letters, whose lock files name nothing."""
    root = tmp_path / "Dự án số 1"
    (root / "deploy").mkdir(parents=True)
    (root / "requirements").mkdir()
    for level in ("runtime", "dev"):
        (root / "requirements" / f"{level}.txt").write_text("")
    shutil.copy(surroundings.ROOT / "hientruong", root)
    shutil.copy(surroundings.ROOT / "deploy" / "install.py", root / "deploy")
    (root / "cli.py").write_text(SHOW)
    return root


def start(
    script: Path, *words: str, path: str | None = None, cwd: Path = Path("/")
) -> subprocess.CompletedProcess[str]:
    """Run the script; by default with the Python of these tests first on the PATH."""
    base = Path(getattr(sys, "_base_executable", sys.executable)).parent
    env = surroundings.for_child() | {"PATH": path or f"{base}:{surroundings.for_child()['PATH']}"}
    return subprocess.run(
        [str(script), *words],
        env=env,
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.long
def test_the_second_start_installs_nothing(checkout: Path) -> None:
    first = start(checkout / "hientruong", "up", "a b")
    assert first.returncode == 0, first.stderr
    assert "installing" in first.stderr
    second = start(checkout / "hientruong", "up", "a b")
    assert second.stderr == ""
    assert second.stdout == first.stdout == "['up', 'a b'] /\n"


@pytest.mark.long
def test_a_changed_lock_is_installed_again(checkout: Path) -> None:
    start(checkout / "hientruong", "up")
    (checkout / "requirements" / "runtime.txt").write_text("# changed\n")
    assert "installing" in start(checkout / "hientruong", "up").stderr
    assert start(checkout / "hientruong", "up").stderr == ""


@pytest.mark.long
def test_tests_install_the_larger_lock_and_up_leaves_it(checkout: Path) -> None:
    assert "runtime.txt" in start(checkout / "hientruong", "up").stderr
    assert "dev.txt" in start(checkout / "hientruong", "test").stderr
    assert start(checkout / "hientruong", "up").stderr == ""


@pytest.mark.long
def test_a_cut_installation_is_done_again(checkout: Path) -> None:
    start(checkout / "hientruong", "up")
    (checkout / ".venv" / "hientruong.json").unlink()
    assert "installing" in start(checkout / "hientruong", "up").stderr


@pytest.mark.long
def test_a_moved_checkout_is_made_anew(checkout: Path, tmp_path: Path) -> None:
    start(checkout / "hientruong", "up")
    moved = tmp_path / "chỗ mới"
    checkout.rename(moved)
    assert "making" in start(moved / "hientruong", "up").stderr
    assert json.loads((moved / ".venv" / "hientruong.json").read_text())["place"] == str(
        moved / ".venv"
    )


@pytest.mark.long
def test_it_works_through_a_link_and_from_any_folder(checkout: Path, tmp_path: Path) -> None:
    link = tmp_path / "bin"
    link.mkdir()
    (link / "ht").symlink_to(os.path.relpath(checkout / "hientruong", link))
    started = start(link / "ht", "up", cwd=link)
    assert started.returncode == 0, started.stderr
    assert str(link) in started.stdout


@pytest.mark.long
def test_two_first_starts_at_once_do_not_clash(checkout: Path) -> None:
    words = [str(checkout / "hientruong"), "up"]
    both = [
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd="/")
        for _ in range(2)
    ]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(b"installing" in stderr for _stdout, stderr in said) == 1


@pytest.mark.long
def test_it_works_with_pip_alone(checkout: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("sh", "readlink", "dirname"):
        (few / name).symlink_to(str(shutil.which(name)))
    (few / "python3").symlink_to(getattr(sys, "_base_executable", sys.executable))
    started = start(checkout / "hientruong", "up", path=str(few))
    assert started.returncode == 0, started.stderr


def test_in_somebody_elses_checkout_the_permission_is_named(checkout: Path) -> None:
    nobody = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    as_another = nobody if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as place:  # pytest's own is closed to others
        Path(place).chmod(0o755)
        theirs = Path(place) / "c"
        shutil.copytree(checkout, theirs)
        (theirs / ".venv").mkdir(mode=0o555)
        done = subprocess.run(
            [*as_another, str(theirs / "hientruong"), "up"],
            env=surroundings.for_child() | {"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"{theirs}/.venv belongs to " in done.stderr
    assert "and you may not write there" in done.stderr
    assert "network" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_python_it_says_what_is_needed(checkout: Path, tmp_path: Path) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for name in ("sh", "readlink", "dirname"):
        (few / name).symlink_to(str(shutil.which(name)))
    script = checkout / "hientruong"
    script.write_text(script.read_text().replace("/usr/bin/python3 ", ""))
    refused = start(script, "up", path=str(few))
    assert refused.returncode == 1
    assert "3.11" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
