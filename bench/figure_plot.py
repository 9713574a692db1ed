"""A plot of how long questions take as the tables grow, as SVG, for docs/insight/performance.md."""

from collections.abc import Mapping, Sequence
from math import log10
from pathlib import Path
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 960, 520
_LEFT, _TOP, _RIGHT, _BOTTOM = 80, 24, 300, 56
_COLOURS = ("#0b5394", "#b45f06", "#38761d", "#741b47", "#134f5c", "#7f6000")
_LEAST, _MOST = 0.1, 100_000.0

Points = Mapping[int, float]
"""Milliseconds by number of cases."""


def _x(cases: int, sizes: Sequence[int]) -> float:
    first, last = log10(sizes[0]), log10(sizes[-1])
    share = (log10(cases) - first) / (last - first) if last > first else 0.5
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(ms: float) -> float:
    share = (log10(max(ms, _LEAST)) - log10(_LEAST)) / (log10(_MOST) - log10(_LEAST))
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def draw(ours: Mapping[str, Points], plain: Mapping[str, Points], file: Path) -> None:
    """Draw a full line for each question and a broken one for the plain way, both axes logarithmic."""
    sizes = sorted({one for points in ours.values() for one in points})
    said = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
        ' font-size="13" role="img"><title>Milliseconds of SQL by number of cases; broken lines: plain SQL over the'
        " events</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(-1, 6):
        at = _y(10.0**power)
        said.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#d9d9d9"/>'
            f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>'
        )
    said += [
        f'<text x="{_x(size, sizes):.1f}" y="{_HEIGHT - 30}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    ]
    said.append(f'<text x="{_LEFT}" y="{_HEIGHT - 8}">cases</text>')
    for place, name in enumerate(ours):
        colour = _COLOURS[place % len(_COLOURS)]
        said.append(_line(ours[name], sizes, colour))
        said.append(_line(plain[name], sizes, colour, ' stroke-dasharray="5 4"'))
        at = _TOP + 20 + place * 22
        said.append(
            f'<rect x="{_WIDTH - _RIGHT + 16}" y="{at - 9}" width="12" height="12" fill="{colour}"/>'
            f'<text x="{_WIDTH - _RIGHT + 34}" y="{at + 2}" fill="#222222">{escape(name)}</text>'
        )
    file.write_text("\n".join([*said, "</svg>"]) + "\n", encoding="utf-8")


def _line(points: Points, sizes: Sequence[int], colour: str, more: str = "") -> str:
    told = " ".join(f"{_x(size, sizes):.1f},{_y(points[size]):.1f}" for size in sorted(points))
    return f'<polyline points="{told}" fill="none" stroke="{colour}" stroke-width="2"{more}/>'
