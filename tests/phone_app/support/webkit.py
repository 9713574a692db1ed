"""WebKitGTK by raw WebDriver (W3C): the engine's nearest relative of an iPhone that Debian has.

apt-get install webkit2gtk-driver xvfb. It has no `navigator.storage` and no camera for pages; what
it shares with Safari is how it keeps bytes and keys, verifies and hashes.
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
"""The name of an element's reference: W3C WebDriver, 12."""
_PATIENCE = 30.0
NEEDED = "no WebKitGTK: apt-get install --no-install-recommends webkit2gtk-driver xvfb xauth"


def where_minibrowser_is() -> Path | None:
    """WebKitGTK's small browser, where it and its driver are installed."""
    if not (shutil.which("WebKitWebDriver") and shutil.which("xvfb-run")):
        return None
    return next((path for path in Path("/usr/lib").glob(_BROWSERS)), None)


class WebKit:
    """One session. Elements are found by what a person reads."""

    def __init__(self, client: httpx.AsyncClient, session: str) -> None:
        self._client, self._session = client, session

    async def ask(self, method: str, path: str, **body: Any) -> Any:
        """One command of the protocol. Raises AssertionError with the driver's words."""
        answer = await self._client.request(method, f"/session/{self._session}{path}", json=body)
        value = answer.json()["value"]
        assert answer.status_code == 200, value
        return value

    async def open(self, url: str) -> None:
        """Go there."""
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
        """The first value of a script that is something. Raises BrowserTimedOut, with what the page says."""
        try:
            async with asyncio.timeout(seconds):
                while not (value := await self.run(script, *args)):  # noqa: ASYNC110 - a browser
                    await asyncio.sleep(0.1)
        except TimeoutError:
            said = await self.words()
            raise BrowserTimedOut(f"{seconds:.0f} s for {script!r} {args}:\n{said}") from None
        return value

    async def field(self, label: str) -> str:
        """The input that bears this label."""
        found = await self.wait(
            "const label = [...document.querySelectorAll('label')]"
            ".find((one) => one.textContent.trim() === arguments[0]);"
            "return label ? document.getElementById(label.htmlFor) : null;",
            label,
        )
        return str(found[_ELEMENT])

    async def type(self, label: str, text: str) -> None:
        """Clear the field of this label and type."""
        element = await self.field(label)
        await self.ask("POST", f"/element/{element}/clear")
        await self.ask("POST", f"/element/{element}/value", text=text)

    async def press(self, words: str) -> None:
        """Press the button, or follow the link, that says this."""
        found = await self.wait(
            "return [...document.querySelectorAll('button, a')]"
            ".find((one) => one.textContent.trim() === arguments[0] && !one.disabled) ?? null;",
            words,
        )
        await self.run(
            "arguments[0].scrollIntoView({ block: 'center' }); arguments[0].click();", found
        )

    async def choose_file(self, path: Path) -> None:
        """Give a file to the page's file field."""
        found = await self.wait("return document.querySelector('input[type=file]');")
        await self.ask("POST", f"/element/{found[_ELEMENT]}/value", text=str(path))

    async def words(self) -> str:
        """What the page says."""
        return str(await self.run("return document.body.innerText;"))


@asynccontextmanager
async def webkit(binary: Path) -> AsyncIterator[WebKit]:
    """A browser of its own in a screen of its own, until the end of the block."""
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
