"""Limits of findings: beyond each a finding is recorded.

Settings; see docs/fieldwork/findings.md.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

Limit = Annotated[int, Meta(ge=0, le=1_000_000_000)]

SIMILAR_BITS = 7
"""The look-up by bands finds every pair up to this distance, and not beyond (migration 0003)."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Names end in their unit. A higher limit gives fewer findings."""

    similar_bits: Annotated[int, Meta(ge=0, le=SIMILAR_BITS)] = 6
    """Out of 64. Resizing and recompressing moves a perceptual hash by 0 to 4 bits. Two unrelated
    pictures differ in about 32; fewer than one such pair in 10,000 million differs by 7 or less."""
    similar_most: Annotated[int, Meta(ge=1, le=1000)] = 20
    """At most this many others are named, the most alike first: a white page looks like every other
    white page."""
    exif_place_m: Limit = 500
    """Beyond the fix's own accuracy. Camera programs write the last position they know, which may
    be a street or two away."""
    exif_time_s: Limit = 600
    """A phone's camera and its browser read the same clock; choosing a file takes minutes at most."""
    speed_kmh: Annotated[int, Meta(ge=1, le=100_000)] = 200
    """No road in Việt Nam allows more than 120 km/h, no train runs faster than 100."""
    speed_least_m: Limit = 1000
    """Between houses a position jumps by hundreds of metres within a second, so shorter ways say
    nothing about speed."""
    address_m: Limit = 1000
    """Beyond the fix's own accuracy. An address found on a map lies anywhere in its street or
    market."""
    clock_s: Limit = 120
    """As in the ledger's verdict on time: an anchor travels, a batch waits, network clocks differ
    by seconds."""
    fix_age_s: Limit = 120
    """The phone takes the best fix of the last ten seconds; in two minutes one walks 150 m."""
    fix_accuracy_m: Limit = 100
    """With a wider circle a position no longer tells one shop from its neighbours."""
    constant_fixes: Annotated[int, Meta(ge=2, le=1000)] = 10
    """Real accuracy changes with the sky. Ten measurements equal to the millimetre come from a
    program, or from one measurement used ten times."""
