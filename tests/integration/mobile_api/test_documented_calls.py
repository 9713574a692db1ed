"""The commands of docs/api.md run as they stand, with curl, and the server answers what the page says."""

import asyncio
import os
import re
import sys
from pathlib import Path

from tests.architecture.tree import ROOT, text
from tests.support.people import People

BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
END = "--- end of block {} ---"


async def test_what_the_page_of_examples_says_is_what_the_server_answers(
    site: str, people: People, tmp_path: Path
) -> None:
    await people.forget_codes(people.an)
    blocks = BLOCK.findall(text(ROOT / "docs/api.md"))
    commands = [block for kind, block in blocks if kind == "sh"]
    assert len(commands) > 10
    script = "".join(f"{one}\necho '{END.format(at)}'\n" for at, one in enumerate(commands))
    ran = await asyncio.create_subprocess_exec(
        *("bash", "-euo", "pipefail", "-c", script),
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.defpath}:/usr/local/bin",
            "TMPDIR": str(tmp_path),
            "LANG": "C.UTF-8",
            "BASE": site,
            "USERNAME": people.an.username,
            "PASSWORD": people.an.password,
            "TOTP_SECRET": people.an.totp_secret,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(60):
        said, complaints = (part.decode() for part in await ran.communicate())
    assert ran.returncode == 0, said + complaints
    at = -1
    for kind, block in blocks:
        if kind == "sh":
            at += 1
            before = END.format(at - 1) if at else ""
            answer = said.split(before)[-1].split(END.format(at))[0] if before else said
            continue
        for line in block.splitlines():
            expected = re.escape(line).replace("…", ".*")
            assert re.search(f"^{expected}$", answer, re.MULTILINE), f"{line}\n\n{answer}"
