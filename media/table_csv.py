"""The rows of a stranger's CSV: which encoding, which separator, records with line breaks in quotes (RFC 4180).

No file says how it is encoded, so that is decided by what cannot be otherwise: a mark at its beginning, bytes that are
no UTF-8, zeros in every other place. Windows-1258, in which older programs save Vietnamese, is taken only if what it
says is Vietnamese: the fonts of before it (TCVN3, VNI) put other letters on the same bytes, and a name that is read
wrongly is worse than a file that is sent back.
"""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from media.workbooks import Fault, text

MOST_LINE = 400_000
"""Letters of one line. A record of all columns at their longest has fewer."""
_HEAD = 65_536
_PIECE = 1 << 20
_SEPARATORS = (",", ";", "\t")
_LOOKED_AT = 20
"""Records from which the separator is guessed."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Windows-1258 writes tones as letters of their own, behind the vowel."""
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ–—‘’“”•…°\u00a0₫")
_MOST_ODD = 50
"""One letter in so many, of those beyond ASCII, may be none of Vietnamese: a foreign name."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class Dialect(NamedTuple):
    """How a CSV is to be read."""

    encoding: str
    separator: str
    skipped: int
    """Lines before the first record: `sep=;`, which Excel writes for itself."""


def dialect_of(file: BinaryIO) -> Dialect:
    """Return how the file is written. Raises Fault("encoding")."""
    encoding = _encoding(file)
    file.seek(0)
    head = _decoded(file.read(_HEAD), encoding)
    first, _, rest = head.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return Dialect(encoding, first.strip()[-1], 1)
    del rest
    return Dialect(encoding, _separator(head), 0)


def records(file: BinaryIO, dialect: Dialect, most_letters: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with its number from 1, blank lines counted as a spreadsheet does. Raises Fault."""
    csv.field_size_limit(most_letters)
    file.seek(0)
    stream = io.TextIOWrapper(file, encoding=dialect.encoding, errors="strict", newline="")
    number = 0
    try:
        lines = _lines(stream)
        for _ in range(dialect.skipped):
            next(lines, None)
            number += 1
        reader = csv.reader(lines, delimiter=dialect.separator, strict=True)
        for cells in reader:
            number += 1
            yield number, [_plain(one) for one in cells]
    except csv.Error as error:
        raise Fault(_why(str(error)), number + 1) from None
    except _LongLine:
        raise Fault("line_too_long", number + 1) from None
    except UnicodeError:
        raise Fault("encoding", number + 1) from None
    finally:
        stream.detach()


class _LongLine(Exception):
    pass


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    while line := stream.readline(MOST_LINE):
        if len(line) >= MOST_LINE and line[-1] not in "\r\n":
            raise _LongLine
        yield line


def _why(said: str) -> str:
    if "field larger" in said:
        return "cell_too_long"
    return "quote_open" if "unexpected end" in said else "quotes"


def _plain(said: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    found = text(said)
    return found[1:] if found[:1] == "'" and found[1:].lstrip().startswith(_FORMULA) else found


def _encoding(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    half = max(len(head) // 2, 1)
    low, high = head[0::2].count(0) / half, head[1::2].count(0) / half
    if high > 0.3 and low < 0.05:
        return "utf-16-le"
    if low > 0.3 and high < 0.05:
        return "utf-16-be"
    if _is_utf8(file):
        return "utf-8"
    if _is_1258(file):
        return "cp1258"
    raise Fault("encoding")


def _is_utf8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _is_1258(file: BinaryIO) -> bool:
    """Tell whether the file is Vietnamese if it is read so: letters of the language, and tones behind vowels."""
    file.seek(0)
    beyond = odd = tones = 0
    before = ""
    while piece := file.read(_PIECE):
        try:
            said = piece.decode("cp1258")
        except UnicodeDecodeError:
            return False
        for one in said:
            if one >= "\x80":
                beyond += 1
                if one in _TONES:
                    tones += 1
                    odd += before not in _VOWELS
                else:
                    odd += one not in _VIETNAMESE
            before = one
    return tones > 0 and odd * _MOST_ODD <= beyond


def _decoded(head: bytes, encoding: str) -> str:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    return unicodedata.normalize("NFC", decoder.decode(head))


def _separator(head: str) -> str:
    """Return what most evenly parts the first records; a comma if nothing does."""
    best, found = (0, 0), ","
    for one in _SEPARATORS:
        widths: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(head, newline=""), delimiter=one):
                if any(cells):
                    widths.append(len(cells))
                if len(widths) >= _LOOKED_AT:
                    break
        except csv.Error:
            continue
        several = [width for width in widths if width > 1]
        if not several:
            continue
        usual = max(set(several), key=lambda width: (several.count(width), width))
        if (several.count(usual), usual) > best:
            best, found = (several.count(usual), usual), one
    return found
