"""One running system for the officers' stories, and phones that are made for each of them."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.async_api import Playwright, expect

from deploy import surroundings
from mobile_api import app_files
from tests.faults.system import System
from tests.phone_app.support import camera
from tests.phone_app.support.line import Line, line_to
from tests.phone_app.support.office import INSPECTOR, Office
from tests.phone_app.support.patience import PATIENCE_MS
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.window import Window

MakePhone = Callable[..., Awaitable[Phone]]
PICTURES = surroundings.ROOT / "screenshots"
_FAILED = pytest.StashKey[bool]()
_OF_PLAYWRIGHT_MS = 5_000


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built app, in a copy that a test may update as an operator would.

    HIENTRUONG_APP_DIR names another build to try, as it does for a server.
    """
    source = Path(os.environ.get("HIENTRUONG_APP_DIR") or app_files.FOLDER)  # noqa: TID251
    assert (source / app_files.PAGE).is_file(), "not built: ./hientruong test builds it"
    copy: Path = tmp_path_factory.mktemp("app") / "bản dựng"
    shutil.copytree(source, copy)
    (copy / app_files.STAMP).touch()
    return copy


@pytest.fixture(scope="session")
async def system(tmp_path_factory: pytest.TempPathFactory, build: Path) -> AsyncIterator[System]:
    """A whole system as `./hientruong up` runs it, with the demonstration's people."""
    folder = tmp_path_factory.mktemp("phone") / "hiện trường"
    async with System(folder, {"HIENTRUONG_APP_DIR": str(build)}) as running:
        yield running


@pytest.fixture(autouse=True)
def patience() -> Generator[None]:
    """Expectations wait as long as every other wait; see support/patience.py."""
    expect.set_options(timeout=PATIENCE_MS)
    yield
    expect.set_options(timeout=_OF_PLAYWRIGHT_MS)


@pytest.fixture
async def office(system: System) -> AsyncIterator[Office]:
    """The desk of that system. Signed in anew by each test: a confirmation ends, however fast the others were."""
    async with httpx.AsyncClient(base_url=system.url, timeout=30) as client:
        yield Office(system.folder, client)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What stands before the camera."""
    return camera.film(tmp_path_factory.mktemp("camera") / "chợ.y4m", seed=20261124)


@pytest.fixture
async def line(system: System) -> AsyncIterator[Line]:
    """The phone's line to the server."""
    async with line_to(system.port) as made:
        yield made


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, Any]:
    """Remember that a test failed: its phones then show their screens."""
    report = yield
    if report.when == "setup":
        item.stash[_FAILED] = False  # it may be its second run: see tests/support/timeouts.py
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture
async def phones(
    request: pytest.FixtureRequest,
    office: Office,
    line: Line,
    film: Path,
    playwright: Playwright,
    tmp_path: Path,
) -> AsyncIterator[MakePhone]:
    """Makes phones on which an officer has signed in and set his PIN."""
    async with AsyncExitStack() as open_windows:

        async def make(
            username: str | None = INSPECTOR, profile: Path | None = None, **how: Any
        ) -> Phone:
            where = profile or tmp_path / f"máy {len(made)}"
            window = Window(playwright, where, line.url, film, **how)
            phone = Phone(window, line, office)
            made.append(phone)
            open_windows.push_async_callback(window.close)
            await window.start()
            if username is not None:
                await phone.sign_in(username)
                await phone.set_pin()
            return phone

        made: list[Phone] = []
        yield make
        if request.node.stash.get(_FAILED, False):
            for number, one in enumerate(made):
                await one.window.show(PICTURES / f"failed {request.node.name} {number}.png")
            return
    assert [one.window.complaints for one in made if one.window.complaints] == []
    assert [one.window.strangers for one in made if one.window.strangers] == []


@pytest.fixture
async def phone(phones: MakePhone) -> Phone:
    """The inspector's phone, ready for the field."""
    return await phones()
