"""Rescue files, and what came of each part of one, as rows of lists: every cell as text."""

from collections.abc import Mapping, Sequence
from functools import partial

from admin_ui.shell.formats import day_of, moment
from admin_ui.shell.formats import size as size_said
from admin_ui.shell.listing.table import Cell, Column, Empty, Line, Listing, Mark, Tone, totalled
from admin_ui.shell.words import Language, say
from backend.exchange.rescue.service import ActResult, InformationResult, PhotoResult, RescueFile

_OUTCOMES: dict[str, Tone] = {"held": "soon", "failed": "soon", "refused": "late"}
"""What somebody has to look at."""


def files(rows: Sequence[RescueFile], language: Language) -> Listing:
    """Return the files that the reader uploaded."""
    words = partial(say, language)
    return Listing(
        caption=words("rescue.mine"),
        heading=words("rescue.file"),
        columns=[
            Column(words("rescue.state"), "m"),
            Column(words("rescue.officer"), "l"),
            Column(words("rescue.received_at"), "s", phone=False),
        ],
        lines=[
            Line(
                key=f"file-{one.id}",
                title=one.file_name,
                href=f"/desk/rescue/{one.id}",
                cells=(
                    state(one, language),
                    one.officer_name,
                    Cell(
                        day_of(one.received_at, language),
                        whole=moment(one.received_at, language),
                        at=one.received_at.isoformat(),
                    ),
                ),
            )
            for one in rows
        ],
        empty=Empty(words("rescue.none")),
        wordy=True,
    )


def state(file: RescueFile, language: Language) -> Cell:
    """Return how far a file is; in colour if it is to be tried again."""
    said = say(language, f"rescue.state_{file.state}")
    return Cell(said, tone="soon" if file.state == "unfinished" else "")


def acts(file: RescueFile, names: Mapping[str, str], language: Language) -> Listing:
    """Return what came of each act of a file. `names`: acts in words."""
    words, found = partial(say, language), file.result.acts if file.result else []
    return Listing(
        caption=words("rescue.acts"),
        heading=words("rescue.what_act"),
        columns=[Column(words("rescue.outcome"), "l"), Column(words("rescue.record"), "xl")],
        lines=[
            Line(
                key=f"act-{number}",
                title=names[one.type] if one.type else words("rescue.act_unreadable"),
                cells=(_outcome(one, language), _record(one, file, language)),
                more=_why(one, language),
            )
            for number, one in enumerate(found, 1)
        ],
        empty=Empty(words("rescue.no_acts")),
        total=totalled(language, "listing.total", len(found)),
        wordy=True,
    )


def photos(file: RescueFile, language: Language) -> Listing:
    """Return what came of each photograph."""
    words, found = partial(say, language), file.result.photos if file.result else []
    return Listing(
        caption=words("rescue.photos"),
        heading=words("rescue.photo"),
        columns=[
            Column(words("rescue.outcome"), "l"),
            Column(words("rescue.in_store"), "m"),
            Column(words("rescue.record"), "xl", phone=False),
        ],
        lines=[
            Line(
                key=f"photo-{number}",
                title=words("rescue.photo_number", number=number),
                about=size_said(one.size, language),
                marks=[] if one.named else [Mark(words("rescue.photo_unnamed"), "warn")],
                cells=(
                    _outcome(one, language),
                    _in_store(one, file, language),
                    _record(one, file, language),
                ),
                more=_why(one, language),
            )
            for number, one in enumerate(found, 1)
        ],
        empty=Empty(words("rescue.no_photos")),
    )


def informations(file: RescueFile, language: Language) -> Listing:
    """Return what came of each information and draft, which are not named."""
    words, found = partial(say, language), file.result.informations if file.result else []
    sealed = [
        words("rescue.information_photos", taken=one.photos_taken, count=one.photos)
        if one.photos
        else ""
        for one in found
    ]
    return Listing(
        caption=words("rescue.informations"),
        heading=words("rescue.informations"),
        columns=[Column(words("rescue.outcome"), "l"), Column(words("rescue.sealed"), "xl")],
        lines=[
            Line(
                key=f"information-{number}",
                title=words(
                    "rescue.draft_number" if one.draft else "rescue.information_number",
                    number=number,
                ),
                cells=(_outcome(one, language), sealed[number - 1]),
                more=_why(one, language),
            )
            for number, one in enumerate(found, 1)
        ],
        empty=Empty(""),
    )


def _outcome(one: ActResult | PhotoResult | InformationResult, language: Language) -> Cell:
    said = say(language, f"rescue.status_{one.status}")
    return Cell(said, tone=_OUTCOMES.get(one.status, ""))


def _why(
    one: ActResult | PhotoResult | InformationResult, language: Language
) -> Sequence[tuple[str, str]]:
    """Return why it did not come in, or waits."""
    if one.text is None:
        return ()
    return [(say(language, "rescue.outcome"), getattr(one.text, language))]


def _record(one: ActResult | PhotoResult, file: RescueFile, language: Language) -> Cell:
    if one.record_id is None:
        return Cell(say(language, "rescue.record_none"))
    if one.record_id not in file.numbers:
        return Cell(say(language, "rescue.record_elsewhere"))
    return Cell(file.numbers[one.record_id], f"/desk/inspections/{one.record_id}")


def _in_store(photo: PhotoResult, file: RescueFile, language: Language) -> Cell:
    if photo.sha256 in file.stored:
        return Cell(say(language, "rescue.stored"))
    if photo.status in ("refused", "failed"):
        return Cell(say(language, "rescue.not_stored"))
    return Cell(say(language, "rescue.storing"), tone="soon")
