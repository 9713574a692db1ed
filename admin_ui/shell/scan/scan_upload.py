"""A scan in a page's form: the field `scan`, rendered by scan.html, sent with progress by scan.js."""

from litestar.datastructures import UploadFile

from admin_ui.shell.render import AnyRequest
from backend.casework.issued_documents.scans import MOST_BYTES

MOST_BODY = MOST_BYTES + 1_000_000
"""`request_max_body_size` of a route that takes a scan. Somewhat more than a scan, so that our own
message is shown.
"""


async def read_scan(request: AnyRequest) -> bytes:
    """Read the file in the field `scan`; empty if none was sent. Reads at most one byte more than allowed."""
    sent = (await request.form()).get("scan")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return b""
    return await sent.read(MOST_BYTES + 1)
