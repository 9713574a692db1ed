"""Templates are compiled once for all processes of an installation, and nothing depends on it."""

import sys
from pathlib import Path

import jinja2
import pytest

from admin_ui.shell import compiled

PAGE = "{% for one in rows %}{{ one|loud }} {% endfor %}"


def environment(folder: Path) -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.DictLoader({"page.html": PAGE}),
        autoescape=True,
        bytecode_cache=compiled.kept(folder),
        optimized=False,
    )
    made.filters["loud"] = str.upper
    return made


def page(folder: Path) -> str:
    return environment(folder).get_template("page.html").render(rows=["an", "<b>"])


@pytest.fixture(autouse=True)
def python_keeps_what_it_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_a_second_process_takes_what_the_first_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(tmp_path)
    assert len(list(tmp_path.rglob("*.cache"))) == 1

    def never(*_: object, **__: object) -> str:
        raise AssertionError("compiled again")

    monkeypatch.setattr(jinja2.Environment, "_generate", never)
    assert page(tmp_path) == first == "AN &lt;B&gt; "


def test_a_full_disk_or_a_damaged_file_stops_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(tmp_path)
    [file] = tmp_path.rglob("*.cache")
    file.write_bytes(b"torn")
    assert page(tmp_path) == first

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    file.unlink()
    monkeypatch.setattr(jinja2.FileSystemBytecodeCache, "dump_bytecode", full)
    assert page(tmp_path) == first


def test_where_python_may_not_write_what_is_there_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page(tmp_path)
    [file] = tmp_path.rglob("*.cache")
    kept = file.read_bytes()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with monkeypatch.context() as alone:
        alone.setattr(jinja2.Environment, "_generate", lambda *_: 1 / 0)  # nothing is compiled
        assert page(tmp_path) == first
    file.write_bytes(b"torn")
    assert page(tmp_path) == first  # compiled, and not kept
    assert [one for one in tmp_path.rglob("*.cache") if one.read_bytes() == kept] == []


def test_where_python_may_not_write_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled.kept(tmp_path) is None
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    beside = tmp_path / "a file"
    beside.touch()
    assert compiled.kept(beside) is None
    assert list(tmp_path.rglob("__pycache__")) == []
