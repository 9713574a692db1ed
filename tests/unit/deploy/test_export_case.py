"""The file of a case on the machine of an installation is for whoever took it, and for nobody else there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deploy import export_case


@asynccontextmanager
async def _nothing(_settings: object) -> AsyncIterator[None]:
    yield


async def _chunks() -> AsyncIterator[bytes]:
    yield b"PK"


async def _answer(value: Any) -> Any:
    return value


@pytest.mark.parametrize("make", [export_case._file, export_case._package])
def test_others_on_the_machine_cannot_read_it_nor_have_it_written_elsewhere(
    make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = SimpleNamespace(pages=1, pdf=b"%PDF", sha256="0", chunks=_chunks(), faults=[])
    monkeypatch.setattr(export_case, "_opened", _nothing)
    monkeypatch.setattr(export_case.case_file, "by_number", lambda *_: _answer(whole))
    monkeypatch.setattr(export_case.case_file, "for_operator", lambda *_: _answer((1, 2)))
    monkeypatch.setattr(export_case.case_package, "package", lambda *_: _answer(whole))
    elsewhere, part = tmp_path / "elsewhere", tmp_path / "case.part"
    elsewhere.write_bytes(b"kept")
    part.symlink_to(elsewhere)
    asyncio.run(make(None, "VV-1", "root", part))
    assert (elsewhere.read_bytes(), part.is_symlink()) == (b"kept", False)
    assert part.stat().st_mode & 0o777 == 0o600
