"""Draws columns, bars and lines as SVG. Pure: numbers and words in, markup out.

No script, no inline style: colours come from charts.css by class, so that dark pages and black paper have their own. A
chart is one image to a screen reader, named by its sentence; its numbers are in the table behind it. The second series
is hatched, so that the two differ without colour.
"""

from collections.abc import Callable, Sequence

import msgspec
from markupsafe import Markup, escape

WIDTH, HEIGHT = 720, 240
NARROW = 330
"""As wide as a phone's screen leaves: letters of 12 px are no smaller there, and a little greater in half a desk."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 10, 14, 34
_BAR, _GAP, _NAME, _END = 20, 10, 230, 96
_ABOVE, _LINE = 18, 15
_MOST_LINES = 3
"""Room for the name of a bar where it stands above it, and for each line more."""
_STEPS = (1, 2, 5)
_LETTER = 6.4
"""About the width of a letter of 12 px, to cut names that do not fit."""
Written = Callable[[int], str]
"""Writes a number for the reader: thousands, đồng, days."""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Values in the order of the labels. None where nothing is known."""

    name: str
    values: Sequence[int | None]


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One bar, and what stands beside it for comparison."""

    name: str
    value: int
    beside: int | None = None


def ticks(most: int, wanted: int = 4) -> list[int]:
    """Return round numbers from 0 to at least `most`, about as many as wanted."""
    if most <= 0:
        return [0, 1]
    raw = max(1, -(-most // wanted))
    size = 10 ** (len(str(raw)) - 1)
    step = next((one * size for one in (*_STEPS, 10) if one * size >= raw), 10 * size)
    return list(range(0, most + step, step))


def columns(
    labels: Sequence[str],
    series: Sequence[Series],
    written: Written,
    *,
    named_by: str,
    wide: int = WIDTH,
) -> Markup:
    """Return columns over time, one or two at each label; the second is last year's."""
    most = max((one for each in series for one in each.values if one is not None), default=0)
    scale = ticks(most)
    inner, tall = wide - _LEFT - _RIGHT, HEIGHT - _TOP - _BOTTOM
    slot = inner / max(1, len(labels))
    thick = min(34.0, slot * 0.8) / max(1, len(series))
    parts = [_grid(scale, written, tall, inner)]
    for place, label in enumerate(labels):
        left = _LEFT + slot * (place + 0.5) - thick * len(series) / 2
        for number, each in enumerate(series):
            value = each.values[place]
            if value is None:
                continue
            high = tall * value / scale[-1]
            parts.append(
                _rect(left + thick * number, _TOP + tall - high, thick - 1, high, number)
                + f"<title>{escape(label)}: {escape(written(value))} {escape(each.name)}</title></rect>"
            )
        if _shown(place, labels, slot):
            parts.append(_text(_LEFT + slot * (place + 0.5), HEIGHT - 14, label, "middle"))
    return _svg(wide, HEIGHT, parts, named_by)


def bars(rows: Sequence[Bar], written: Written, *, named_by: str, wide: int = WIDTH) -> Markup:
    """Return bars to the right in the order given, each with its number at its end.

    A narrow chart has the names above its bars, a wide one to their left.
    """
    most = max([one.value for one in rows] + [one.beside or 0 for one in rows], default=0)
    scale = ticks(most)[-1]
    narrow = wide < WIDTH
    begins, step = (0, _ABOVE + _BAR + _GAP) if narrow else (_NAME, _BAR + _GAP)
    room = wide - begins - _END
    high: float = _GAP
    parts = []
    for one in rows:
        top = high
        high += step
        if narrow:
            lines = _lines(one.name, wide)
            for number, line in enumerate(lines):
                at = top + 10 + number * _LINE
                parts.append(_text(0, at, line, "start", full=one.name if number == 0 else ""))
            more = (len(lines) - 1) * _LINE
            top, high = top + _ABOVE + more, high + more
        else:
            lines = _lines(one.name, _NAME - 16)
            more = (len(lines) - 1) * _LINE
            for number, line in enumerate(lines):
                full = one.name if number == 0 else ""
                at = top + _BAR * 0.7 + number * _LINE
                parts.append(_text(_NAME - 8, at, line, "end", full=full))
            top, high = top + more / 2, high + more
        if one.beside is not None:
            long = room * max(0, one.beside) / scale
            parts.append(_rect(begins, top, long, _BAR, 1) + "</rect>")
        long = room * max(0, one.value) / scale
        inset = 4 if one.beside is not None else 0
        parts.append(
            _rect(begins, top + inset, long, _BAR - 2 * inset, 0)
            + f"<title>{escape(one.name)}: {escape(written(one.value))}</title></rect>"
        )
        end = begins + room * max(0, one.value, one.beside or 0) / scale
        parts.append(_text(end + 6, top + _BAR * 0.7, written(one.value), "start", "value"))
    return _svg(wide, high, parts, named_by)


# Parts are plain text, and each escapes what it is given: a dashboard has hundreds, and to format markup takes longer.


def _svg(wide: int, high: float, parts: Sequence[str], named_by: str) -> Markup:
    name = escape(named_by)
    opening = (
        f'<svg class="chart{" narrow" if wide < WIDTH else ""}" viewBox="0 0 {wide} {round(high)}" role="img" '
        f'aria-labelledby="{name}" focusable="false"><defs><pattern id="{name}-hatch" class="hatch" width="6" '
        'height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6"/>'
        '<line x1="0" y1="0" x2="0" y2="6"/></pattern></defs>'
    )
    body = "".join(parts).replace("url(#HATCH)", f"url(#{name}-hatch)")
    return Markup(f"{opening}{body}</svg>")  # noqa: S704 - made of escaped parts


def _grid(scale: Sequence[int], written: Written, tall: float, inner: float) -> str:
    lines = []
    for one in scale:
        at = _TOP + tall - tall * one / scale[-1]
        lines.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_LEFT + inner}" y1="{at:.1f}" y2="{at:.1f}"/>'
        )
        lines.append(_text(_LEFT - 6, at + 4, written(one), "end"))
    return "".join(lines)


def _rect(left: float, top: float, wide: float, high: float, number: int) -> str:
    """Return an open rectangle, for its title and its end."""
    fill = ' fill="url(#HATCH)"' if number else ""
    size = f'width="{max(0.0, wide):.1f}" height="{max(0.0, high):.1f}"'
    return f'<rect class="s{number}" x="{left:.1f}" y="{top:.1f}" {size}{fill}>'


def _text(
    left: float, top: float, words: str, anchor: str, kind: str = "label", full: str = ""
) -> str:
    title = f"<title>{escape(full)}</title>" if full and full != words else ""
    place = f'x="{left:.1f}" y="{top:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {place}>{title}{escape(words)}</text>'


def _cut(name: str, room: float) -> str:
    most = int(room / _LETTER)
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _lines(name: str, room: float) -> list[str]:
    """Return a name in as few lines as it fits in; of what would take more than _MOST_LINES the end is cut."""
    most, lines = int(room / _LETTER), list[str]()
    while len(name) > most and len(lines) < _MOST_LINES - 1:
        end = name.rfind(" ", 0, most + 1)
        end = end if end > 0 else most
        lines.append(name[:end])
        name = name[end:].lstrip()
    return [*lines, _cut(name, room)]


def _shown(place: int, labels: Sequence[str], slot: float) -> bool:
    """Tell whether a label is written: of many, every second, third…, so that they do not touch."""
    longest = max(len(one) for one in labels) * _LETTER + 6
    return place % max(1, -int(-longest // slot)) == 0
