"""`./hientruong demo-visit` against a whole running system, as README shows it."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from deploy.demo import accounts
from deploy.demo.browser import Browser
from deploy.demo.codes import STEP_SECONDS, Codes
from deploy.demo.demo_data import VISIT
from tests.integration.deploy.running import Running, command, up
from tests.support import pictures

pytestmark = [pytest.mark.slow, pytest.mark.long]  # it waits for one-time codes
REAL = Path(__file__).parents[3] / "shared" / "photos"


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A demonstration, started once."""
    folder = tmp_path_factory.mktemp("trình diễn") / "dữ liệu"
    with up(folder) as running:
        yield running


def _folder_of_our_own(folder: Path) -> Path:
    """Every kind that the system must cope with, and one file that is none of its business."""
    folder.mkdir()
    whole = pictures.jpeg(size=(1600, 1200))
    (folder / "nằm-ngang.jpg").write_bytes(whole + os.urandom(300_000))
    (folder / "dựng đứng.jpg").write_bytes(pictures.jpeg(6, size=(480, 640)))
    (folder / "ảnh.png").write_bytes(pictures.encoded("PNG"))
    (folder / "ảnh.webp").write_bytes(pictures.encoded("WEBP"))
    (folder / "đứt.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "không-phải-ảnh.jpg").write_bytes(b"day khong phai la anh\n" * 50)
    (folder / "ghi chú.txt").write_text("không phải ảnh")
    return folder


def test_a_visit_with_pictures_of_our_own_ends_approved(system: Running, tmp_path: Path) -> None:
    done = command(
        "demo-visit",
        "--photos",
        _folder_of_our_own(tmp_path / "ảnh"),
        "--data-dir",
        system.folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "everything is as it must be" in done.stdout
    assert "đứt.jpg: giữ nguyên bản, không hiển thị được (undecodable" in done.stdout
    assert "không-phải-ảnh.jpg: giữ nguyên bản, không hiển thị được (not_an_image" in done.stdout
    assert "ghi chú.txt" in done.stdout
    assert "resumed at" in done.stdout


def test_a_visit_at_once_after_it_waits_for_the_next_one_time_code(
    system: Running, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = REAL
    if not folder.is_dir():
        _say(request, f"the collection of real photographs is not at {REAL}: one of our own")
        folder = tmp_path / "một ảnh"
        folder.mkdir()
        (folder / "canon_hdr_NO.jpg").write_bytes(pictures.jpeg(6, size=(1536, 2048)))
        (folder / "truncated.jpg").write_bytes(pictures.jpeg()[:5_000])
    asyncio.run(_use_up_a_fresh_code(system))
    done = command("demo-visit", "--photos", folder, "--data-dir", system.folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "waiting" in done.stdout
    assert "truncated.jpg: giữ nguyên bản, không hiển thị được (undecodable" in done.stdout
    assert "canon_hdr_NO.jpg: nguyên bản khớp, ảnh nhỏ 240×320" in done.stdout


async def _use_up_a_fresh_code(system: Running) -> None:
    """Sign in as who begins a visit, as an earlier visit did, while the code has nearly all of its life before it."""
    issuer = next(each for each in accounts.load(system.folder) if each.username == VISIT.issuer)
    await asyncio.sleep(STEP_SECONDS - time.time() % STEP_SECONDS + 0.5)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{system.port}", timeout=60) as client:
        await Browser(client, Codes()).sign_in(issuer)


def _say(request: pytest.FixtureRequest, sentence: str) -> None:
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.write_line(sentence)


def test_without_a_running_system_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "không có gì"
    done = command("demo-visit", "--photos", tmp_path, "--data-dir", folder)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "not a demonstration" in done.stderr
