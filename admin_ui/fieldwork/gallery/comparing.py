"""The facts of two photographs side by side: what agrees, what differs, and how far apart they are."""

from typing import Any

import msgspec

from admin_ui.shell.formats import as_written, coordinates, metres, moment, size
from admin_ui.shell.words import Language, say
from backend.core import geodesy
from backend.fieldwork.evidence.service import PhotoPage


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One line: the left and the right value. `same` is None if equality of the two means nothing."""

    word: str
    left: str
    right: str
    same: bool | None
    technical: bool = False
    """What the file says of itself: an officer compares what is seen, who took it, when and where."""


def facts(left: PhotoPage, right: PhotoPage, language: Language) -> list[Fact]:
    """Return the facts that an auditor compares, in the order in which they do."""
    none = say(language, "common.unknown")

    def line(
        word: str,
        one: str | None,
        other: str | None,
        *,
        judged: bool = True,
        technical: bool = False,
    ) -> Fact:
        known = one is not None and other is not None
        same = one == other if judged and known else None
        left, right = one or none, other or none
        return Fact(word=word, left=left, right=right, same=same, technical=technical)

    def told(photo: PhotoPage) -> str:
        return moment(photo.made_at, language, seconds=True)

    return [
        line("gallery.record", left.decision_number, right.decision_number),
        line("photo.caption", left.caption or "–", right.caption or "–", judged=False),
        line("photo.taken_by", left.officer_name, right.officer_name),
        line("gallery.time", told(left), told(right)),
        line("photo.place", _place(left, language), _place(right, language)),
        line("photo.way", _way(left, language), _way(right, language), judged=False),
        line("gallery.camera", _camera(left), _camera(right), technical=True),
        line(
            "gallery.camera_time",
            _written(left, language),
            _written(right, language),
            technical=True,
        ),
        line("photo.pixels", _pixels(left), _pixels(right), technical=True),
        line(
            "photo.size",
            size(left.size, language),
            size(right.size, language),
            judged=False,
            technical=True,
        ),
        line("gallery.hash", left.sha256, right.sha256, technical=True),
    ]


def apart(left: PhotoPage, right: PhotoPage, language: Language) -> list[str]:
    """Return how far apart the two are in time and place, as sentences; without the place if one has none."""
    said = []
    seconds = abs(int((left.made_at - right.made_at).total_seconds()))
    said.append(say(language, "gallery.apart_time", time=_span(seconds, language)))
    if left.place and right.place:
        far = geodesy.distance_m(_point(left.place), _point(right.place))
        said.append(say(language, "gallery.apart_place", metres=metres(far * 1000, language)))
    return said


def _point(place: dict[str, Any]) -> geodesy.Point:
    return (place["latitude_e7"], place["longitude_e7"])


def _span(seconds: int, language: Language) -> str:
    days, rest = divmod(seconds, 86_400)
    clock = f"{rest // 3600:02}:{rest % 3600 // 60:02}:{rest % 60:02}"
    if not days:
        return clock
    return f"{days} {'ngày' if language == 'vi' else 'd'} {clock}"


def _place(photo: PhotoPage, language: Language) -> str | None:
    if not photo.place:
        return None
    where = coordinates(photo.place["latitude_e7"], photo.place["longitude_e7"])
    sure = say(language, "inspection.accuracy", metres=metres(photo.place["accuracy_mm"], language))
    return f"{where} · {sure}"


def _way(photo: PhotoPage, language: Language) -> str:
    return say(language, f"domain.way_{photo.way}")


def _exif(photo: PhotoPage, name: str) -> str | None:
    exif: dict[str, Any] = photo.metadata.get("exif") or {}
    value = exif.get(name)
    return None if value is None else str(value)


def _written(photo: PhotoPage, language: Language) -> str | None:
    value = _exif(photo, "taken_at")
    return as_written(value, language) if value else None


def _camera(photo: PhotoPage) -> str | None:
    return " ".join(filter(None, (_exif(photo, "make"), _exif(photo, "model")))) or None


def _pixels(photo: PhotoPage) -> str | None:
    return f"{photo.width} × {photo.height}" if photo.width else None
