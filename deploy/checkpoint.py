"""`./hientruong checkpoint --out FILE`: writes the newest signed checkpoint, for others to keep."""

import asyncio
import html
import io
import json
from pathlib import Path

import segno

from backend.core import database, keys
from backend.core.settings import Settings
from backend.operations.recovery import outside, service
from backend.operations.rules.recovery import Outside
from deploy.data_folder import DataFolder
from deploy.failures import Failure
from deploy.reach import installation
from deploy.same_version import same_version


def checkpoint(folder: DataFolder, out: Path) -> int:
    """Write the newest checkpoint.

    Raises Failure if nothing is sealed yet, the database does not answer, or the file cannot be
    written.
    """
    with installation(folder) as settings:
        data = asyncio.run(_newest(settings))
    if data is None:
        raise Failure(
            "sổ chưa có mốc kiểm nào: hãy đợi một giây sau việc đầu tiên",
            "the ledger has no checkpoint yet: wait a second after the first act",
        )
    try:
        if out.suffix.lower() in (".html", ".htm"):
            out.write_text(_page(data), encoding="utf-8")
        else:
            out.write_bytes(data)
    except OSError as error:
        raise Failure(
            f"không ghi được {out} ({error.strerror})",
            f"{out} cannot be written ({error.strerror})",
        ) from None
    told = json.loads(data)
    print(f"{out}: {told['size']} entries, {told['made_at']}, root {told['root']}")
    return 0


def read_checkpoint(path: Path) -> Outside:
    """Read a kept checkpoint from JSON.

    Raises Failure if it cannot be read, or none of our keys signed it.
    """
    try:
        found = outside.read_file(path)
    except (OSError, outside.NoCheckpoint) as error:
        raise Failure(
            f"không đọc được mốc kiểm {path}", f"the checkpoint {path} cannot be read: {error}"
        ) from None
    if found.remark is not None and not found.signed:
        raise Failure(
            f"mốc kiểm {path} không chứng minh được gì: {found.remark.vi}",
            f"the checkpoint {path} proves nothing: {found.remark.en}, and it bears a later day",
        )
    if not found.signed:
        raise Failure(
            f"mốc kiểm {path} không do khóa nào ở đây ký",
            f"the checkpoint {path} is signed by no key that is here",
        )
    return found


async def _newest(settings: Settings) -> bytes | None:
    keys.load(settings.keys_dir)
    await same_version(settings.database_url)
    await database.start(settings.database_url, size=1)
    try:
        return await service.newest_checkpoint()
    finally:
        await database.stop()


def _page(data: bytes) -> str:
    told = json.loads(data)
    picture = io.BytesIO()
    compact = json.dumps(told, separators=(",", ":"))
    segno.make(compact, error="m", micro=False).save(
        picture, kind="svg", scale=4, xmldecl=False, border=4
    )
    lines = "".join(
        f"<dt>{html.escape(name)}</dt><dd>{html.escape(str(value))}</dd>"
        for name, value in told.items()
    )
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Mốc kiểm / Checkpoint</title>'
        "<style>body{font:14px sans-serif;margin:2cm}dd{font-family:monospace;margin:0 0 .5em;"
        "overflow-wrap:anywhere}</style><h1>Mốc kiểm của sổ / Checkpoint of the ledger</h1>"
        f"<p>{html.escape(_WORDS)}</p><dl>{lines}</dl>{picture.getvalue().decode()}</html>\n"
    )


_WORDS = (
    "Giữ tờ này ở nơi khác. Mã QR chứa nguyên văn mốc kiểm: lưu thành tệp rồi chạy hientruong verify --since TỆP. / "
    "Keep this page elsewhere. The QR code holds the checkpoint as text: save it as a file, then run "
    "hientruong verify --since FILE."
)
