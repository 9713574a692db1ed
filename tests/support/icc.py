"""Generates colour profiles such as phones and cameras put into pictures, because ImageCms makes
only sRGB."""

import struct

DISPLAY_P3 = (
    (0.51512, 0.24120, -0.00105),
    (0.29198, 0.69225, 0.04189),
    (0.15710, 0.06657, 0.78407),
)
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""Red, green and blue in XYZ, adapted to D50, as profiles store them."""
SRGB_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
GAMMA_2_2 = (563 / 256,)

_D50 = (0.9642, 1.0, 0.8249)


def profile(name: str, colours: tuple[tuple[float, ...], ...], curve: tuple[float, ...]) -> bytes:
    """A display profile with three colorants and one curve (ICC.1:2010 §8.3, §10.10, §10.16)."""
    kind = {1: 0, 5: 3}[len(curve)]
    curve_tag = b"para" + bytes(4) + struct.pack(">HH", kind, 0) + _numbers(curve)
    text = name.encode("utf-16-be")
    text_tag = b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    tags = {b"desc": text_tag, b"cprt": text_tag, b"wtpt": _xyz(_D50)}
    for letter, colour in zip((b"r", b"g", b"b"), colours, strict=True):
        tags[letter + b"XYZ"] = _xyz(colour)
        tags[letter + b"TRC"] = curve_tag
    table, data = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for tag, value in tags.items():
        table += tag + struct.pack(">II", start + len(data), len(value))
        data += value + bytes(-len(value) % 4)
    size = start + len(data)
    header = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04300000, b"mntr", b"RGB ", b"XYZ ")
    header += bytes(12) + b"acsp" + bytes(28) + _numbers(_D50)
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags)) + table + data


def _numbers(values: tuple[float, ...]) -> bytes:
    """s15Fixed16Number."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _numbers(values)
