"""WebKitGTK by raw WebDriver (W3C): the closest relative of an iPhone's engine in Debian.

Installed with apt-get install webkit2gtk-driver xvfb. It has no `navigator.storage` and gives pages
no camera. It shares with Safari how bytes and keys are stored, and how signatures and hashes are
calculated.
"""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from deploy import surroundings
from tests.integration.deploy.running import free_port
from tests.support.timeouts import BrowserTimedOut

_BROWSERS = "*/webkit2gtk-4.1/MiniBrowser"
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element reference: W3C WebDriver, 12."""
_PATIENCE = 30.0
NEEDED = "no WebKitGTK: apt-get install --no-install-recommends webkit2gtk-driver xvfb xauth"


def where_minibrowser_is() -> Path | None:
    """WebKitGTK's MiniBrowser, if it and its driver are installed."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")):
        return None
    return next((path for path in Path("/usr/lib").glob(_BROWSERS)), None)


class WebKit:
    """One session. Elements are found by the text that a person reads."""

    def __init__(self, client: httpx.AsyncClient, session: str) -> None:
        self._client, self._session = client, session

    async def ask(self, method: str, path: str, **body: Any) -> Any:
        """Send one command of the protocol. Raises AssertionError with the driver's message."""
        answer = await self._client.request(method, f"/session/{self._session}{path}", json=body)
        value = answer.json()["value"]
        assert answer.status_code == 200, value
        return value

    async def open(self, url: str) -> None:
        """Open an address."""
        await self.ask("POST", "/url", url=url)

    async def run(self, script: str, *args: Any) -> Any:
        """The value of a script's body."""
        return await self.ask("POST", "/execute/sync", script=script, args=list(args))

    async def run_later(self, body: str, *args: Any) -> Any:
        """The value that an async function's body returns."""
        script = (
            f"const done = arguments[arguments.length - 1]; const args = [...arguments];"
            f"(async () => {{ {body} }})().then((value) => done([value, null]),"
            " (error) => done([null, String(error)]));"
        )
        value, error = await self.ask("POST", "/execute/async", script=script, args=list(args))
        assert error is None, error
        return value

    async def wait(self, script: str, *args: Any, seconds: float = _PATIENCE) -> Any:
        """Wait for a script to return a value, and return it. Raises BrowserTimedOut with the
        page's text."""
        try:
            async with asyncio.timeout(seconds):
                while not (value := await self.run(script, *args)):  # noqa: ASYNC110 - a browser
                    await asyncio.sleep(0.1)
        except TimeoutError:
            said = await self.words()
            raise BrowserTimedOut(f"{seconds:.0f} s for {script!r} {args}:\n{said}") from None
        return value

    async def field(self, label: str) -> str:
        """The input with this label."""
        found = await self.wait(
            "const label = [...document.querySelectorAll('label')]"
            ".find((one) => one.textContent.trim() === arguments[0]);"
            "return label ? document.getElementById(label.htmlFor) : null;",
            label,
        )
        return str(found[_ELEMENT])

    async def type(self, label: str, text: str) -> None:
        """Clear the field with this label, and type."""
        element = await self.field(label)
        await self.ask("POST", f"/element/{element}/clear")
        await self.ask("POST", f"/element/{element}/value", text=text)

    async def press(self, words: str) -> None:
        """Press the button, or follow the link, with this text."""
        found = await self.wait(
            "return [...document.querySelectorAll('button, a')]"
            ".find((one) => one.textContent.trim() === arguments[0] && !one.disabled) ?? null;",
            words,
        )
        await self.run(
            "arguments[0].scrollIntoView({ block: 'center' }); arguments[0].click();", found
        )

    async def choose_file(self, path: Path) -> None:
        """Set the file of the page's file field."""
        found = await self.wait("return document.querySelector('input[type=file]');")
        await self.ask("POST", f"/element/{found[_ELEMENT]}/value", text=str(path))

    async def words(self) -> str:
        """The page's text."""
        return str(await self.run("return document.body.innerText;"))


@asynccontextmanager
async def webkit(binary: Path) -> AsyncIterator[WebKit]:
    """A separate browser on a separate virtual screen, until the end of the block."""
    port = free_port()
    env = surroundings.for_child() | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    driver = await asyncio.create_subprocess_exec(
        *("xvfb-run", "-a", "WebKitWebDriver", f"--port={port}", "--host=127.0.0.1"),
        env=env,
        start_new_session=True,
    )
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            await _is_there(client)
            options = {"binary": str(binary), "args": ["--automation"]}
            wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
            answer = await client.post("/session", json=wanted)
            assert answer.status_code == 200, answer.text
            session = answer.json()["value"]["sessionId"]
            yield WebKit(client, session)
            await client.delete(f"/session/{session}")
    finally:
        os.killpg(driver.pid, signal.SIGTERM)
        await driver.wait()


async def _is_there(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(_PATIENCE):
        while True:
            try:
                await client.get("/status")
            except httpx.TransportError:
                await asyncio.sleep(0.1)
            else:
                return
