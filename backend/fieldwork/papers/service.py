"""Files of minutes and papers made on site, and their makers' signatures: the functions that the faces call."""

from backend.fieldwork.papers import signed_outside as outside
from backend.fieldwork.papers.maker_signing import (
    preview,
    sign,
    sign_on_phone,
    signable,
    signed_so,
    to_sign,
)
from backend.fieldwork.papers.stored_files import LaidOut
from backend.fieldwork.papers.stored_files import read as read_file

__all__ = [
    "LaidOut",
    "outside",
    "preview",
    "read_file",
    "sign",
    "sign_on_phone",
    "signable",
    "signed_so",
    "to_sign",
]
