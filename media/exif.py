"""What a camera wrote into its picture: time, place, camera.

Best effort, for each value separately. EXIF is a statement of the file, not a fact. It is shown
beside what the phone measured, never instead of it. Android removes the place from pictures that it
gives to a web page, and leaves zeros or 0/0. So a position of exactly (0, 0) counts as none, and so
does half of one. A damaged block costs only the values that are damaged, and never the picture.
Integers are as in acts: 1e-7 degree, mm.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_ORIENTATION, _MAKE, _MODEL, _SOFTWARE, _DATE_TIME = 0x0112, 0x010F, 0x0110, 0x0131, 0x0132
_DATE_TIME_ORIGINAL, _OFFSET_ORIGINAL = 0x9003, 0x9011
_MAX_TEXT = 100
_LATITUDE_LIMIT, _LONGITUDE_LIMIT = 90, 180


def read(image: Any) -> dict[str, Any]:
    """Read an opened Pillow image's EXIF. Never raises. Keys without a value are left out.

    `taken_at` is as the camera wrote it: `YYYY-MM-DDThh:mm:ss` in the camera's own time. An offset
    follows only if the camera wrote one (EXIF 2.31), which most do not.
    """
    exif = _try(image.getexif)
    if not exif:
        return {}
    main = dict(_try(exif.items) or ())
    detail = _try(lambda: exif.get_ifd(_EXIF_IFD)) or {}
    gps = _try(lambda: exif.get_ifd(_GPS_IFD)) or {}
    found = {
        "make": _text(main.get(_MAKE)),
        "model": _text(main.get(_MODEL)),
        "software": _text(main.get(_SOFTWARE)),
        "orientation": _orientation(main.get(_ORIENTATION)),
        "taken_at": _moment(detail.get(_DATE_TIME_ORIGINAL), detail.get(_OFFSET_ORIGINAL)),
        "changed_at": _moment(main.get(_DATE_TIME), None),
        **_position(gps),
        "gps_time": _gps_time(gps.get(29), gps.get(7)),
    }
    return {key: value for key, value in found.items() if value is not None}


def _try(call: Callable[[], Any]) -> Any:
    """Call one of Pillow's readers; None if it raises.

    A hostile file can make them raise anything.
    """
    try:
        return call()
    except Exception:
        return None


def _text(value: Any) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("ascii", "replace")
    if not isinstance(value, str):
        return None
    clean = "".join(c for c in value if c.isprintable()).strip()
    return clean[:_MAX_TEXT] or None


def _orientation(value: Any) -> int | None:
    return value if isinstance(value, int) and 1 <= value <= 8 else None


def _moment(value: Any, offset: Any) -> str | None:
    """Turn `2015:04:10 20:12:23` into `2015-04-10T20:12:23`; None if it has another form (blank, zeros)."""
    text = _text(value)
    if text is None:
        return None
    date, _, time = text.partition(" ")
    parts = date.replace("-", ":").split(":") + time.split(":")
    if len(parts) != 6 or not all(p.isascii() and p.isdigit() for p in parts):
        return None
    year, month, day, hour, minute, second = (int(p) for p in parts)
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second <= 60):
        return None
    zone = _text(offset)
    known = zone is not None and len(zone) == 6 and zone[0] in "+-" and zone[3] == ":"
    written = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    return f"{written}{zone}" if known else written


def _fraction(value: Any) -> Fraction | None:
    number: Fraction | None = _try(lambda: Fraction(int(value.numerator), int(value.denominator)))
    if number is None and isinstance(value, float) and math.isfinite(value):
        number = Fraction(value)
    return number


def _position(gps: dict[Any, Any]) -> dict[str, int | None]:
    """Return latitude and longitude, or neither; the altitude only with them."""
    latitude = _degrees(gps.get(2), gps.get(1), "NS", _LATITUDE_LIMIT)
    longitude = _degrees(gps.get(4), gps.get(3), "EW", _LONGITUDE_LIMIT)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return {}
    return {
        "latitude_e7": latitude,
        "longitude_e7": longitude,
        "altitude_mm": _altitude(gps.get(6), gps.get(5)),
    }


def _degrees(value: Any, side: Any, sides: str, limit: int) -> int | None:
    """Turn degrees, minutes, seconds into 1e-7 degree.

    None beyond the limit, or without a hemisphere.
    """
    letter = _text(side)
    parts = [_fraction(part) for part in value] if isinstance(value, tuple | list) else []
    if letter is None or letter[0] not in sides or not 1 <= len(parts) <= 3:
        return None
    total = Fraction(0)
    for part, divisor in zip(parts, (1, 60, 3600), strict=False):
        if part is None or part < 0:
            return None
        total += part / divisor
    if total > limit:
        return None
    return round(total * 10_000_000) * (1 if letter[0] == sides[0] else -1)


def _altitude(value: Any, below: Any) -> int | None:
    metres = _fraction(value)
    if metres is None or abs(metres) > 100_000:
        return None
    return round(metres * 1000) * (-1 if below in (1, b"\x01") else 1)


def _gps_time(date: Any, clock: Any) -> str | None:
    """Return the satellites' time, in UTC. It is harder to set wrong than a camera's clock."""
    parts = [_fraction(part) for part in clock] if isinstance(clock, tuple | list) else []
    text = _text(date)
    if text is None or len(parts) != 3 or any(part is None for part in parts):
        return None
    hour, minute, second = (int(part) for part in parts if part is not None)
    written = _moment(f"{text} {hour}:{minute}:{second}", None)
    return f"{written}Z" if written else None
