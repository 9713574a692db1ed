"""The contents of a visit's acts, as a phone fills them in."""

import hashlib
import math
from typing import Any

from deploy.demo.outbox import utc_now
from deploy.demo.seals import Json, canonical_hash

DRAWING_WIDTH, DRAWING_HEIGHT = 600, 200


def place(latitude_e7: int, longitude_e7: int, accuracy_mm: int = 8_000, **changed: Any) -> Json:
    """Return a position fix of this moment, by default as good as a phone gets under an awning."""
    return {
        "latitude_e7": latitude_e7,
        "longitude_e7": longitude_e7,
        "accuracy_mm": accuracy_mm,
        "altitude_mm": 12_400,
        "source": "gnss",
        "fixed_at": utc_now(),
        "mocked": False,
    } | changed


def photo(
    photo_id: str, data: bytes, media_type: str, where: Json | None, caption: str | None
) -> Json:
    """Return the content of `photo.taken`; the bytes are uploaded separately."""
    return {
        "photo_id": photo_id,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "media_type": media_type,
        "way": "camera",
        "place": where,
        "caption": caption,
    }


def drawing(name: str) -> Json:
    """Return the strokes of a hand, different for each name: integers in drawing units and ms."""
    seed = hashlib.sha256(name.encode()).digest()
    strokes = []
    for number in range(3):
        height = 40 + seed[number] % 50
        points = []
        for step in range(24):
            angle = step / (2.0 + seed[number + 8] % 3)
            x = 40 + number * 170 + step * 6
            y = round(DRAWING_HEIGHT / 2 + height * math.sin(angle))
            points.append([x, y, number * 400 + step * 16])
        strokes.append(points)
    return {"width": DRAWING_WIDTH, "height": DRAWING_HEIGHT, "strokes": strokes}


def signed(minutes: str, role: str, name: str) -> Json:
    """Return the content of a signature under these minutes."""
    content = {"minutes": minutes, "role": role, "name": name}
    return content | {"drawing": drawing(name), "refusal": None}


def refused_to_sign(minutes: str, role: str, name: str, reason: str, witness: str) -> Json:
    """Return the content of a refusal to sign: why, and who saw it (Circular 27/2020 Art 18.4)."""
    content = {"minutes": minutes, "role": role, "name": name}
    return content | {"drawing": None, "refusal": {"reason": reason, "witness": witness}}


def proposal(minutes: str, photos: list[str]) -> Json:
    """Return the content of `minutes.proposed`; its draft hash is over both, as RFC 8785 text."""
    named = {"minutes": minutes, "photos": photos}
    return named | {"draft": canonical_hash(named)}


def submission(minutes: str, photos: list[str], signatures: list[str], places: list[str]) -> Json:
    """Return the content that freezes a revision; its hash is over the four, as RFC 8785 text."""
    four = {"minutes": minutes, "photos": photos, "signatures": signatures, "places": places}
    return four | {"revision": canonical_hash(four)}
