"""Forged packages of inspections: a package is changed, its lists of hashes are corrected, and it
is checked again."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.exchange.evidence_export import checker
from tests.support.sampling import Sample

Change = Callable[[Path], None]
Json = dict[str, Any]


def seal(where: Path) -> None:
    """Correct both lists for the present files, as a forger does last."""
    names = sorted(
        path.relative_to(where).as_posix() for path in where.rglob("*") if path.is_file()
    )
    small = [
        name
        for name in names
        if not name.startswith("photos/") and name not in ("manifest.json", "SHA256SUMS")
    ]
    hashes = {name: hashlib.sha256((where / name).read_bytes()).hexdigest() for name in small}
    edit(where, "manifest.json", lambda manifest: manifest.update(files=hashes))
    (where / "SHA256SUMS").write_text(
        "".join(
            f"{hashlib.sha256((where / name).read_bytes()).hexdigest()}  {name}\n"
            for name in names
            if name != "SHA256SUMS"
        )
    )


def edit(where: Path, name: str, change: Callable[[Any], None]) -> None:
    value = json.loads((where / name).read_text())
    change(value)
    (where / name).write_text(json.dumps(value, ensure_ascii=False))


def of_summary(change: Callable[[Json], None]) -> Change:
    return lambda where: edit(where, "inspection.json", change)


def planted(name: str, data: bytes) -> Change:
    """Put a file into a package, or replace one."""

    def change(where: Path) -> None:
        (where / name).write_bytes(data)

    return change


class Forger:
    """Has a package, the server's key as the package's reader has it, and a folder for copies."""

    def __init__(self, where: Path, capsys: pytest.CaptureFixture[str], sample: Sample) -> None:
        """Take the key from the package, in which it is still the right one."""
        self.where, self._capsys, self._sample = where, capsys, sample
        self.key = where.with_name("server.pem")
        self.key.write_bytes(next((where / "keys").glob("server-*.pem")).read_bytes())

    def copy(self, change: Change, name: str = "forged") -> Path:
        """A copy of the package with this change and corrected lists."""
        to = self.where.with_name(name)
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.where, to)
        change(to)
        seal(to)
        return to

    def check(self, where: Path, *more: str) -> tuple[int, str]:
        """Check a package as its reader does, with the key from another source."""
        return self.check_alone(where, "--server-key", str(self.key), *more)

    def check_alone(self, where: Path, *more: str) -> tuple[int, str]:
        """Check a package only with its own key, or with those that are named."""
        code = checker.main([str(where), *more])
        return code, self._capsys.readouterr().out

    def try_all(self, changes: dict[str, tuple[Change, str]]) -> None:
        """Check that each forgery is reported in these words; a part of them if corpora are
        sampled."""
        for name, (change, words) in self._sample.of(changes.items(), one_in=4):
            code, said = self.check(self.copy(change))
            assert code == 1, f"{name}: {said}"
            assert any(
                line.startswith("SAI / WRONG") and words in line for line in said.splitlines()
            ), f"{name}: {said}"
