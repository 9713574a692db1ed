"""Thumbnails that phones send ahead of a photograph's bytes. They are not evidence."""

from piccolo.columns import Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.photos import Photo


class PhoneThumbnail(Table, tablename="phone_thumbnails"):
    """A phone's thumbnail of a photograph, kept until the preview of the original exists."""

    photo_id = ForeignKey(
        references=Photo, primary_key=True, null=False, default=None, help_text="Of which one."
    )
    sha256 = Text(default=None, help_text="Of what came, hex: the same again changes nothing.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    state = Text(default=None, help_text="waiting, ready or unusable.")
    reason = Text(null=True, default=None, help_text="Why it cannot be used, as of previews.")
    bytes = Bytea(null=True, default=None, help_text="As they came, until a worker has looked.")
