"""Documents of others as a phone files them: the act's content, and its upload.

For example:

    file = obtained.document(filing.pdf(), "hoa-don.pdf")
    await work.act("document.filed", file.content)
    await obtained.send(tus, file)
"""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from tests.support.uploads import Tus, all_stored, metadata


@dataclass
class Obtained:
    """A document on the phone."""

    data: bytes
    content: dict[str, Any]

    @property
    def id(self) -> UUID:
        """Made on the phone."""
        return UUID(self.content["file_id"])

    @property
    def announced(self) -> str:
        """The Upload-Metadata that our phone sends."""
        return metadata(
            photo_id=self.content["file_id"],
            sha256=self.content["sha256"],
            filetype=self.content["media_type"],
            kind="document",
        )


def document(data: bytes, name: str, **changed: Any) -> Obtained:
    """A document as an officer fills it; `changed` replaces fields of the act."""
    content: dict[str, Any] = {
        "file_id": str(uuid4()),
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "media_type": "application/pdf",
        "file_name": name,
        "way": "file",
        "sheets": 2,
        "title": "Hóa đơn mua hàng",
        "document_kind": "invoice",
        "issued_on": "2026-11-02",
        "sender": "Công ty TNHH Hoa Gạo",
        "number": "0000123",
        "proves": "Nguồn gốc 20 thùng hàng",
        "proves_fact": "origin",
        "place": None,
    }
    return Obtained(data, content | changed)


async def send(tus: Tus, file: Obtained, data: bytes | None = None) -> str:
    """Upload the bytes whole and store them; `data` replaces them."""
    data = file.data if data is None else data
    url = await tus.begin(len(data), Upload_Metadata=file.announced)
    answer = await tus.send(url, data)
    assert answer.status_code == 204, answer.text
    await all_stored()
    return url
