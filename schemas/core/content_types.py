"""Bounded numbers and texts that the contents of acts share."""

from typing import Annotated

from msgspec import Meta

MAX_SAFE_INTEGER = 2**53 - 1
"""RFC 8785 §3.2.2.3: for larger integers a JavaScript phone and a Python server would not write the
same digits."""

ShortText = Annotated[str, Meta(max_length=500)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
LongText = Annotated[str, Meta(max_length=5000)]
Natural = Annotated[int, Meta(ge=0, le=MAX_SAFE_INTEGER)]
