"""The phone's types as the server's own description gives them. `make wire` writes them into mobile_app/src/wire."""

import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from asgi import create_app
from backend.settings import Settings
from deploy import node
from mobile_api.openapi import complete

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "mobile_app"
WIRE = FOLDER / "src" / "wire" / "openapi.ts"


def description() -> bytes:
    """/api/openapi.json, without a server: no part is asked for anything."""
    nowhere = Path(tempfile.gettempdir())
    settings = Settings(
        database_url="postgresql://nobody@127.0.0.1:1/none",
        owner_database_url=None,
        s3_endpoint="127.0.0.1:1",
        s3_access_key="",
        s3_secret_key="",
        s3_bucket="evidence",
        s3_staging_bucket="staging",
        s3_secure=False,
        spool_dir=nowhere,
        keys_dir=nowhere,
    )
    described = create_app(settings).openapi_schema.to_schema()
    return msgspec.json.format(msgspec.json.encode(complete(described)))


def types() -> str:
    """What openapi-typescript makes of it. Raises CalledProcessError with its messages."""
    node.npm_ci(FOLDER, root=ROOT)
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "openapi.json"
        described.write_bytes(description())
        made = Path(folder) / "openapi.ts"
        program = FOLDER / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
        found = node.find(ROOT)
        subprocess.run(
            # An object of which nothing is said holds anything: fields of a form, for one.
            [
                *found.node,
                str(program),
                str(described),
                "--empty-objects-unknown",
                "--output",
                str(made),
            ],
            env=dict(found.env),
            cwd=FOLDER,
            check=True,
            capture_output=True,
        )
        return made.read_text()


if __name__ == "__main__":
    WIRE.write_text(types())
    print(f"{WIRE.relative_to(ROOT)} written", file=sys.stderr)
