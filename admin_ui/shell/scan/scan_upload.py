"""A scan in a page's form: the field `scan`, drawn by scan.html, sent with progress by scan.js."""

from litestar.datastructures import UploadFile

from admin_ui.shell.render import AnyRequest
from backend.casework.issued_documents.scans import MOST_BYTES

MOST_BODY = MOST_BYTES + 1_000_000
"""`request_max_body_size` of a route that takes a scan: a little more, so that our own words tell who sent too much."""


async def read_scan(request: AnyRequest) -> bytes:
    """The file in the field `scan`, empty where none came; no more of it than shows that it is too large."""
    sent = (await request.form()).get("scan")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return b""
    return await sent.read(MOST_BYTES + 1)
