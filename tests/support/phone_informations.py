"""An information as a phone sends it: what was told is sealed to the key that the server named at the sign-in."""

import base64
import hashlib
from typing import Any

import httpx

from backend.core import clock
from backend.core.informants_key import seal_to
from deploy.demo.phone import Phone
from schemas.core.ids import new_id
from tests.support import informations as made

Json = dict[str, Any]
INFORMANT = {"name": made.WHO.name, "phone": made.WHO.phone, "address": made.WHO.address}


def recipient_of(phone: Phone) -> Json:
    """The key to which this phone seals: what the server told it when it signed in."""
    [found] = [one for one in phone.session["server_keys"] if one["use"] == "informants"]
    return dict(found)


def sealed(kind: str, told: Json, key: Json) -> Json:
    """A text as the phone seals it."""
    file = seal_to(key["public_key"], httpx.Request("GET", "http://x", json=told).read())
    return {"kind": kind, "key_id": key["key_id"], "sealed": base64.b64encode(file).decode()}


def asked(
    phone: Phone, photographs: list[bytes] | None = None, **said: Any
) -> tuple[Json, dict[str, bytes]]:
    """What the phone sends, and the sealed photographs by their ids."""
    key = recipient_of(phone)
    files = {str(new_id()): seal_to(key["public_key"], one) for one in photographs or []}
    body: Json = {
        "nature": "tip",
        "source": "tip",
        "received_at": clock.rfc3339(clock.now()),
        "matter": {
            "summary": "Phản ánh một cơ sở bán rượu không nhãn.",
            "fields": ["labels"],
            "goods": "Rượu",
            "suspects": [
                {"subject_id": None, "kind": "household", "name": "Hộ kinh doanh Minh Phát"}
            ],
            "place": {"address": "Số 5 phố Hàng Than, Hà Nội"},
        },
        "sealed": [
            sealed("informant", INFORMANT, key),
            sealed("account", {"text": made.ACCOUNT}, key),
        ],
        "attachments": [
            {
                "id": one,
                "key_id": key["key_id"],
                "sha256": hashlib.sha256(file).hexdigest(),
                "size": len(file),
            }
            for one, file in files.items()
        ],
        "informant_secret": True,
        "wants_answer": True,
        "named_officers": [],
        **said,
    }
    return body, files
