"""Perceptual hashes of photographs: 64 bits of what a picture looks like."""

from piccolo.columns import BigInt, ForeignKey, Integer, Text
from piccolo.table import Table

from backend.fieldwork.tables.photos import Photo


class PhotoHash(Table, tablename="photo_hashes"):
    """The perceptual hash of a photograph that could be decoded. PostgreSQL computes the bands."""

    photo_id = ForeignKey(
        references=Photo, primary_key=True, null=False, default=None, help_text="Of which one."
    )
    algorithm = Text(default=None, help_text="Which hash, and its version.")
    hash = BigInt(default=None, help_text="64 bits, read as a signed number.")
    band_1 = Integer(default=0, help_text="Its highest 16 bits: generated.")
    band_2 = Integer(default=0, help_text="The next 16 bits: generated.")
    band_3 = Integer(default=0, help_text="The next 16 bits: generated.")
    band_4 = Integer(default=0, help_text="Its lowest 16 bits: generated.")
