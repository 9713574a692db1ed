"""Counts of an inspection's photographs: in force, duplicates, withdrawn, held.

All pages count by these functions, so that they show the same numbers.
"""

from uuid import UUID

import msgspec

from schemas.fieldwork.inspections import InspectionView, PhotoView


class PhotoCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of photographs. `same` are those in force with the bytes of an earlier one.

    A submission names the same bytes only once (`files`).
    """

    in_force: int
    same: int
    withdrawn: int
    held: int

    @property
    def files(self) -> int:
        """The number of hashes in a submission of all photographs in force."""
        return self.in_force - self.same


def in_force(photo: PhotoView) -> bool:
    """Tell whether the photograph is neither withdrawn nor held."""
    return photo.withdrawn is None and photo.quarantine is None


def same_as(view: InspectionView) -> dict[UUID, int]:
    """Map each photograph in force that has the bytes of an earlier one to that one's number.

    The phone shows the same.
    """
    first: dict[str, int] = {}
    found = {}
    for photo in view.photos:
        if not in_force(photo):
            continue
        if photo.sha256 in first:
            found[photo.photo_id] = first[photo.sha256]
        else:
            first[photo.sha256] = photo.number
    return found


def counts(view: InspectionView) -> PhotoCounts:
    """Return the counts for the heading of the list."""
    return PhotoCounts(
        in_force=sum(map(in_force, view.photos)),
        same=len(same_as(view)),
        withdrawn=sum(photo.withdrawn is not None for photo in view.photos),
        held=sum(photo.withdrawn is None and photo.quarantine is not None for photo in view.photos),
    )


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One submitted file, with the numbers of all photographs that have its bytes."""

    photo: PhotoView
    numbers: list[int]


def listed(view: InspectionView) -> list[Listed]:
    """Return the files of the submitted revision, in its order; before one, those in force."""
    if view.submissions:
        order = view.submissions[-1].photos
        photos = view.photos
    else:
        photos = [photo for photo in view.photos if in_force(photo)]
        order = list(dict.fromkeys(photo.sha256 for photo in photos))
    by_hash: dict[str, list[PhotoView]] = {}
    for photo in photos:
        by_hash.setdefault(photo.sha256, []).append(photo)
    return [
        Listed(photo=found[0], numbers=[photo.number for photo in found])
        for sha256 in order
        if (found := by_hash.get(sha256))
    ]
