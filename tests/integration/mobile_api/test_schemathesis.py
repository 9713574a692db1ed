"""A generator of requests that nobody would write, made from our own description, against the real application."""

import asyncio
import sys
from pathlib import Path

import pytest

from tests.support.people import People
from tests.support.phone import Phones

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "ignored_auth",
)


@pytest.mark.slow
@pytest.mark.long
async def test_no_request_of_the_generator_breaks_what_the_description_says(
    site: str, people: People, phones: Phones, tmp_path: Path
) -> None:
    phone = await phones.of(people.an)
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        f"{site}/api/openapi.json",
        "--header",
        f"Authorization: {phone.client.headers['Authorization']}",
        "--checks",
        ",".join(CHECKS),
        "--exclude-operation-id",
        "signOut",  # it would end the session that the others need
        "--exclude-operation-id",
        "patchUpload",  # the generator cannot write application/offset+octet-stream; tests of our own do
        "--exclude-operation-id",
        "signIn",  # guessing limits answer most of it, slowly; test_sign_in.py is about it
        "--seed",
        "20261124",
        "--max-examples",
        "25",
        "--workers",
        "1",
        "--phases",
        "fuzzing",
        "--suppress-health-check",
        "all",
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    async with asyncio.timeout(300):
        output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()[-6000:]
